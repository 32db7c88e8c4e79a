"""Two numbers parted by a stroke: a fraction, or the decimal that Persian typewriters wrote so."""

import re
import unicodedata
from fractions import Fraction

from bazgoo.text.numbers import SIGN, cardinal, ordinal, say_number

_MEASURES = (
    "درصد|هزار|میلیون|میلیارد|تریلیون|متر|کیلو|سانتی|میلی|مگا|گیگا|گرم|"
    "لیتر|درجه|ریشتر|برابر(?! با)|تن(?!\\w)|اینچ|هکتار|ولت|وات|آمپر"
)
_SPANS = "سال|ماه|هفته|روز|ساعت|دقیقه|ثانیه"
_EVERYDAY = "[1۱]/\\d{2,4}|[1۱]/[2-4۲-۴](?!\\d)|[2۲]/[3۳](?!\\d)|[3۳]/[4۴](?!\\d)"

DECIMAL = (
    rf"(?<!\d/){SIGN}(?:\d{{1,9}}(?:/| / )\d{{1,6}}+(?! ?/)(?=\s?[٪%]|[\s\u200c]?(?:{_MEASURES}))"
    rf"|(?!{_EVERYDAY})\d{{1,9}}/\d{{1,6}}+(?!/)(?=[\s\u200c]?(?:{_SPANS})))"
)
"""A stroke before a measure is a decimal point: ۲/۵ درصد; before a span of time, unless it is ۱/۲ and the like."""

DIVIDED = r"\d{1,9}(?:/| / )\d{1,9}(?=\s?=)"
"""A stroke before a result divides: ۶/۲=۳."""

PRESSURE = (
    r"(?:(?<=فشار )|(?<=فشار خون )|(?<=فشارش )|(?<=خونش ))\d{1,3}/\d{1,3}(?![\d/])|\d{2,3}/\d{2,3}(?=\s?mmHg)"
)

SCORE = r"\d{1,3}[.٫]\d{1,2}/\d{1,3}(?![\d/.])"
"""A score out of the best: 8.7/10."""

MIXED = rf"\d{{1,4}} (?:{_EVERYDAY})(?!/)"
"""A whole number and a fraction: ۲ ۱/۲."""

PATTERN = rf"(?<!\d/){SIGN}(?:\d{{1,9}}/|\d{{1,3}} / )\d{{1,6}}+(?! ?/)"
VULGAR = r"(?:(?<!\w)[-−])?(?:\d{1,9} ?)?[\u00bc-\u00be\u2150-\u215e\u2189]"
"""One character for a fraction, alone or after a whole number."""

_COMMON = {(2, 3), (3, 4)}


def say_decimal(written: str) -> str:
    """Say a stroke as a decimal point."""
    return say_number(re.sub(" ?/ ?", ".", written))


def say_divided(written: str) -> str:
    """Say a stroke as a division."""
    return " تقسیم بر ".join(say_number(part) for part in re.split(" ?/ ?", written))


def say_pressure(written: str) -> str:
    """Say two pressures of blood: صد و بیست روی هشتاد."""
    return " روی ".join(say_number(part) for part in written.split("/"))


def say_score(written: str) -> str:
    """Say a score: هشت ممیز هفت دهم از ده."""
    return " از ".join(say_number(part) for part in written.split("/"))


def say_mixed(written: str) -> str:
    """Say a whole number and a fraction; a half is ‹نیم›."""
    whole, fraction = written.split(" ")
    over, under = map(int, fraction.split("/"))
    return f"{say_number(whole)} و {'نیم' if under == 2 else say_fraction(over, under)}"


def say_stroke(written: str) -> str:
    """Say a fraction where it can be nothing else; else a decimal in Persian digits, a ratio in others."""
    over, under = (int(part) for part in written.lstrip("-−–+").split("/"))
    if (over == 1 and (2 <= under <= 10 or under > 100)) or (over, under) in _COMMON:
        return _signed(written, say_fraction(over, under))
    if 1 <= over < under and under in {10, 100, 1000}:
        return _signed(written, say_fraction(over, under))
    if (over + under == 100 and over % 5 == 0) or (over, under) == (24, 7):
        return f"{cardinal(over)} {cardinal(under)}"  # shares, and round the clock
    if re.search("[۰-۹]", written):
        return say_decimal(written)
    return _signed(
        written, say_fraction(over, under) if 1 <= over < under else f"{cardinal(over)} بر {cardinal(under)}"
    )


def _signed(written: str, said: str) -> str:
    return f"منفی {said}" if written[0] in "-−–" else said


def say_fraction(over: int, under: int) -> str:
    """Say a fraction: سه چهارم."""
    return f"{cardinal(over)} {ordinal(under)}"


def say_vulgar(written: str) -> str:
    """Say ¾, ۲½ or -½."""
    if written[0] in "-−":
        return f"منفی {say_vulgar(written[1:])}"
    part = Fraction(unicodedata.numeric(written[-1])).limit_denominator(10)
    if len(written) == 1:
        return say_fraction(part.numerator, part.denominator)
    rest = "نیم" if part == Fraction(1, 2) else say_fraction(part.numerator, part.denominator)
    return f"{say_number(written[:-1].rstrip())} و {rest}"
