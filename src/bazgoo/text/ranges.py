"""Two numbers bound together: from one to the other (۱۰-۱۵), or one against the other (۱۶:۹)."""

import re

from bazgoo.text.characters import PERSIAN
from bazgoo.text.dates import NAMED
from bazgoo.text.numbers import NUMBER, cardinal, say_number, value

PATTERN = (
    rf"(?<!\d[-–—])(?<!\d\s[-–—]\s)(?<![A-Za-z]){NUMBER}(?:[-–—ـ]|\s[-–—]\s?){NUMBER}"
    r"(?![-–—/.:]?\d|\s?=|\s[-–—]\s\d)"
    rf"(?!\s(?:ماه\s)?{NAMED})"
)
RATIO = rf"\d{{1,4}}(?::| : ){NUMBER}(?![\d:])"

_NUMBERED = (
    "جدول", "شکل", "بند", "نمودار", "تصویر", "فصل", "بخش", "تمرین", "مثال", "رابطه", "رابطهٔ", "معادله", "معادلهٔ",
    "ماده", "مادهٔ", "تبصره", "تبصرهٔ", "نتیجه", "نتیجهٔ", "بازی", "مساوی", "تساوی", "برد", "برتری", "پیروزی", "شکست",
)  # fmt: skip
_BEHIND = "|".join(f"(?<={word} )" for word in _NUMBERED)
PAIR = (
    rf"(?<=[{PERSIAN}ٔ]\s)(?:{_BEHIND})\d{{1,3}}[-–ـ]\d{{1,3}}(?![-–/.:]?\d)"
    r"|(?:(?<=شماره )|(?<=شمارهٔ )|(?<=شماره‌ی ))\d{1,6}/\d{1,6}(?![/\d])"
)
"""A result, or the number of a table or a clause within a chapter."""

_YEARS = re.compile(r"(?:1[2-4۲-۴]|۱[2-4۲-۴]|19|20|۱۹|۲۰)\d\d")
DESCENDING = rf"{NUMBER}\s?[-–]\s?\d{{1,5}}(?=\s?[قپ]\.\s?م)"
"""Years before Christ, which count down."""

_DASH = re.compile(r"\s?[-–—ـ/]\s?")


def say_range(written: str) -> str:
    """Say ‹تا› between rising numbers; between others (a result, a code) the dash is silent."""
    low, high = _DASH.split(written)
    if _YEARS.fullmatch(low) and len(high) == 2 and int(high) > int(low[2:]):
        return f"{cardinal(int(low))} تا {cardinal(int(high))}"
    rising = value(low) < value(high) and not re.match("[0۰]\\d", low)
    between = " تا " if rising else " "
    return say_number(low) + between + say_number(high)


def say_descending(written: str) -> str:
    """Say ‹تا› between two numbers whichever is greater."""
    return " تا ".join(map(say_number, _DASH.split(written)))


def say_pair(written: str) -> str:
    """Say two numbers behind each other."""
    return " ".join(map(say_number, _DASH.split(written)))


def say_ratio(written: str) -> str:
    """Say ‹به› between two numbers."""
    return " به ".join(say_number(part) for part in re.split(r"\s?:\s?", written))
