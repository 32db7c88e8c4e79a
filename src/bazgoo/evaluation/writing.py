"""Scores of the step from written to spoken, by the kind of what is written, on a table that was made apart from it.

Letters and figures alone count: where pauses are heard, and whether parts of a word are written together, is a matter
of taste.
"""

import re
from collections.abc import Callable
from importlib.resources import files

_UNCOUNTED = re.compile("[\\W_\u064b-\u0655\u0670]")


def judge_writing(say: Callable[[str], str]) -> dict[str, tuple[int, int]]:
    """For each kind how many rows are said in one of the ways that are right, and how many there are."""
    scores: dict[str, tuple[int, int]] = {}
    for line in files(__package__).joinpath("written.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            kind, written, ways = line.split("\t")
            right, rows = scores.get(kind, (0, 0))
            said = plain(say(written)) in map(plain, ways.split(" | "))
            scores[kind] = right + said, rows + 1
    return scores


def plain(spoken: str) -> str:
    """The letters and figures of what is said."""
    return _UNCOUNTED.sub("", spoken.replace("ۀ", "ه").replace("ة", "ه"))
