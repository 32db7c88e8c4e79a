"""Persian abbreviations, and the dots in them that end no sentence."""

import re

from bazgoo.text.characters import PERSIAN, WITHIN, unify

_DOT = "[ـ\u200c\u200d]*\\.\\s?"
_END = f"[{WITHIN}]{{0,9}}+(?![{PERSIAN}])"
_ALONE = f"(?![{PERSIAN}{WITHIN}])"

_DOTTED = {
    "هش": "هجری شمسی", "هق": "هجری قمری", "قم": "قبل از میلاد", "بم": "بعد از میلاد",
    "قظ": "قبل از ظهر", "بظ": "بعد از ظهر", "رک": "رجوع کنید به", "صپ": "صندوق پستی",
    "جاا": "جمهوری اسلامی ایران", "جا": "جمهوری اسلامی", "پم": "پیش از میلاد", "پن": "پی‌نوشت", "نک": "نگاه کنید به",
}  # fmt: skip
_BEFORE_NUMBERS = {
    "ص": "صفحهٔ",
    "صص": "صفحات",
    "ج": "جلد",
    "ش": "شمارهٔ",
    "شم": "شمارهٔ",
    "چ": "چاپ",
    "پ": "پلاک",
    "ک": "کوچهٔ",
    "ط": "طبقهٔ",
    "س": "سال",
    "غ": "غیره",
}
_ERAS = {"م": "میلادی", "ش": "شمسی", "ق": "قمری", "خ": "خورشیدی"}
_LIVES = {"ز": "زادهٔ", "د": "درگذشت", "ف": "درگذشت"}
_LATIN_ERAS = {"BC": "قبل از میلاد", "BCE": "قبل از میلاد", "AD": "میلادی", "CE": "میلادی"}
_HONORIFICS = {
    "ص": "صلی الله علیه و آله", "ع": "علیه السلام", "س": "سلام الله علیها", "ره": "رحمت الله علیه",
    "عج": "عجل الله تعالی فرجه", "رض": "رضی الله عنه", "قده": "قدس سره",
}  # fmt: skip

_PAIRS = "|".join(map(_DOT.join, _DOTTED))
_TO = r"(?:\.|:)?(?:\sبه(?!\w))?"
PATTERN = (
    rf"(?:{_PAIRS}){_ALONE}(?:\.(?!\.))?"
    rf"|(?<=\()[رن]ک{_END}{_TO}|[رن]ک{_END}(?=[.:]?\s(?:به\s)?(?:صص?|ج)\.?\s?\d){_TO}"
    rf"|(?:صص|ص|ج|شم|ش|چ|(?<=،\s)[پکط]){_ALONE}\u200c?\.?(?=\s?\d)|ص:(?=\s?\d)"
    rf"|س(?=\s?\d{{1,3}}،?\s?ش\.?\s?\d)|(?:(?<=\sو\s)|(?<=\Aو\s))غ\."
)
ERA = (
    rf"(?:(?:(?<=\d{{4}}\s)|(?<=[12۱۲]\d{{3}}))[مشقخ]|(?<=\d{{3}}\s)م"
    r"|(?:(?<=\d\d)|(?<=\d\d\s))ق|(?<=قرن \d\d )م|(?:(?<=/\d)|(?<=/\d\d))[مش])"
    rf"{_ALONE}(?:\.(?!\.))?(?![^\s/(]?\w)"
)
"""A letter behind a year: ۲۰۲۴ م."""
BRACKETED_ERA = r"(?:(?<=\d{4})|(?<=\d{4}\s))\([مشق]\)"

HIJRI = rf"(?<=\d\s)ه[ـ\u200d]{{0,2}}\s[شق]{_ALONE}\.?"
"""Two letters behind a year with a space for their dots: ۱۳۵۷ هـ ش."""

LIFE = rf"(?:(?<=\()|(?<=[-–]\s))[زدف]{_ALONE}\.(?=\s?\d)"
"""A letter before the year of a birth or a death, in brackets."""

LATIN_ERA = r"(?<=\d\s)(?:BCE?|AD|CE)(?![A-Za-z])"

HONORIFIC = r"(?:(?<=[^\W\d_ـ])|(?<=[^\W\d_ـ]\s))[(\[](?:ص|ع|س|ره|عج|رض|قده)[)\]]"
"""Letters in brackets behind the name of someone revered."""

_LETTER_NAMES = "ای|بی|سی|دی|اف|جی|اچ|آی|کی|ال|ام|ان|او|پی|کیو|آر|اس|تی|یو|وی|دبلیو|ایکس|وای|زد"
SPELLED = rf"(?:(?:{_LETTER_NAMES})\.){{1,6}}(?:{_LETTER_NAMES}){_ALONE}"
"""The names of Latin letters with dots between them: بی.بی.سی."""

INITIAL = (
    rf"(?:(?<=[\s«(.][{PERSIAN}])|(?<=\A[{PERSIAN}]))\.(?![.!?؟…])"
    r"|(?:(?<=[\s«(.][A-Z])|(?<=\A[A-Z]))\.(?=\s[A-Z])"
)
"""The dot behind a letter that stands alone: م. امید."""

_LETTERS_ONLY = re.compile(rf"[^{PERSIAN}]")


def say_abbreviation(written: str) -> str:
    """Say what the letters stand for."""
    letters = unify(_LETTERS_ONLY.sub("", written))
    if letters.startswith(("رک", "نک")):
        return _DOTTED[letters[:2]]
    return _DOTTED.get(letters) or _BEFORE_NUMBERS[letters]


def say_era(written: str) -> str:
    """Say which calendar a year is of."""
    return _ERAS[written.strip("()")[0]]


def say_hijri(written: str) -> str:
    """Say which calendar two letters stand for."""
    return _DOTTED["هش" if "ش" in written else "هق"]


def say_spelled(written: str) -> str:
    """Say the names of letters."""
    return written.replace(".", " ")


def say_life(written: str) -> str:
    """Say whether a year is of a birth or of a death."""
    return _LIVES[written[0]]


def say_latin_era(written: str) -> str:
    """Say an era that is written in English."""
    return _LATIN_ERAS[written]


def say_honorific(written: str) -> str:
    """Say the blessing behind a name."""
    return _HONORIFICS[written.strip("()[]")]
