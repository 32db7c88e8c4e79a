"""Two numbers parted by a stroke: a fraction, or the decimal that Persian typewriters wrote so."""

import re
import unicodedata
from fractions import Fraction

from bazgoo.text.numbers import SIGN, cardinal, ordinal, say_number

_MEASURES = "درصد|هزار|میلیون|میلیارد|تریلیون|متر|کیلو|سانتی|میلی|گرم|لیتر|درجه|ریشتر|برابر"

DECIMAL = rf"(?<!\d/){SIGN}\d{{1,9}}(?:/| / )\d{{1,6}}+(?! ?/)(?=\s?[٪%]|[\s\u200c](?:{_MEASURES}))"
"""A stroke before a measure is a decimal point: ۲/۵ درصد."""

PATTERN = rf"(?<!\d/){SIGN}\d{{1,9}}(?:/| / )\d{{1,6}}+(?! ?/)"
VULGAR = r"\d{0,9}[\u00bc-\u00be\u2150-\u215e\u2189]"
"""One character for a fraction, alone or after a whole number."""

_COMMON = {(2, 3), (3, 4)}


def say_decimal(written: str) -> str:
    """Say a stroke as a decimal point."""
    return say_number(re.sub(" ?/ ?", ".", written))


def say_stroke(written: str) -> str:
    """Say a fraction where it can be nothing else; else a decimal in Persian digits, a ratio in others."""
    over, under = (int(part) for part in written.lstrip("-−–+").split("/"))
    if (over == 1 and (2 <= under <= 10 or under in {100, 1000})) or (over, under) in _COMMON:
        return _signed(written, say_fraction(over, under))
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
    """Say ¾ or ۲½."""
    part = Fraction(unicodedata.numeric(written[-1])).limit_denominator(10)
    if len(written) == 1:
        return say_fraction(part.numerator, part.denominator)
    rest = "نیم" if part == Fraction(1, 2) else say_fraction(part.numerator, part.denominator)
    return f"{say_number(written[:-1])} و {rest}"
