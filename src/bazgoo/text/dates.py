"""Dates of the Jalali and the Gregorian calendar, in figures or with the month's name."""

import re
from collections.abc import Iterator
from datetime import date

from persiantools.jdatetime import JalaliDate

from bazgoo.text.numbers import cardinal, ordinal, say_dotted, say_group

JALALI = (
    "فروردین",
    "اردیبهشت",
    "خرداد",
    "تیر",
    "مرداد",
    "شهریور",
    "مهر",
    "آبان",
    "آذر",
    "دی",
    "بهمن",
    "اسفند",
)
GREGORIAN = (
    "ژانویه",
    "فوریه",
    "مارس",
    "آوریل",
    "مه",
    "ژوئن",
    "ژوئیه",
    "اوت",
    "سپتامبر",
    "اکتبر",
    "نوامبر",
    "دسامبر",
)
_OTHER_NAMES = (
    "امرداد", "ژانویهٔ", "فوریهٔ", "آپریل", "ژوئیهٔ", "جولای", "آگوست", "محرم", "ربیع", "جمادی",
    "رجب", "شعبان", "رمضان", "شوال", "ذی‌القعده", "ذی‌الحجه", "ذیقعده", "ذیحجه",
)  # fmt: skip
_ENGLISH = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_ENGLISH_MONTH = (
    "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    "|Sep(?:t(?:ember)?)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?"
)


PATTERN = (
    r"\d{4}(?P<year_first>[-/.])\d{1,2}(?P=year_first)\d{1,2}(?!(?P=year_first)?\d)"
    r"|\d{1,2}(?P<year_last>[-/.])\d{1,2}(?P=year_last)\d{4}(?!(?P=year_last)?\d)"
    r"|\d{2}/\d{1,2}/\d{1,2}(?![-/.]?\d)|\d{1,2}/\d{1,2}/\d{2}(?![-/.]?\d)"
)
"""Year, month and day in figures, either end first, the year of two or four digits."""

MONTH = r"(?:1[2-4]|1[89]|20|۱[۲-۴]|۱[۸۹]|۲۰)\d\d/(?:[0۰][1-9۱-۹]|[1۱][0-2۰-۲])(?![\d/.])"
"""A year and a month of two digits."""

_NAMES = "|".join((*_OTHER_NAMES, *JALALI, *GREGORIAN))
DAY = (
    rf"\d{{1,2}}(?=[\s\u200c]{{1,2}}(?:ماه\s)?(?:{_NAMES})(?:ماه)?(?![^\W\d_]|[\u200c\u064b-\u0652]\w))"
    r"|\d{1,2}(?=\sمی\s(?:\d{4}|میلادی))"
)
"""The day before the name of a month; ‹می› is May only before a year, for it is also a part of verbs."""

ENGLISH = (
    rf"\d{{1,2}}(?:st|nd|rd|th)?\s(?:{_ENGLISH_MONTH})\b\.?(?:,?\s\d{{4}}(?!\d))?"
    rf"|(?:{_ENGLISH_MONTH})\.?\s\d{{1,2}}(?:st|nd|rd|th)?(?![\w.:/])(?:,?\s\d{{4}}(?!\d))?"
)

_BETWEEN = re.compile("[-/.]")


def say_date(written: str) -> str:
    """Say a date in figures; one that is in no calendar is said part by part."""
    parts = _BETWEEN.split(written)
    for year, month, day in _orders(parts):
        if said := _said(year, month, day):
            return said
    return say_dotted(written) if "." in written else " ".join(say_group(part) for part in parts)


def _orders(parts: list[str]) -> Iterator[tuple[int, int, int]]:
    """What may be the year, the month and the day; the day comes first unless that is impossible."""
    first, middle, last = (int(part) for part in parts)
    if len(parts[0]) == 4 or (len(parts[2]) < 4 and last <= 31 and len(parts[0]) == 2):
        yield first, middle, last
    else:
        yield last, middle, first
        yield last, first, middle


def _said(year: int, month: int, day: int) -> str | None:
    """The date in words if its calendar has it; a year under 100 is of the Jalali calendar (۰۳ is 1403)."""
    full = year + (1300 if 30 <= year < 100 else 1400 if year < 30 else 0)
    if not 1 <= month <= 12:
        return None
    if 1000 <= full < 1500 and JalaliDate.check_date(full, month, day):
        return f"{ordinal(day)} {JALALI[month - 1]} {cardinal(year if year >= 30 else full)}"
    if 1500 <= full < 3000 and _is_gregorian(full, month, day):
        return f"{ordinal(day)} {GREGORIAN[month - 1]} {cardinal(full)}"
    return None


def _is_gregorian(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def say_month(written: str) -> str:
    """Say a year and a month: مرداد هزار و چهارصد و سه."""
    year, month = (int(part) for part in written.split("/"))
    return f"{(JALALI if year < 1500 else GREGORIAN)[month - 1]} {cardinal(year)}"


def say_day(written: str) -> str:
    """Say the day before a month's name; no month has a thirty-second."""
    day = int(written)
    return ordinal(day) if 1 <= day <= 31 else say_group(written)


def say_english(written: str) -> str:
    """Say a date written in English in Persian order: روز، ماه، سال."""
    name = re.search("[A-Z][a-z]{2}", written)
    assert name is not None
    day, *year = (int(number) for number in re.findall(r"\d+", written))
    return " ".join([ordinal(day), GREGORIAN[_ENGLISH.index(name[0])], *map(cardinal, year)])
