"""Formal Persian respelled as Tehran speaks it: the mode “colloquial”.

Word by word, by the table `colloquial.tsv`, which also says how each is pronounced; what is not in it stays as it is.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Literal

from bazgoo.text.characters import ZWNJ, fold, unify
from bazgoo.text.passages import Passage
from bazgoo.text.tokens import Token

_ONE = "یک"
"""«یه» on its own, never within a number."""

Mode = Literal["formal", "colloquial"]
"""Read as written, or as it is spoken in Tehran."""


def in_mode(mode: Mode, passages: Iterable[Passage]) -> Iterator[Passage]:
    """The passages, respelled if the mode is colloquial."""
    for passage in passages:
        yield passage if mode == "formal" else replace(passage, tokens=tuple(map(respelled, passage.tokens)))


def respelled(token: Token) -> Token:
    """The token as Tehran says it; what an author said in words or sounds stays."""
    if token.given or token.ipa is not None:
        return token
    words = token.spoken.split(" ")
    kept = _ONE if len(words) > 1 else None
    said = (word if word == kept else _table().get(word.replace(ZWNJ, ""), word) for word in words)
    return replace(token, spoken=" ".join(said))


@cache
def _table() -> dict[str, str]:
    """Tehran's spelling by the formal one, which has no ZWNJ; the first row of a word counts."""
    table: dict[str, str] = {}
    for line in files("bazgoo.text").joinpath("colloquial.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            spelling, _, formal = line.split("\t")
            if " " not in formal and formal != "-":
                table.setdefault(unify(fold(formal)).replace(ZWNJ, ""), unify(fold(spelling)))
    return table
