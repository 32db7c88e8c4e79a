"""The yardstick: sentences written apart, with their sounds, that nothing is ever taught with."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import Literal

Kind = Literal["formal", "colloquial"]
KINDS: tuple[Kind, ...] = ("formal", "colloquial")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and how it is read aloud."""

    kind: Kind
    text: str
    """As people write it."""
    sounds: tuple[str, ...]
    """One for each word, in Repr.1, an ezafe as `-e` or `-ye`."""
    homographs: dict[str, str]
    """Those in it, with how they are said here."""


def yardstick() -> Iterator[Sentence]:
    """Every sentence of it."""
    for line in files(__package__).joinpath("yardstick.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            kind, text, sounds, homographs = line.split("\t")
            pairs = (pair.partition("=") for pair in homographs.split())
            yield Sentence(
                "formal" if kind == "formal" else "colloquial",
                text,
                tuple(sounds.split()),
                {word: said for word, _, said in pairs},
            )
