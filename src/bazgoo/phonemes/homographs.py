"""Homographs: words written alike and said differently, chosen by what stands around them."""

from collections.abc import Sequence
from functools import cache

from bazgoo.phonemes.alphabet import from_repr1
from bazgoo.phonemes.linear import totals
from bazgoo.phonemes.tags import NONE
from bazgoo.phonemes.weights import shipped

NEAR = 4


@cache
def readings() -> dict[str, tuple[str, ...]]:
    """Every homograph with its pronunciations in IPA, in the order the weights know them by."""
    lines = shipped("homographs.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {word: tuple(from_repr1(said) for said in pronunciations) for word, *pronunciations in rows}


def choose(words: Sequence[str], tags: Sequence[str], ezafe: Sequence[bool], at: int) -> str | None:
    """How the word at ``at`` is said here, in IPA; None when it is no homograph."""
    ways = readings().get(words[at])
    if ways is None:
        return None
    seen = features(words, tags, ezafe, at)
    scores = totals("homographs", [of_reading(words[at], way, seen) for way in range(len(ways))])
    return ways[scores.index(max(scores))]


def of_reading(word: str, way: int, seen: Sequence[str]) -> list[str]:
    """What speaks for one reading of ``word``: its own weight for everything that was seen."""
    return [f"{word}{way}{feature}" for feature in seen]


def features(words: Sequence[str], tags: Sequence[str], ezafe: Sequence[bool], at: int) -> list[str]:
    """What decides: the neighbours, their parts of speech, the ezafe, and every word of the sentence."""

    def near(row: Sequence[str], step: int) -> str:
        return row[at + step] if 0 <= at + step < len(row) else NONE

    left, right = near(words, -1), near(words, 1)
    before, tag, after = near(tags, -1), tags[at], near(tags, 1)
    seen = [
        "h0", f"h1{left}", f"h2{right}", f"h3{near(words, -2)}|{left}", f"h4{right}|{near(words, 2)}",
        f"h5{left}|{right}", f"h6{before}", f"h7{after}", f"h8{before}{after}", f"h9{tag}", f"ha{ezafe[at]}",
        f"hb{at > 0 and ezafe[at - 1]}", f"hc{ezafe[at]}{tag}", f"hd{left[-2:]}", f"he{right[-2:]}",
        f"hf{right[:2]}", f"hg{at >= len(words) - 2}", f"hh{at == 0}",
    ]  # fmt: skip
    for place, word in enumerate(words):
        if place != at and len(word) > 1:
            seen += [f"hx{word}", f"hy{word.partition('‌')[0][:4]}"]
            if abs(place - at) <= NEAR:
                seen.append(f"h{'l' if place < at else 'r'}{word}")
    return seen
