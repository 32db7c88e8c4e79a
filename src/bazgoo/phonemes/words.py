"""Words that are known: the compiled dictionary, and what is made of its words by endings and by joining.

Only endings that cannot be mistaken are taken off; the others («ی», «م», «ش») are as often a part of the word.
"""

from dataclasses import dataclass
from functools import cache

from bazgoo.phonemes.weights import shipped
from bazgoo.text.characters import ZWNJ

FILE = "words.tsv"

_ENDINGS = {
    "ها": "hA", "های": "hAy", "هایی": "hAyi", "هایم": "hAyam", "هایت": "hAyat", "هایش": "hAyaS", "هایمان": "hAyemAn",
    "هایتان": "hAyetAn", "هایشان": "hAyeSAn", "هام": "hAm", "هات": "hAt", "هاش": "hAS", "هامون": "hAmun",
    "هاتون": "hAtun", "هاشون": "hASun", "هارو": "hAro", "ترین": "tarin", "ترین‌ها": "tarinhA", "ترها": "tarhA",
}  # fmt: skip
"""Endings that are said alike behind every word."""
_LONGEST_FIRST = sorted(_ENDINGS, key=len, reverse=True)
_APART = {
    "تر": "tar", "ای": "?i", "ام": "?am", "ات": "?at", "اش": "?aS", "ایم": "?im", "اید": "?id", "اند": "?and",
    "ایی": "?i",
}  # fmt: skip
"""Endings that are one only behind a ZWNJ."""
_POSSESSIVE = {"مان": "mAn", "تان": "tAn", "شان": "SAn", "مون": "mun", "تون": "tun", "شون": "Sun"}
_BEHIND_HE = {"م": "m", "ت": "t", "ش": "S", "مون": "mun", "تون": "tun", "شون": "Sun", "ست": "st", "س": "s"}
"""Endings before which colloquial speech turns the «e» of a silent he to «a»."""
_JOINING = "و"
_VOWELS = "AaeouiA"


@dataclass(frozen=True, slots=True)
class Known:
    """How a word of the dictionary is said, in Repr.1."""

    sound: str
    colloquial: str
    """How it is said in Tehran, if otherwise."""
    sources: str
    """Who says so, joined by «+»."""


@cache
def dictionary() -> dict[str, str]:
    """The rest of each row of the dictionary by its word, which is written without ZWNJ."""
    lines = shipped(FILE).read_text("utf-8").splitlines()
    return dict(line.split("\t", 1) for line in lines if not line.startswith("#"))


def look_up(word: str) -> Known | None:
    """The entry of a word."""
    row = dictionary().get(word.replace(ZWNJ, ""))
    return Known(*row.split("\t")) if row else None


def sound(word: str, *, colloquial: bool = False) -> str | None:
    """How a word is said, in Repr.1: as the dictionary has it, or made of what it has; None when it is unknown."""
    return _listed(word, colloquial) or _with_ending(word, colloquial) or _joined(word, colloquial)


def _listed(word: str, colloquial: bool) -> str | None:
    known = look_up(word)
    if known is None:
        return None
    return known.colloquial if colloquial and known.colloquial else known.sound


def _with_ending(word: str, colloquial: bool) -> str | None:
    stem, apart, ending = word.rpartition(ZWNJ)
    if not apart:
        ending = next((one for one in _LONGEST_FIRST if word.endswith(one)), "")
        stem = word.removesuffix(ending) if ending else ""
    said = sound(stem, colloquial=colloquial) if len(stem) > 1 else None
    return None if said is None else _ended(said, stem, ending, apart=bool(apart))


def _ended(said: str, stem: str, ending: str, *, apart: bool) -> str | None:
    if ending in _ENDINGS:
        return said + _ENDINGS[ending]
    if not apart:
        return None
    if ending in _BEHIND_HE and stem.endswith("ه") and said.endswith("e"):
        return f"{said[:-1]}a{_BEHIND_HE[ending]}"
    if ending in _POSSESSIVE:
        return said + ("" if said[-1] in _VOWELS else "e") + _POSSESSIVE[ending]
    return said + _APART[ending] if ending in _APART else None


def _joined(word: str, colloquial: bool) -> str | None:
    """The parts of a compound one behind the other, if all of them are known."""
    parts = word.split(ZWNJ)
    if len(parts) == 1:
        return None
    sounds = [
        "o" if 0 < at < len(parts) - 1 and part == _JOINING else _listed(part, colloquial)
        for at, part in enumerate(parts)
    ]
    return "".join(filter(None, sounds)) if all(sounds) else None
