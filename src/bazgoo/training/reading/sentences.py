"""Sentences whose reading is known, as the trainers take them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bazgoo.phonemes.ezafe import FIGURES, unmarked
from bazgoo.text.characters import fold, unify
from bazgoo.text.punctuation import MARKS

_PIECE = re.compile("[\\w\u200c\u064b-\u0655\u0670]+|[^\\w\\s]")
_HEARD = str.maketrans({"(": "،", ")": "،", "–": "،", "-": "،", ",": "،", ";": "؛", "?": "؟"})


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with what is known of its words; None where nothing is."""

    words: tuple[str, ...]
    ezafe: tuple[bool | None, ...]
    tags: tuple[str | None, ...]

    def without_marks(self) -> "Example":
        """The same as people type it in a hurry: without its commas."""
        kept = [at for at, word in enumerate(self.words) if is_word(word) or word in ".؟!"]

        def pick(row: Sequence[object]) -> tuple[object, ...]:
            return tuple(row[at] for at in kept)

        return Example(pick(self.words), pick(self.ezafe), pick(self.tags))  # type: ignore[arg-type]

    def without_ezafes(self) -> "Example":
        """The same without the ezafes that are written on its words, which then are known."""
        bare = tuple(map(unmarked, self.words))
        ezafe = tuple(
            one != other or answer for one, other, answer in zip(bare, self.words, self.ezafe, strict=True)
        )
        return Example(bare, ezafe, self.tags)


def pieces(sentence: str) -> list[str]:
    """The words and marks of a sentence, as the reader sees them."""
    return [said for piece in _PIECE.findall(fold(sentence)) if (said := seen(piece))]


def seen(piece: str) -> str:
    """One word or mark as the reader sees it; "" for a mark that is not heard."""
    if piece[0].isdigit():
        return FIGURES
    if is_word(piece):
        return unify(piece) or piece
    mark = piece.translate(_HEARD)
    return mark if mark in MARKS else ""


def is_word(piece: str) -> bool:
    """Whether it is a word, not a mark."""
    return piece[0].isalnum()
