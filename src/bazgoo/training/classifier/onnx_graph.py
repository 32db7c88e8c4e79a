"""A network as an ONNX graph: `features` float32 [batch, …] → `probabilities` float32 [batch, labels].

Written layer by layer instead of traced: it is the same bytes whatever version of torch is there.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from onnx import ModelProto, NodeProto, TensorProto, checker, helper, numpy_helper

from bazgoo.engines.classifier.description import INPUT, OUTPUT
from bazgoo.training.classifier.layers import (
    Convolution,
    Dense,
    Dropout,
    Embedding,
    Flat,
    Highest,
    Layer,
)
from bazgoo.training.classifier.networks import Weights

_OPSET, _IR_VERSION = 17, 8


def onnx_graph(layers: Sequence[Layer], weights: Weights, shape: Sequence[int], labels: int) -> bytes:
    """The graph of ``layers`` for features of ``shape``, as a file holds it."""
    graph = _Graph()
    if len(shape) == 2:
        graph.add("Transpose", perm=[0, 2, 1])  # convolutions have channels before time
    for layer, arrays in zip(layers, weights, strict=True):
        _put(graph, layer, arrays)
    graph.add("Softmax", axis=1)
    return graph.model(shape, labels).SerializeToString()


class _Graph:
    """Nodes one after the other: each takes what the last one made."""

    def __init__(self) -> None:
        self._nodes: list[NodeProto] = []
        self._tensors: list[TensorProto] = []
        self._last = INPUT

    def add(
        self,
        operator: str,
        *arrays: NDArray[np.float32],
        table: NDArray[np.float32] | None = None,
        **rest: Any,
    ) -> None:
        """A node whose inputs are ``table``, if it looks something up, what stands before it, and ``arrays``."""
        made = f"{operator.lower()}_{len(self._nodes)}"
        before = [] if table is None else [self._kept(f"{made}.table", table)]
        after = [self._kept(f"{made}.{n}", array) for n, array in enumerate(arrays)]
        self._nodes.append(
            helper.make_node(operator, [*before, self._last, *after], [made], name=made, **rest)
        )
        self._last = made

    def _kept(self, name: str, array: NDArray[np.float32]) -> str:
        self._tensors.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def model(self, shape: Sequence[int], labels: int) -> ModelProto:
        """The whole, checked."""
        self._nodes[-1].output[0] = OUTPUT
        graph = helper.make_graph(
            self._nodes,
            "classifier",
            [helper.make_tensor_value_info(INPUT, TensorProto.FLOAT, ["batch", *shape])],
            [helper.make_tensor_value_info(OUTPUT, TensorProto.FLOAT, ["batch", labels])],
            self._tensors,
        )
        model = helper.make_model(
            graph, opset_imports=[helper.make_opsetid("", _OPSET)], ir_version=_IR_VERSION
        )
        model.producer_name = "bazgoo"
        checker.check_model(model, full_check=True)
        return model


def _put(graph: _Graph, layer: Layer, arrays: Sequence[NDArray[np.float32]]) -> None:
    match layer:
        case Embedding():
            graph.add("Cast", to=TensorProto.INT64)
            graph.add("Gather", table=arrays[0])
            graph.add("Transpose", perm=[0, 2, 1])
        case Convolution(width=width):
            kernel, bias = arrays
            graph.add("Conv", kernel.transpose(2, 1, 0), bias, pads=[width // 2, width // 2])
            graph.add("Relu")
        case Highest(size):
            graph.add("MaxPool", kernel_shape=[size], strides=[size])
        case Flat():
            graph.add("Transpose", perm=[0, 2, 1])
            graph.add("Flatten", axis=1)
        case Dense(last=last):
            graph.add("Gemm", *arrays)
            if not last:
                graph.add("Relu")
        case Dropout():
            pass
