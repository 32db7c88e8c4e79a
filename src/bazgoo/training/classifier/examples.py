"""Records → labelled examples: what each is an example of, which are learnt from, what a network is shown of them."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bazgoo.datasets import Dataset, Record
from bazgoo.datasets.audio import samples
from bazgoo.datasets.records import lot, split_of
from bazgoo.engines.classifier.characters import Characters
from bazgoo.engines.classifier.description import AnyFeatures
from bazgoo.engines.classifier.features import Numbers
from bazgoo.engines.classifier.sound import Mel, Sound
from bazgoo.errors import AudioUnreadable
from bazgoo.training.config import ClassifierConfig

_VALIDATED_FROM = 5
"""Records of a label from which one is always set aside, when any are."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A record, and what it is an example of."""

    record: Record
    label: str


@dataclass(frozen=True, slots=True)
class Example:
    """What a network is shown, and the number of its label."""

    features: Numbers
    label: int


def labelled(dataset: Dataset, config: ClassifierConfig) -> list[Labelled]:
    """The records that say what they are examples of, in order."""
    told = (
        (record, (record.speaker if config.target == "speaker" else record.label) or "")
        for record in dataset.all(excluded=False)
    )
    return [Labelled(record, label.strip()) for record, label in told if label.strip()]


def divided(records: Sequence[Labelled], share: float) -> tuple[list[Labelled], list[Labelled]]:
    """Those to learn from, and about ``share`` of each label to validate with, by what they hold.

    Every label is learnt from; where chance would set none of its five or more records aside, the nearest one is.
    """
    sides: tuple[list[Labelled], list[Labelled]] = ([], [])
    for label in sorted({one.label for one in records}):
        own = sorted((one for one in records if one.label == label), key=_drawn)
        aside = sum(split_of(one.record.content, share) == "validation" for one in own)
        least = 1 if share and len(own) >= _VALIDATED_FROM else 0
        aside = min(max(aside, least), len(own) - 1)
        sides[1].extend(own[:aside])
        sides[0].extend(own[aside:])
    return sides[0], sides[1]


def counts(records: Sequence[Labelled]) -> Mapping[str, int]:
    """How many examples each label has, labels in order."""
    return dict(sorted(Counter(one.label for one in records).items()))


def measured(
    dataset: Dataset, features: AnyFeatures, records: Iterable[Labelled]
) -> Iterator[tuple[Labelled, Numbers]]:
    """What can be read, with its features before they are scaled."""
    for one in records:
        try:
            given = _given(dataset, features, one.record)
        except AudioUnreadable:
            continue
        yield one, features.measured(given)


def examples(
    features: AnyFeatures, labels: Sequence[str], pairs: Iterable[tuple[Labelled, Numbers]]
) -> list[Example]:
    """Measured records as a network is shown them; those of other labels are left out."""
    return [
        Example(features.scaled(values), labels.index(one.label))
        for one, values in pairs
        if one.label in labels
    ]


def columns(record: Record) -> dict[str, Any]:
    """The cells of a row."""
    try:
        cells = json.loads(record.text)
    except ValueError:
        return {}
    return cells if isinstance(cells, dict) else {}


def _given(dataset: Dataset, features: AnyFeatures, record: Record) -> Any:
    if isinstance(features, Mel):
        original = dataset.original(record)
        if original is None:
            raise AudioUnreadable(file=str(record.n))
        sound = Sound(*samples(original, features.longest_s))
        if not sound.samples.size:
            raise AudioUnreadable(file=original.name)
        return sound
    return record.text if isinstance(features, Characters) else columns(record)


def _drawn(one: Labelled) -> float:
    return lot(one.record.content)
