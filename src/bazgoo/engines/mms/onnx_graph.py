"""Writes an ONNX graph: https://onnx.ai/onnx/intro/concepts.html. The numbers are those of onnx.proto."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from bazgoo.engines import protobuf

_IR_VERSION, _OPSET = 8, 17
_FLOAT, _INT64 = 1, 7
_EXTERNAL = 1
_ELEMENTS = {"f": _FLOAT, "i": _INT64}

Attribute = float | int | Sequence[int]


class OnnxGraph:
    """A graph as it grows: `add` puts a node in and gives the name of what it makes."""

    def __init__(self) -> None:
        self.weights: dict[str, NDArray[np.generic]] = {}
        """What the graph names but does not hold, to be given to the runtime beside it."""
        self._nodes: list[bytes] = []
        self._constants: dict[tuple[str, tuple[int, ...], bytes], str] = {}
        self._tensors: list[bytes] = []
        self._ends: list[bytes] = []

    def input(self, name: str, kind: str, shape: Sequence[int | str]) -> str:
        """Something given at each run: floats (``f``) or whole numbers (``i``); a named length may vary."""
        self._ends.append(protobuf.content(11, _described(name, kind, shape)))
        return name

    def output(self, name: str, made: str, shape: Sequence[int | str]) -> None:
        """What ``made`` names is given back at each run as ``name``."""
        self._nodes.append(_node("Identity", [made], [name], {}))
        self._ends.append(protobuf.content(12, _described(name, "f", shape)))

    def weight(self, values: NDArray[np.float32]) -> str:
        """A large array, kept outside of the graph."""
        name = f"w{len(self.weights)}"
        self.weights[name] = np.ascontiguousarray(values, np.float32)
        place = protobuf.content(1, "location") + protobuf.content(2, "beside")
        self._tensors.append(
            _tensor(name, values) + protobuf.content(13, place) + protobuf.integer(14, _EXTERNAL)
        )
        return name

    def constant(self, values: Sequence[int] | int | float) -> str:
        """A few numbers, kept in the graph: all whole, or one float."""
        array = np.array(values, np.float32 if isinstance(values, float) else np.int64)
        key = array.dtype.kind, array.shape, array.tobytes()
        if key not in self._constants:
            self._constants[key] = f"c{len(self._constants)}"
            self._tensors.append(_tensor(self._constants[key], array) + protobuf.content(9, array.tobytes()))
        return self._constants[key]

    def add(self, operator: str, *inputs: str, **attributes: Attribute) -> str:
        """What ``operator`` makes of ``inputs``."""
        return self.split(operator, *inputs, parts=1, **attributes)[0]

    def split(self, operator: str, *inputs: str, parts: int, **attributes: Attribute) -> list[str]:
        """The same for an operator that makes several things."""
        names = [f"n{len(self._nodes)}_{part}" for part in range(parts)]
        self._nodes.append(_node(operator, inputs, names, attributes))
        return names

    def content(self) -> bytes:
        """The model as a file would hold it, without its weights."""
        graph = b"".join(
            [
                *(protobuf.content(1, node) for node in self._nodes),
                protobuf.content(2, "voice"),
                *(protobuf.content(5, tensor) for tensor in self._tensors),
                *self._ends,
            ]
        )
        opset = protobuf.content(1, "") + protobuf.integer(2, _OPSET)
        return protobuf.integer(1, _IR_VERSION) + protobuf.content(7, graph) + protobuf.content(8, opset)


def _node(
    operator: str, inputs: Sequence[str], outputs: Sequence[str], given: Mapping[str, Attribute]
) -> bytes:
    return b"".join(
        [
            *(protobuf.content(1, name) for name in inputs),
            *(protobuf.content(2, name) for name in outputs),
            protobuf.content(4, operator),
            *(protobuf.content(5, _attribute(name, value)) for name, value in given.items()),
        ]
    )


def _attribute(name: str, value: Attribute) -> bytes:
    if isinstance(value, float):
        return protobuf.content(1, name) + protobuf.number(2, value) + protobuf.integer(20, 1)
    if isinstance(value, int):
        return protobuf.content(1, name) + protobuf.integer(3, value) + protobuf.integer(20, 2)
    return protobuf.content(1, name) + protobuf.integers(8, value) + protobuf.integer(20, 7)


def _tensor(name: str, values: NDArray[np.generic]) -> bytes:
    element = protobuf.integer(2, _ELEMENTS[values.dtype.kind])
    return protobuf.integers(1, values.shape) + element + protobuf.content(8, name)


def _described(name: str, kind: str, shape: Sequence[int | str]) -> bytes:
    lengths = (
        protobuf.integer(1, length) if isinstance(length, int) else protobuf.content(2, length)
        for length in shape
    )
    dimensions = b"".join(protobuf.content(1, length) for length in lengths)
    tensor = protobuf.integer(1, _ELEMENTS[kind]) + protobuf.content(2, dimensions)
    return protobuf.content(1, name) + protobuf.content(2, protobuf.content(1, tensor))
