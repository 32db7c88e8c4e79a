"""Which features suit a dataset and a network; what is measured of the examples that are learnt from."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal

import numpy as np

from bazgoo.datasets import Dataset
from bazgoo.engines.classifier.characters import CharacterRuns, Characters, CharacterSequence
from bazgoo.engines.classifier.description import AnyFeatures
from bazgoo.engines.classifier.features import Numbers, Scaled
from bazgoo.engines.classifier.numbers import Columns, number
from bazgoo.engines.classifier.sound import MelFrames, MelStatistics
from bazgoo.training.classifier.examples import Labelled, columns
from bazgoo.training.config import ClassifierConfig

Seen = Literal["mel", "characters", "numbers"]
Network = Literal["dense", "convolutional"]

_BY_KIND: dict[str, Seen] = {"audio": "mel", "text": "characters", "csv": "numbers"}
_POSSIBLE: dict[str, tuple[Seen, ...]] = {
    "audio": ("mel", "characters"),
    "text": ("characters",),
    "csv": ("numbers", "characters"),
}
_USUAL = 0.95
"""The share of examples that is seen whole."""
_HEARD_S = 0.3, 3.0
"""Shortest and longest time that convolutions look at."""
_READ = 16, 256
"""Fewest and most characters that convolutions look at."""
_MOST_SYMBOLS = 200
_NUMERIC = 0.9
"""The share of a column's cells that must be numbers."""


def seen(dataset: Dataset, config: ClassifierConfig) -> Seen:
    """What is looked at: as the config says, or as suits the kind of the dataset."""
    return _BY_KIND[dataset.kind] if config.features == "auto" else config.features


def fits(dataset: Dataset, config: ClassifierConfig) -> bool:
    """There is such a thing to look at."""
    return seen(dataset, config) in _POSSIBLE[dataset.kind]


def network(dataset: Dataset, config: ClassifierConfig) -> Network:
    """As the config says; but columns have no order that convolutions could go along."""
    return "dense" if seen(dataset, config) == "numbers" else config.network


def proposed(dataset: Dataset, config: ClassifierConfig, learning: Sequence[Labelled]) -> AnyFeatures:
    """The features for these examples, before anything is measured."""
    wanted, convolutional = seen(dataset, config), network(dataset, config) == "convolutional"
    if wanted == "mel":
        return _frames(learning) if convolutional else MelStatistics()
    if wanted == "characters":
        return _sequence(learning) if convolutional else CharacterRuns()
    return Columns(columns=numeric_columns(learning)[0])


def fitted(features: AnyFeatures, measured: Iterable[Numbers]) -> AnyFeatures:
    """The same, with the scale of what was ``measured`` of the examples that are learnt from."""
    return features.fitted(measured) if isinstance(features, Scaled) else features


def numeric_columns(learning: Sequence[Labelled]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The columns that hold numbers, and those that do not, in the order of the table."""
    filled: Counter[str] = Counter()
    numeric: Counter[str] = Counter()
    for one in learning:
        for name, cell in columns(one.record).items():
            filled[name] += str(cell).strip() != ""
            numeric[name] += not math.isnan(number(cell))
    held = tuple(name for name in filled if numeric[name] and numeric[name] >= _NUMERIC * filled[name])
    return held, tuple(name for name in filled if name not in held)


def _frames(learning: Sequence[Labelled]) -> MelFrames:
    lengths = [one.record.duration_s or 0.0 for one in learning]
    shortest_s, longest_s = _HEARD_S
    heard_s = min(max(_quantile(lengths), shortest_s), longest_s)
    rate_hz = MelStatistics().sample_rate_hz / MelStatistics().hop
    return MelFrames(frames=math.ceil(heard_s * rate_hz))


def _sequence(learning: Sequence[Labelled]) -> CharacterSequence:
    texts = [Characters.spelt(_SPELLING, one.record.text) for one in learning]
    often = Counter(symbol for text in texts for symbol in text)
    symbols = sorted(often, key=lambda symbol: (-often[symbol], symbol))[:_MOST_SYMBOLS]
    fewest, most = _READ
    length = min(max(math.ceil(_quantile([len(text) for text in texts])), fewest), most)
    return CharacterSequence(symbols=tuple(symbols), length=length)


def _quantile(values: Sequence[float]) -> float:
    return float(np.quantile(values, _USUAL)) if values else 0.0


_SPELLING = CharacterRuns()
