"""The networks in torch, and their weights as arrays."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from bazgoo.training.classifier.layers import (
    Convolution,
    Dense,
    Dropout,
    Embedding,
    Flat,
    Highest,
    Layer,
)

Weights = Sequence[Sequence[NDArray[np.float32]]]
"""Of each layer its kernel and its bias, inputs before outputs: [inputs, outputs], [width, inputs, outputs]."""


class Network(nn.Module):
    """Features [examples, …] → one number a label [examples, labels], whose softmax is its probability."""

    def __init__(self, layers: Sequence[Layer]) -> None:
        super().__init__()
        self.layers = nn.ModuleList(map(_module, layers))

    def forward(self, features: Tensor) -> Tensor:
        for layer in self.layers:
            features = layer(features)
        return features

    def weights(self) -> Weights:
        """As TensorFlow has them."""
        return [[_array(layer, weight) for weight in layer.parameters()] for layer in self.layers]


class Embed(nn.Embedding):
    """Numbers of symbols, as floats [examples, time] → [examples, time, width]."""

    def forward(self, symbols: Tensor) -> Tensor:
        return super().forward(symbols.long())


class Convolve(nn.Conv1d):
    """[examples, time, inputs] → [examples, time, outputs]."""

    def forward(self, values: Tensor) -> Tensor:
        return functional.relu(super().forward(values.transpose(1, 2))).transpose(1, 2)


class TakeHighest(nn.MaxPool1d):
    """[examples, time, channels] → [examples, ⌊time / size⌋, channels]."""

    def forward(self, values: Tensor) -> Tensor:
        return super().forward(values.transpose(1, 2)).transpose(1, 2)


def _module(layer: Layer) -> nn.Module:
    match layer:
        case Embedding(symbols, width):
            return Embed(symbols, width)
        case Convolution(inputs, outputs, width):
            return Convolve(inputs, outputs, width, padding=width // 2)
        case Highest(size):
            return TakeHighest(size)
        case Flat():
            return nn.Flatten()
        case Dropout(share):
            return nn.Dropout(share)
        case Dense(inputs, outputs, last):
            linear = nn.Linear(inputs, outputs)
            return linear if last else nn.Sequential(linear, nn.ReLU())


def _array(layer: nn.Module, weight: Tensor) -> NDArray[np.float32]:
    values = weight.detach().cpu().float().numpy()
    return np.ascontiguousarray(values if isinstance(layer, Embed) else values.T)
