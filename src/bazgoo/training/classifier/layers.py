"""A network as a list of layers: what torch builds, ONNX and TensorFlow.js are told, and the doctor counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod

from bazgoo.engines.classifier.characters import CharacterSequence
from bazgoo.engines.classifier.description import AnyFeatures

_EMBEDDED = 32
_CHANNELS = 64
_WIDTHS = (5, 5, 5)
_HALF = 2
_PARTS = 4
"""Sounds are told by what happens when: so many parts of the time, or a few more where they are short."""


@dataclass(frozen=True, slots=True)
class Embedding:
    """Numbers of symbols [time] → [time, width]."""

    symbols: int
    width: int


@dataclass(frozen=True, slots=True)
class Convolution:
    """[time, inputs] → [time, outputs], zeros around, then what is below 0 becomes 0."""

    inputs: int
    outputs: int
    width: int


@dataclass(frozen=True, slots=True)
class Highest:
    """[time, channels] → [⌊time / size⌋, channels], the highest of so many times."""

    size: int


@dataclass(frozen=True, slots=True)
class Flat:
    """[time, channels] → [time × channels], time after time."""


@dataclass(frozen=True, slots=True)
class Dense:
    """[inputs] → [outputs]; then what is below 0 becomes 0, but not in the last one."""

    inputs: int
    outputs: int
    last: bool = False


@dataclass(frozen=True, slots=True)
class Dropout:
    """Leaves out a share of the numbers, only while it learns."""

    share: float


Layer = Embedding | Convolution | Highest | Flat | Dense | Dropout


def layers(
    features: AnyFeatures, labels: int, network: str, hidden: Sequence[int], dropout: float
) -> tuple[Layer, ...]:
    """From ``features`` to one number a label, whose softmax is its probability."""
    found: list[Layer] = []
    width = features.shape[-1]
    if network == "convolutional":
        found, width = _over_time(features)
    for units in hidden:
        found += [Dense(width, units), *([Dropout(dropout)] if dropout else [])]
        width = units
    return (*found, Dense(width, labels, last=True))


def parameters(network: Sequence[Layer]) -> int:
    """How many numbers learn."""
    return sum(map(_parameters, network))


def multiplications(network: Sequence[Layer], features: AnyFeatures) -> int:
    """About how many an example takes."""
    time, total = features.shape[0], 0
    for layer in network:
        if isinstance(layer, Highest):
            time //= layer.size
        if isinstance(layer, Convolution):
            total += time * prod((layer.inputs, layer.outputs, layer.width))
        if isinstance(layer, Dense):
            total += layer.inputs * layer.outputs
    return total


def _over_time(features: AnyFeatures) -> tuple[list[Layer], int]:
    """Convolutions, each at half the pace, then the highest of parts of the time; how many numbers that gives."""
    found: list[Layer] = []
    time, width = features.shape[0], features.shape[-1]
    if isinstance(features, CharacterSequence):
        found, width = [Embedding(len(features.symbols) + 2, _EMBEDDED)], _EMBEDDED
    for size in _WIDTHS:
        found += [Convolution(width, _CHANNELS, size), Highest(_HALF)]
        time, width = time // _HALF, _CHANNELS
    last = Highest(time if isinstance(features, CharacterSequence) else max(1, time // _PARTS))
    return [*found, last, Flat()], time // last.size * width


def _parameters(layer: Layer) -> int:
    match layer:
        case Embedding(symbols, width):
            return symbols * width
        case Convolution(inputs, outputs, width):
            return inputs * outputs * width + outputs
        case Dense(inputs, outputs):
            return inputs * outputs + outputs
        case _:
            return 0
