"""A graph's weights in half the bytes: 16 bits in the file, 32 again as soon as a runtime has loaded it."""

import numpy as np
import onnx
from onnx import ModelProto, TensorProto, helper, numpy_helper

_SMALLEST = 4096
"""Numbers that are worth a conversion."""


def stored_in_half(model: ModelProto) -> ModelProto:
    """``model`` with large weights as float16, each with a Cast that runtimes do once, when they load it."""
    graph = model.graph
    casts = []
    for tensor in graph.initializer:
        if tensor.data_type != TensorProto.FLOAT or np.prod(tensor.dims) < _SMALLEST:
            continue
        name = tensor.name
        halved = numpy_helper.from_array(numpy_helper.to_array(tensor).astype(np.float16), f"{name}.half")
        tensor.CopyFrom(halved)
        casts.append(helper.make_node("Cast", [f"{name}.half"], [name], to=TensorProto.FLOAT))
    nodes = [*casts, *graph.node]
    del graph.node[:]
    graph.node.extend(nodes)
    onnx.checker.check_model(model)
    return model
