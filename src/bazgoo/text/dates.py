"""Dates of the Jalali and the Gregorian calendar, in figures or with the month's name."""

import re
from collections.abc import Iterator
from datetime import date

from persiantools.jdatetime import JalaliDate

from bazgoo.text.characters import PERSIAN, WITHIN, unify
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
    "رجب", "شعبان", "رمضان", "شوال", "ذی‌القعده", "ذی‌الحجه", "ذیقعده", "ذیحجه", "ذی‌قعده", "ذی‌حجه", "ذی القعده",
    "ذی الحجه", "ذی قعده", "ذی حجه", "ذوالقعده", "ذوالحجه", "ربیع‌الاول", "ربیع‌الثانی", "جمادی‌الاول", "جمادی‌الثانی",
)  # fmt: skip
_ENGLISH = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_ENGLISH_MONTH = (
    "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    "|Sep(?:t(?:ember)?)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?"
)


PATTERN = (
    r"\d{4}(?P<year_first>[-/.–٫]| / )\d{1,2}(?P=year_first)\d{1,2}(?!(?P=year_first)?\d)"
    r"|\d{1,2}(?P<year_last>[-/.–٫]| / )\d{1,2}(?P=year_last)\d{4}(?!(?P=year_last)?\d)"
    r"|[3-9۳-۹]\d-[01۰۱]?\d-[0-3۰-۳]?\d(?![-/.]?\d)"
    r"|\d{2}/\d{1,2}/\d{1,2}(?![-/.]?\d)|\d{1,2}/\d{1,2}/\d{2}(?![-/.]?\d)"
)
"""Year, month and day in figures, either end first, the year of two or four digits."""

_YEAR = r"(?:1[2-4]|1[89]|20|۱[۲-۴]|۱[۸۹]|۲۰)\d\d"
MONTH = (
    rf"{_YEAR}(?:/[0۰]?|-[0۰])[1-9۱-۹](?![\d/.-]|\s?[٪%])|{_YEAR}[/-][1۱][0-2۰-۲](?![\d/.-])"
    rf"|(?<![\d/])(?:[0۰]?[1-9۱-۹]|[1۱][0-2۰-۲])/{_YEAR}(?![\d/.])"
)
"""A year and a month, either end first."""
YEARS = rf"{_YEAR}/(?:{_YEAR}|\d\d)(?![\d/.])"
"""Two years, such as those a season is of."""

_NAMES = "|".join((*_OTHER_NAMES, *JALALI, *GREGORIAN))
NAMED = rf"(?:{_NAMES})(?:[\s\u200c]?ماه)?(?:\u0654|\u200cی)?(?![^\W\d_]|[\u200c\u064b-\u0652]\w)"
_LONG = "|".join(name for name in (*JALALI, *GREGORIAN) if len(name) > 4 or name in {"مارس", "ژوئن"})
_PLACES = ("میدان", "خیابان", "ایستگاه", "کوی", "بلوار", "شهرک", "پل", "بیمارستان", "سالن", "چهارراه")
_NO_PLACE = "".join(f"(?<!{place} )" for place in _PLACES)
DAY = (
    rf"{_NO_PLACE}\d{{1,2}}(?=[\s\u200c/_-]{{0,2}}(?:ماه\s)?{NAMED})"
    rf"|\d{{1,2}}(?=(?:\s(?:و|تا|الی|یا)\s|\s?[-–]\s?)\d{{1,2}}\s(?:ماه\s)?{NAMED})"
    r"|\d{1,2}(?=\sمی(?:\s(?:\d{4}|میلادی|روز|سال)|\s?[،.؛:)»؟!]|\s?\Z))"
    r"|[123۱۲۳]\d(?=\sصفر(?:\s\d{3,4}|\sالمظفر|\s?[،.؛)»]|\s?\Z))"
)
DAYS = rf"(?:(?<=\d)|(?<=\d\s))[-–](?=\s?(?:\d{{1,2}}\s)?{NAMED})|(?<=[{PERSIAN}])[-–](?=(?:{_LONG})(?![^\W\d_]))"
"""The day before the name of a month; ‹می› is May only before a year, for it is also a part of verbs."""

WEEKDAY = rf"[1-5۱-۵]\u200c?شنبه[{PERSIAN}{WITHIN}]{{0,40}}+"
"""A day of the week with a figure for its number."""

ENGLISH = (
    rf"\d{{1,2}}(?:st|nd|rd|th)?[\s-](?:{_ENGLISH_MONTH})\b\.?(?:(?:,?\s|-)\d{{4}}(?!\d))?"
    rf"|(?:{_ENGLISH_MONTH})\.?\s\d{{1,2}}(?:st|nd|rd|th)?(?![\w:/]|\.\d)(?:,?\s\d{{4}}(?!\d))?"
    rf"|(?:{_ENGLISH_MONTH})\.?\s[12]\d{{3}}(?!\d)"
)

_BETWEEN = re.compile(r"\s?[-/.–٫]\s?")


def say_date(written: str) -> str:
    """Say a date in figures; one that is in no calendar is said part by part."""
    parts = _BETWEEN.split(written)
    for year, month, day in _orders(parts):
        if said := _said(year, month, day):
            return said
    for year, month, day in _orders(parts):
        if year < 100 and (said := _said_gregorian(year, month, day)):
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
    return _said_gregorian(full, month, day) if 1500 <= full < 3000 else None


def _said_gregorian(year: int, month: int, day: int) -> str | None:
    full = year + (0 if year >= 100 else 1900 if year >= 40 else 2000)
    if not _is_gregorian(full, month, day):
        return None
    return f"{ordinal(day)} {GREGORIAN[month - 1]} {cardinal(year if year >= 40 else full)}"


def _is_gregorian(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def say_month(written: str) -> str:
    """Say a year and a month: مرداد هزار و چهارصد و سه."""
    month, year = sorted(int(part) for part in _BETWEEN.split(written))
    if "-" in written and month == year % 100 + 1:
        return f"{cardinal(year)} تا {cardinal(month)}"
    return f"{(JALALI if year < 1500 else GREGORIAN)[month - 1]} {cardinal(year)}"


def say_years(written: str) -> str:
    """Say two years: those of a season up to each other, others behind each other."""
    one, other = (int(part) for part in written.split("/"))
    return f"{cardinal(one)}{' تا ' if other in {one + 1, one % 100 + 1} else ' '}{cardinal(other)}"


def say_weekday(written: str) -> str:
    """Say a day of the week whose number was written as a figure: ۵شنبه."""
    names = ("یک‌", "دو", "سه‌", "چهار", "پنج‌")
    return names[int(written[0]) - 1] + unify(written[written.index("ش") :])


def say_day(written: str) -> str:
    """Say the day before a month's name; no month has a thirty-second."""
    day = int(written)
    return ordinal(day) if 1 <= day <= 31 else say_group(written)


def say_english(written: str) -> str:
    """Say a date written in English in Persian order: روز، ماه، سال."""
    name = re.search("[A-Z][a-z]{2}", written)
    assert name is not None
    day, *year = (int(number) for number in re.findall(r"\d+", written))
    if day > 999:
        return f"{GREGORIAN[_ENGLISH.index(name[0])]} {cardinal(day)}"
    return " ".join([ordinal(day), GREGORIAN[_ENGLISH.index(name[0])], *map(cardinal, year)])
