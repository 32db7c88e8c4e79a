"""Persian abbreviations, and the dots in them that end no sentence."""

import re

from bazgoo.text.characters import PERSIAN, WITHIN, unify

_DOT = "[ـ\u200c\u200d]*\\.\\s?"
_ALONE = f"(?![{PERSIAN}{WITHIN}])"

_DOTTED = {
    "هش": "هجری شمسی", "هق": "هجری قمری", "قم": "قبل از میلاد", "بم": "بعد از میلاد",
    "قظ": "قبل از ظهر", "بظ": "بعد از ظهر", "رک": "رجوع کنید به", "صپ": "صندوق پستی",
    "جا": "جمهوری اسلامی",
}  # fmt: skip
_BEFORE_NUMBERS = {"ص": "صفحهٔ", "صص": "صفحات", "ج": "جلد", "ش": "شمارهٔ", "شم": "شمارهٔ"}
_ERAS = {"م": "میلادی", "ش": "شمسی", "ق": "قمری"}
_HONORIFICS = {
    "ص": "صلی الله علیه و آله", "ع": "علیه السلام", "س": "سلام الله علیها", "ره": "رحمت الله علیه",
    "عج": "عجل الله تعالی فرجه", "رض": "رضی الله عنه",
}  # fmt: skip

_PAIRS = "|".join(f"{pair[0]}{_DOT}{pair[1]}" for pair in _DOTTED)
PATTERN = (
    rf"(?:{_PAIRS}){_ALONE}(?:\.(?!\.))?"
    r"|(?<=\()رک\."
    rf"|(?:صص|ص|ج|شم|ش){_ALONE}\.?(?=\s?\d)"
)
ERA = rf"(?<=\d{{4}}\s)[مشق]{_ALONE}(?:\.(?!\.))?(?!\S?\w)"
"""A letter behind a year: ۲۰۲۴ م."""

HONORIFIC = r"(?:(?<=[^\W\d_ـ])|(?<=[^\W\d_ـ]\s))\((?:ص|ع|س|ره|عج|رض)\)"
"""Letters in brackets behind the name of someone revered."""

INITIAL = rf"(?:(?<=[\s«(.][{PERSIAN}])|(?<=\A[{PERSIAN}]))\.(?![.!?؟…])|(?<=[\s«(.][A-Z])\.(?=\s[A-Z])"
"""The dot behind a letter that stands alone: م. امید."""

_LETTERS_ONLY = re.compile(rf"[^{PERSIAN}]")


def say_abbreviation(written: str) -> str:
    """Say what the letters stand for."""
    letters = unify(_LETTERS_ONLY.sub("", written))
    return _DOTTED.get(letters) or _BEFORE_NUMBERS[letters]


def say_era(written: str) -> str:
    """Say which calendar a year is of."""
    return _ERAS[written[0]]


def say_honorific(written: str) -> str:
    """Say the blessing behind a name."""
    return _HONORIFICS[written.strip("()")]
