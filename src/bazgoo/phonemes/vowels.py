"""A word as it is written with its vowels, from how it is said: what a reader sees under “How it will be read”."""

import re
import unicodedata

from bazgoo.phonemes import alphabet
from bazgoo.phonemes.ezafe import unmarked
from bazgoo.phonemes.letters import align
from bazgoo.phonemes.utterance import Word

KASRE, HAMZE = "\N{ARABIC KASRA}", "\N{ARABIC HAMZA ABOVE}"
_MARKS = {"a": "\N{ARABIC FATHA}", "e": KASRE, "o": "\N{ARABIC DAMMA}"}
_TASHDID = "\N{ARABIC SHADDA}"
_PERSIAN = re.compile("[ءآأؤئابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی\u200c]+")
_EZAFE = re.compile("(?<=[aeiouA])ye$|e$")
_CARRIERS = "وه"
"""Letters that stand for a short vowel themselves: its mark is set on the letter before."""


def vocalized(word: Word) -> str:
    """``word`` with its short vowels, its doubled consonants and its ezafe written; as it stands if that cannot be."""
    spelling = unmarked(word.spoken)
    if word.source == "mark" or len(spelling) < 2 or not _PERSIAN.fullmatch(spelling):
        return word.text
    said = alphabet.repr1(word.ipa)
    sound = _EZAFE.sub("", said) if word.ezafe else said
    pieces = align(spelling, sound) or align(spelling, f"?{sound}")
    written = "".join(map(_written, spelling, pieces)) if pieces else spelling
    marked = written + _ezafe(spelling, sound) if word.ezafe else written
    return unicodedata.normalize("NFC", marked)


def _written(letter: str, piece: str) -> str:
    """One letter with the marks that its piece of sound asks for."""
    vowel = _MARKS.get(piece[-1:], "")
    if letter in _CARRIERS and piece in ("e", "o", "a"):
        return vowel + letter
    if letter == "ا" and piece == "an":
        return letter + "\N{ARABIC FATHATAN}"
    doubled = len(piece) > 1 and piece[0] == piece[1] and piece[0] not in "aeiouA"
    return letter + _TASHDID * doubled + vowel


def _ezafe(spelling: str, sound: str) -> str:
    """The mark of the ezafe: a small hamza on a silent he, else a kasre."""
    return HAMZE if spelling.endswith("ه") and sound.endswith("e") else KASRE
