"""An utterance as the letters of a voice that was trained on written text."""

import unicodedata
from collections.abc import Container

from bazgoo.engines.symbols import keep_known, letters
from bazgoo.phonemes import Utterance

_TWINS = {
    "ی": "ي",
    "ک": "ك",
    "ي": "ی",
    "ك": "ک",
    "ۀ": "ه",
    "ة": "ه",
    "؟": "?",
    "،": ",",
    "؛": ";",
    "\u200c": "",
}
"""The same letter as others write it; the space of no width may go, and the word is read as well."""


def spelled(utterance: Utterance, known: Container[str]) -> list[str]:
    """Its letters that are ``known``, each in the form in which it is; how many are lost is logged."""
    written = [form for letter in letters(utterance) for form in _forms(letter, known)]
    return keep_known(written, known, missed=_is_letter)


def _forms(letter: str, known: Container[str]) -> str:
    """The letter itself, or else its small form, its twin or its parts, whichever is known first."""
    for form in (letter, letter.lower(), _TWINS.get(letter, letter)):
        if form in known:
            return form
    twin = _TWINS.get(letter, letter)
    return unicodedata.normalize("NFD", twin)


def _is_letter(symbol: str) -> bool:
    return unicodedata.category(symbol)[0] in "LN"
