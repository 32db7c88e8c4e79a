"""Sentences to read aloud: 600, written for Bazgoo, ordered so that whoever stops early has said the most.

`python -m bazgoo.datasets.prompts FILE…` writes such a list of the sentences in FILEs, one a line.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

from bazgoo.datasets.coverage import PHONES
from bazgoo.phonemes import transcribe
from bazgoo.text import passages

_SOUND = re.compile("|".join([*sorted(PHONES, key=len, reverse=True), "[,;:.?!…]"]))
_REST, _QUESTION = ".", "?"


@dataclass(frozen=True, slots=True)
class Prompt:
    """A sentence to read aloud."""

    id: str
    text: str


@cache
def prompts() -> tuple[Prompt, ...]:
    """Bazgoo's own, in the order in which to read them."""
    lines = files(__package__).joinpath("prompts.tsv").read_text("utf-8").splitlines()
    return tuple(Prompt(*line.split("\t")) for line in lines if not line.startswith("#"))


@cache
def sound_pairs(text: str) -> frozenset[tuple[str, str]]:
    """Each sound of ``text`` with the next; the rest at each mark is a sound too, and a question rests otherwise."""
    said = " ".join(word.ipa for passage in passages(text) for word in transcribe(passage.tokens).words)
    return frozenset(pairwise([_REST, *map(_sound, _SOUND.findall(said))]))


def _sound(symbol: str) -> str:
    return symbol if symbol in PHONES or symbol == _QUESTION else _REST


def in_order(texts: Iterable[str], most: int) -> list[str]:
    """At most ``most`` of ``texts``, greedily: next comes what has most of the pairs heard least so far."""
    left, heard = list(dict.fromkeys(texts)), Counter[tuple[str, str]]()
    chosen: list[str] = []
    while left and len(chosen) < most:
        best = max(left, key=lambda text: sum(1 / (1 + heard[pair]) ** 2 for pair in sound_pairs(text)))
        left.remove(best)
        chosen.append(best)
        heard.update(sound_pairs(best))
    return chosen


def main(sources: list[str], most: int = 600) -> None:
    """Write the list."""
    lines = [line.strip() for source in sources for line in Path(source).read_text("utf-8").splitlines()]
    sys.stdout.write(
        "# id, sentence. Written for Bazgoo, CC0. Ordered by python -m bazgoo.datasets.prompts.\n"
    )
    for number, text in enumerate(in_order(filter(None, lines), most), 1):
        sys.stdout.write(f"p{number:03}\t{text}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
