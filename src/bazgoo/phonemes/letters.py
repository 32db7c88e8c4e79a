"""Which sounds each letter of a written word stands for: what the reader of unknown words sees and says.

A word and its sounds in Repr.1 are laid side by side, cheapest first; a letter stands for nothing, for its consonant,
or for that and the vowel after it, which Persian leaves unwritten.
"""

from collections.abc import Mapping

from bazgoo.text.characters import ZWNJ

CONSONANTS = {
    "ب": "b", "پ": "p", "ت": "t", "ث": "s", "ج": "j", "چ": "C", "ح": "h", "خ": "x", "د": "d", "ذ": "z", "ر": "r",
    "ز": "z", "ژ": "Z", "س": "s", "ش": "S", "ص": "s", "ض": "z", "ط": "t", "ظ": "z", "ع": "?", "غ": "q", "ف": "f",
    "ق": "q", "ک": "k", "گ": "g", "ل": "l", "م": "m", "ن": "n", "و": "v", "ه": "h", "ی": "y", "ئ": "?", "ؤ": "?",
    "أ": "?", "ء": "?",
}  # fmt: skip
"""The sound of each consonant letter, in Repr.1."""
_VOWELS = frozenset("aeouiA")
_LONGEST = 4
"""Sounds that one letter can stand for, such as «ی» in ایران «irA» … نیّه «iyye»."""
_NEVER = 9.0
_WORST = 8.0
"""Beyond this cost the sounds are not those of the word."""

_ALEF = {
    "": 1.0, "A": 0.0, "?A": 0.1, "an": 0.5, "?a": 0.5, "?e": 0.5, "?o": 0.5, "?": 0.5, "a": 0.8, "e": 0.8, "o": 0.8,
    "i": 1.5, "u": 1.5, "y": 1.5,
}  # fmt: skip
_GLOTTAL = {"": 0.3} | dict.fromkeys(_VOWELS, 0.4)
_SPECIAL: Mapping[str, Mapping[str, float]] = {
    ZWNJ: {"": 0.0, "e": 1.5, "a": 1.5, "o": 1.5},
    "ا": _ALEF | {"Aa": 1.5, "Ae": 1.5, "Ai": 1.5, "AA": 1.5},
    "آ": _ALEF | {"?A": 0.2},
    "و": {"u": 0.0, "o": 0.0, "": 0.8},
    "ی": {
        "i": 0.0, "iy": 0.1, "iya": 0.2, "iyA": 0.2, "iye": 0.2, "iyo": 0.2, "?i": 0.3, "iyy": 0.4, "A": 0.8, "e": 0.8,
        "ia": 0.9, "ie": 0.9, "iA": 0.9, "": 1.2,
    },
    "ه": {"e": 0.1, "eh": 0.5, "a": 0.7, "": 0.7},
    **dict.fromkeys("عئؤأء", _GLOTTAL),
}  # fmt: skip
_FIRST = {"a": 0.2, "e": 0.2, "o": 0.2, "": 2.0}
"""An alef at the beginning of a word, which seldom is «A»."""
_SHIFTED = frozenset(("نm", "جZ", "ذd", "طd", "دt", "تd", "کq", "بp", "وf", "گj", "سz"))
"""A letter and the sound that it takes on beside some others (شنبه «Sambe»)."""


def align(word: str, sounds: str) -> list[str] | None:
    """What of ``sounds`` (Repr.1) each letter of ``word`` stands for; None when they are not of each other."""
    best: dict[int, tuple[float, list[str]]] = {0: (0.0, [])}
    for at, letter in enumerate(word):
        reached: dict[int, tuple[float, list[str]]] = {}
        for begin, (paid, pieces) in best.items():
            for end in range(begin, min(begin + _LONGEST, len(sounds)) + 1):
                cost = paid + _cost(letter, sounds[begin:end], first=at == 0)
                if cost < min(_WORST, reached[end][0] if end in reached else _WORST):
                    reached[end] = cost, [*pieces, sounds[begin:end]]
        best = reached
    return best[len(sounds)][1] if len(sounds) in best else None


def _cost(letter: str, piece: str, *, first: bool) -> float:
    """How unusual it is that ``letter`` stands for ``piece``."""
    if first and letter == "ا" and piece in _FIRST:
        return _FIRST[piece]
    special = _SPECIAL.get(letter, {}).get(piece)
    return _usual(letter, piece) if special is None else special


def _usual(letter: str, piece: str) -> float:
    consonant = CONSONANTS.get(letter)
    if consonant is None:
        return _NEVER
    if not piece:
        return 2.5
    if piece[0] != consonant:
        return _NEVER if letter + piece[0] not in _SHIFTED else 1.0 + _rest(piece[1:], "")
    return _rest(piece[1:], consonant)


def _rest(piece: str, consonant: str) -> float:
    """What follows a consonant: nothing, itself again, a vowel."""
    doubled = bool(consonant) and piece.startswith(consonant)
    vowel = piece[1:] if doubled else piece
    if not vowel or vowel in _VOWELS:
        return 0.3 * doubled + 0.1 * bool(vowel)
    return 3.0 if len(vowel) == 2 and set(vowel) <= _VOWELS else _NEVER
