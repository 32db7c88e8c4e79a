"""How a text is said when its author says what it is: the ``interpret-as`` of SSML's ``<say-as>``."""

import re
from collections.abc import Callable

from bazgoo.text.characters import fold, unify
from bazgoo.text.latin import LETTERS as LATIN_LETTERS
from bazgoo.text.numbers import DIGIT, PATTERN, cardinal, ordinal, say_digits, say_number
from bazgoo.text.phones import say_telephone
from bazgoo.text.symbols import SYMBOLS
from bazgoo.text.tokens import scan

LETTERS = {
    "ا": "الف", "آ": "آ", "ب": "بِ", "پ": "پِ", "ت": "تِ", "ث": "ثِ", "ج": "جیم", "چ": "چِ",
    "ح": "حِ", "خ": "خِ", "د": "دال", "ذ": "ذال", "ر": "رِ", "ز": "زِ", "ژ": "ژِ", "س": "سین",
    "ش": "شین", "ص": "صاد", "ض": "ضاد", "ط": "طا", "ظ": "ظا", "ع": "عین", "غ": "غین", "ف": "فِ",
    "ق": "قاف", "ک": "کاف", "گ": "گاف", "ل": "لام", "م": "میم", "ن": "نون", "و": "واو", "ه": "هِ",
    "ی": "یِ", "ء": "همزه", "أ": "همزه", "ؤ": "همزه", "ئ": "همزه",
}  # fmt: skip
"""The names of the Persian letters."""


def words(text: str) -> str:
    """Say a text without its pauses."""
    return " ".join(token.spoken for token in scan(text) if token.is_word)


def spell(text: str) -> str:
    """Say a text character by character."""
    return " ".join(filter(None, map(_name, unify(fold(text)))))


def _name(char: str) -> str:
    if char.isdecimal():
        return DIGIT[int(char)]
    return LETTERS.get(char) or LATIN_LETTERS.get(char.upper()) or SYMBOLS.get(char) or words(char)


def _say_cardinal(text: str) -> str:
    whole = re.sub(r"[\s,٬،]", "", text)
    if whole.isdecimal():
        return cardinal(int(whole))
    return say_number(text) if re.fullmatch(PATTERN, text) else words(text)


def _say_ordinal(text: str) -> str:
    digits = re.match(r"\d+", text)
    return ordinal(int(digits[0])) if digits else words(text)


_INTERPRETATIONS: dict[str, Callable[[str], str]] = {
    "cardinal": _say_cardinal,
    "number": _say_cardinal,
    "ordinal": _say_ordinal,
    "digits": say_digits,
    "characters": spell,
    "spell-out": spell,
    "verbatim": spell,
    "telephone": say_telephone,
}


def interpret(kind: str, text: str) -> str:
    """Say a text as the kind of thing it is; dates, times and sums are recognised by their form."""
    return _INTERPRETATIONS.get(kind, words)(text.strip())
