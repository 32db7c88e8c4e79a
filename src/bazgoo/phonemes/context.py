"""What the words of a passage tell about each other: which carry an ezafe, and how homographs are said."""

from collections.abc import Sequence
from dataclasses import dataclass

from bazgoo.phonemes import homographs
from bazgoo.phonemes.ezafe import FIGURES, bound, unmarked
from bazgoo.phonemes.tags import tag
from bazgoo.text.numbers import FIGURES as NUMBER_WORDS
from bazgoo.text.tokens import Token


@dataclass(frozen=True, slots=True)
class Context:
    """What a word's neighbours tell of it."""

    ezafe: bool
    ipa: str | None = None
    """How it is said here, if it is a homograph."""
    alternatives: tuple[str, ...] = ()
    """How else it could be said."""


def read_context(tokens: Sequence[Token]) -> list[Context]:
    """The context of each of ``tokens``, which are all heard."""
    written = [_seen(token) for token in tokens]
    words = [*map(unmarked, written)]
    tags = tag(words)
    ezafe = bound(written, tags)
    return [_of(words, tags, ezafe, at) for at in range(len(words))]


def _seen(token: Token) -> str:
    """A token as the reader was taught to see it: one word, figures all alike; ۲۵٪ is the word درصد."""
    last = token.spoken.rpartition(" ")[2]
    return FIGURES if token.text[0].isdigit() and last in NUMBER_WORDS else last


def _of(words: Sequence[str], tags: Sequence[str], ezafe: Sequence[bool], at: int) -> Context:
    ipa = homographs.choose(words, tags, ezafe, at)
    others = tuple(way for way in homographs.readings().get(words[at], ()) if way != ipa)
    return Context(ezafe[at], ipa, others)
