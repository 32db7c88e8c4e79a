"""What dictionaries agree on: each votes with as much as it was found to be right."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bazgoo.training.words.sources import Table

WEIGHTS = {
    "bazgoo": 6.0,
    "farsdat": 2.0,
    "moen": 1.2,
    "zaya": 1.0,
    "espeak": 1.0,
    "tihu": 0.8,
    "ipa-dict": 0.8,
}
"""By source; our own tables were written to decide where the others dispute."""
LEAST_SHARE = 0.6
"""Of the votes, that the winner must have."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """A word, how it is said by most, and by whom."""

    word: str
    sound: str
    sources: tuple[str, ...]


def agreed(table: Table) -> Iterator[Agreed]:
    """The words whose pronunciation is not in dispute."""
    for word, said in sorted(table.items()):
        sound, share = winner(said)
        if share >= LEAST_SHARE:
            by = (source for source, ways in said.items() if any(_same(way, sound) for way in ways))
            yield Agreed(word, sound, tuple(sorted(by)))


def winner(said: Mapping[str, Counter[str]]) -> tuple[str, float]:
    """The pronunciation with most votes, and its share; glottal stops, which some leave out, make no difference."""
    votes: Counter[str] = Counter()
    for source, ways in said.items():
        for way, times in ways.items():
            votes[way] += WEIGHTS[source] * times / ways.total()  # type: ignore[assignment]
    together: defaultdict[str, float] = defaultdict(float)
    for way, weight in votes.items():
        together[way.replace("?", "")] += weight
    best = max(together, key=lambda plain: (together[plain], plain))
    sound = max((way for way in votes if _same(way, best)), key=lambda way: ("?" in way, votes[way], way))
    return sound, together[best] / votes.total()


def _same(one: str, other: str) -> bool:
    return one.replace("?", "") == other.replace("?", "")
