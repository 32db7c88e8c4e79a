"""Scores of a reading: shares of what is right."""

from collections.abc import Sequence
from dataclasses import dataclass

from bazgoo.training.reading.sentences import Example


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    part: float
    whole: float

    @property
    def percent(self) -> float:
        """The share in percent; 0 of nothing is 0."""
        return 100 * self.part / self.whole if self.whole else 0.0


def ezafe_scores(name: str, examples: Sequence[Example], said: Sequence[Sequence[bool]]) -> dict[str, Share]:
    """Precision, recall and F1 of the ezafes that were ``said``, where it is known what is right."""
    pairs = [
        (right, guess)
        for example, guesses in zip(examples, said, strict=True)
        for right, guess in zip(example.ezafe, guesses, strict=True)
        if right is not None
    ]
    hits = sum(right and guess for right, guess in pairs)
    given, due = sum(guess for _, guess in pairs), sum(bool(right) for right, _ in pairs)
    return {
        f"{name}: precision": Share(hits, given),
        f"{name}: recall": Share(hits, due),
        f"{name}: F1": Share(2 * hits, given + due),
    }
