"""Texts as a network sees them: how often runs of characters occur, or the characters one by one."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Literal

import numpy as np
from pydantic import Field

from bazgoo.engines.classifier.features import Features, Numbers

_DIGITS = {digit: str(value) for digits in ("۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩") for value, digit in enumerate(digits)}
LETTERS: Mapping[str, str] = {
    **{"ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "ۀ": "ه", "أ": "ا", "إ": "ا"},
    **_DIGITS,
    # ZWNJ and its like, the kashida, vowel signs
    **dict.fromkeys(
        map(chr, [0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x640, *range(0x64B, 0x656), 0x670]), ""
    ),
}
"""What is written in several ways and read as one."""
_SPACES = re.compile("[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")


class Characters(Features):
    """A text in one spelling: Unicode's NFKC, then ``letters``, then small letters, then words apart by one space."""

    letters: dict[str, str] = Field(default_factory=lambda: dict(LETTERS))
    """A character, and what is put in its place."""

    def spelt(self, text: str) -> str:
        """``text`` in that spelling."""
        unified = unicodedata.normalize("NFKC", text)
        written = "".join(self.letters.get(letter, letter) for letter in unified)
        return _SPACES.sub(" ", written.lower()).strip(" ")


class CharacterRuns(Characters):
    """A bag of runs: every word between two spaces is cut into runs of each length, and is one itself if it is longer.

    Each run falls into the slot of its hash: FNV-1a of its UTF-8 in 32 bits, modulo ``slots``. A slot holds
    ln(1 + how many fell into it); all are divided by their Euclidean length.
    """

    kind: Literal["character_runs"] = "character_runs"
    lengths: tuple[int, ...] = Field(default=(2, 3, 4), min_length=1, max_length=16)
    """In code points, rising; the spaces at both ends of a word count."""
    slots: int = Field(default=2048, ge=1, le=1 << 20)

    @property
    def shape(self) -> tuple[int, ...]:
        """A number for each slot."""
        return (self.slots,)

    def measured(self, example: str) -> Numbers:
        """The slots of a text; all 0 when there is nothing in it."""
        counts = np.zeros(self.slots)
        for run, count in Counter(self.runs(example)).items():
            counts[fnv1a(run) % self.slots] += count
        heights = np.log1p(counts)
        return (heights / max(1e-12, float(np.sqrt((heights**2).sum())))).astype(np.float32)

    def runs(self, text: str) -> Iterator[str]:
        """Every run of ``text``, as often as it occurs."""
        for word in filter(None, self.spelt(text).split(" ")):
            framed = f" {word} "
            for length in self.lengths:
                yield from (framed[at : at + length] for at in range(len(framed) - length + 1))
            if len(framed) > self.lengths[-1]:
                yield framed


class CharacterSequence(Characters):
    """The characters one by one, as numbers: 0 is nothing, 1 a character that was never learnt, then ``symbols``."""

    kind: Literal["character_sequence"] = "character_sequence"
    symbols: tuple[str, ...]
    """The first has the number 2."""
    length: int = Field(ge=1, le=100_000)
    """Of what is longer only the beginning counts; what is shorter goes on with 0."""

    @property
    def shape(self) -> tuple[int, ...]:
        """A number for each place."""
        return (self.length,)

    def measured(self, example: str) -> Numbers:
        """The numbers of the characters."""
        number = {symbol: place for place, symbol in enumerate(self.symbols, 2)}
        ids = [number.get(symbol, 1) for symbol in self.spelt(example)[: self.length]]
        return np.array(ids + [0] * (self.length - len(ids)), np.float32)


def fnv1a(text: str) -> int:
    """FNV-1a of the UTF-8 of ``text``, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/."""
    value = 0x811C9DC5
    for byte in text.encode("utf-8", "replace"):
        value = (value ^ byte) * 0x01000193 & 0xFFFFFFFF
    return value
