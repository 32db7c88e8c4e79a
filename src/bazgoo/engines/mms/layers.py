"""The layers that the parts of VITS are made of; sequences are 1 × channels × length."""

import math
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from bazgoo.engines.mms.onnx_graph import OnnxGraph
from bazgoo.engines.mms.safetensors import SafeTensors

# How weight-normed layers are kept: the lengths and the directions, before and since PyTorch 2.1.
_NORMED = (
    ("weight_g", "weight_v"),
    ("parametrizations.weight.original0", "parametrizations.weight.original1"),
)
_EPSILON = 1e-5


class Layers:
    """Layers by the names of their weights, added to a graph."""

    def __init__(self, graph: OnnxGraph, weights: SafeTensors) -> None:
        self.graph = graph
        self.weights = weights

    def convolve(
        self, layer: str, x: str, *, dilation: int = 1, depthwise: bool = False, stride: int = 0
    ) -> str:
        """A convolution that keeps the length; with a ``stride`` a transposed one that multiplies it."""
        kernel = self._kernel(layer)
        width = kernel.shape[2]
        inputs = [x, self.graph.weight(kernel)]
        if f"{layer}.bias" in self.weights:
            inputs.append(self.graph.weight(self.weights.take(f"{layer}.bias")))
        if stride:
            pads = [(width - stride) // 2] * 2
            return self.graph.add("ConvTranspose", *inputs, strides=[stride], pads=pads)
        # For even kernels, as VITS pads them: the longer side is the right one.
        reach = dilation * (width - 1)
        pads = [reach // 2, reach - reach // 2]
        groups = kernel.shape[0] if depthwise else 1
        return self.graph.add("Conv", *inputs, pads=pads, dilations=[dilation], group=groups)

    def project(self, layer: str, x: str) -> str:
        """A linear layer over the last axis of length × channels."""
        weight = self.graph.weight(self.weights.take(f"{layer}.weight").T)
        made = self.graph.add("MatMul", x, weight)
        if f"{layer}.bias" in self.weights:
            made = self.add(made, self.graph.weight(self.weights.take(f"{layer}.bias")))
        return made

    def normalise(self, layer: str, x: str, epsilon: float = _EPSILON) -> str:
        """Layer normalisation over the last axis."""
        scale, shift = (
            self.graph.weight(self.weights.take(f"{layer}.{part}")) for part in ("weight", "bias")
        )
        return self.graph.add("LayerNormalization", x, scale, shift, axis=-1, epsilon=epsilon)

    def normalise_channels(self, layer: str, x: str) -> str:
        """Layer normalisation over the channels."""
        return self.turn(self.normalise(layer, self.turn(x)))

    def turn(self, x: str) -> str:
        """1 × channels × length as 1 × length × channels, and back."""
        return self.graph.add("Transpose", x, perm=[0, 2, 1])

    def gelu(self, x: str) -> str:
        """x · Φ(x)."""
        below = self.graph.add("Erf", self.scale(x, 1 / math.sqrt(2)))
        return self.scale(self.graph.add("Mul", x, self.add(below, self.graph.constant(1.0))), 0.5)

    def add(self, a: str, b: str) -> str:
        """a + b."""
        return self.graph.add("Add", a, b)

    def scale(self, x: str, factor: float) -> str:
        """x · factor."""
        return self.graph.add("Mul", x, self.graph.constant(float(factor)))

    def halves(self, x: str, axis: int = 1) -> list[str]:
        """The two halves of x."""
        return self.graph.split("Split", x, parts=2, axis=axis)

    def join(self, parts: Iterable[str], axis: int = 1) -> str:
        """``parts`` one after the other."""
        return self.graph.add("Concat", *parts, axis=axis)

    def flip(self, x: str, channels: int) -> str:
        """The channels in the opposite order."""
        return self.graph.add("Gather", x, self.graph.constant([*range(channels)][::-1]), axis=1)

    def _kernel(self, layer: str) -> NDArray[np.float32]:
        for length, direction in _NORMED:
            if f"{layer}.{direction}" in self.weights:
                lengths, towards = (self.weights.take(f"{layer}.{part}") for part in (length, direction))
                norms = np.sqrt(np.sum(towards**2, axis=(1, 2), keepdims=True))
                kernel: NDArray[np.float32] = towards * (lengths / norms)
                return kernel
        plain = self.weights.take(f"{layer}.weight")
        if plain.ndim != 3:
            raise ValueError(f"{layer} is no convolution")
        return plain
