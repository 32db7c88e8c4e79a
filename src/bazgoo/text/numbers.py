"""Numbers read aloud: cardinals, ordinals, decimals, and digits one by one."""

import re

DIGIT = ("صفر", "یک", "دو", "سه", "چهار", "پنج", "شش", "هفت", "هشت", "نه")
_TEENS = ("ده", "یازده", "دوازده", "سیزده", "چهارده", "پانزده", "شانزده", "هفده", "هجده", "نوزده")
_TENS = ("", "", "بیست", "سی", "چهل", "پنجاه", "شصت", "هفتاد", "هشتاد", "نود")
_HUNDREDS = ("", "صد", "دویست", "سیصد", "چهارصد", "پانصد", "ششصد", "هفتصد", "هشتصد", "نهصد")
SCALES = (
    "", "هزار", "میلیون", "میلیارد", "تریلیون", "کوادریلیون", "کوینتیلیون", "سکستیلیون", "سپتیلیون",
    "اکتیلیون", "نونیلیون", "دسیلیون",
)  # fmt: skip
_PLACES = ("", "دهم", "صدم", "هزارم", "ده‌هزارم", "صدهزارم", "میلیونیم")

LONGEST = 3 * len(SCALES)
"""The most digits a number can have and still be read as one."""

OPENING = "\\s(\\[{«“\"'=^:×÷*/؛،,\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
SIGN = f"(?:(?<![^{OPENING}])[-−–+])?"
"""A sign: it follows a space or an opening mark, so that the hyphen of ‹۱۰-۱۵› is none."""

_SPACED = r"[1-9۱-۹]\d{0,2}(?:(?:[\u00a0\u2009\u202f]\d{3}){1,11}(?!\d)|(?: \d{3}){0,10} [0۰]{3}(?! ?\d))"
NUMBER = (
    rf"(?:\d{{1,3}}(?:[,٬،]\d{{3}}){{1,11}}(?![,٬،]?\d)|{_SPACED}|\d{{1,{LONGEST}}}+)(?:[.٫]\d{{1,30}}+)?"
)
"""A number with or without thousand separators (plain spaces only before three zeros) and decimals."""

PATTERN = SIGN + NUMBER
PERCENT = rf"{SIGN}(?<!\d)(?<!\d\s)[٪%]\s?[-−]?{NUMBER}"
"""A percentage whose sign was written first, as right-to-left typing often leaves it."""

TRAILING = r"\d{1,3}[-−](?=\s?(?:درجه|°))"
"""A temperature below zero whose sign was left behind it, as right-to-left typing does."""

MINUS_BEHIND = rf"{NUMBER}[-−–](?=\s?(?:درجه|°))"
"""A temperature below zero whose sign right-to-left typing put behind it."""
FACTORIAL = r"(?<=[\da-z)])!(?=\s?[=+×*÷/−-])"

ORDINAL = (
    r"(?:\d{1,12}(?:[ \u200c]?اُ?م(?:ین)?|\u064fم|\u200c?ه?مین)|\d{1,2} م(?!\.)"
    r"|(?:(?![12۱۲]\d{3}\u200c?م)\d{1,12}|[1۱][0۰]{3})\u200c?م)(?![^\W\d_]|\u200c)"
)
"""Figures with the ending of a place in a row; behind a year, م is the era."""

ENGLISH_ORDINAL = r"\d{1,4}(?:st|nd|rd|th)(?![A-Za-z])"

_CENTURIES = (
    "قرن", "قرن‌های", "قرن های", "قرون", "سده", "سدهٔ", "سدۀ", "سده‌ی", "سده‌های", "هزاره", "هزارهٔ", "هزاره‌ی",
)  # fmt: skip
_BEFORE_CENTURY = "|".join(
    f"(?<={word}\\s{first})"
    for word in _CENTURIES
    for first in ("", *(rf"{figures}\s{link}\s" for figures in (r"\d", r"\d\d") for link in ("و", "تا")))
)
CENTURY = rf"(?<=[ن-یٔۀا]\s)(?:{_BEFORE_CENTURY})\d{{1,2}}(?:\u200c?(?:اُ?م|م)(?![^\W\d_]))?(?!\d|[.٫/:,٬-]\d)"
DIGITS = rf"(?<=\d)\d{{1,30}}+|(?<=[A-Za-z])\d{{5,30}}+|(?=\d{{{LONGEST + 1}}})\d{{30}}"
"""A run of digits longer than any number, or of a code that letters begin."""

DOTTED = r"\d{1,5}(?:\.\d{1,5}){2,7}(?![\d]|\.\d)"
"""Versions, addresses of machines, and numbers with dots between their thousands."""

_SEPARATORS = re.compile(r"[,٬،\s]")
_POINT = re.compile("[.٫]")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")


def cardinal(number: int) -> str:
    """Say a whole number; beyond the named scales, digit by digit."""
    if number < 0:
        return "منفی " + cardinal(-number)
    if number < 10:
        return DIGIT[number]
    if number >= 10**LONGEST:
        return say_digits(str(number))
    parts = []
    for scale in SCALES:
        number, group = divmod(number, 1000)
        if group:
            parts.append("هزار" if group == 1 and scale == "هزار" else f"{_hundreds(group)} {scale}".rstrip())
        if not number:
            break
    return " و ".join(reversed(parts))


def _hundreds(group: int) -> str:
    hundreds, rest = divmod(group, 100)
    parts = [_HUNDREDS[hundreds]] if hundreds else []
    if rest >= 20:
        parts.append(_TENS[rest // 10])
        rest %= 10
    if rest >= 10:
        parts.append(_TEENS[rest - 10])
    elif rest:
        parts.append(DIGIT[rest])
    return " و ".join(parts)


def ordinal(number: int) -> str:
    """Say a place in a row: یکم، دوم، سوم … سی‌ام."""
    words = cardinal(number)
    if words.endswith("سه"):
        return words[:-1] + "وم"
    return words + ("\u200cام" if words.endswith("سی") else "م")


def say_minus_behind(written: str) -> str:
    """Say ‹منفی› and the number before the sign."""
    return f"منفی {say_number(written[:-1])}"


def say_digits(written: str) -> str:
    """Say every digit by itself; what is not a digit is passed over."""
    return " ".join(DIGIT[int(char)] for char in written if char.isdecimal())


def say_group(written: str) -> str:
    """Say digits as people say a part of a code: the leading zeros one by one, then the rest as a number."""
    rest = written.lstrip("0۰")
    zeros = ["صفر"] * (len(written) - len(rest))
    if zeros and len(rest) > 3:
        return say_digits(written)
    return " ".join([*zeros, cardinal(int(rest))] if rest else zeros)


def say_number(written: str) -> str:
    """Say a number as it was written: sign, whole part, and decimals by their place (چهارده صدم)."""
    sign = {"-": "منفی ", "−": "منفی ", "–": "منفی ", "+": "مثبت "}.get(written[0], "")
    whole, *decimals = _POINT.split(_SEPARATORS.sub("", written[1:] if sign else written))
    said = sign + say_group(whole)
    return f"{said} ممیز {say_decimals(decimals[0])}" if decimals else said


def say_decimals(digits: str) -> str:
    """Say what stands after the decimal point; more digits than places have names are said one by one."""
    value = int(digits)
    if not value:
        return "صفر"
    if len(digits) < len(_PLACES):
        return f"{cardinal(value)} {_PLACES[len(digits)]}"
    return say_digits(digits)


def value(written: str) -> float:
    """The value of a number as it was written."""
    return float(_SEPARATORS.sub("", written).replace("٫", "."))


def say_trailing(written: str) -> str:
    """Say a number whose sign is behind it."""
    return cardinal(-int(written[:-1]))


def say_percent(written: str) -> str:
    """Say a percentage whose sign came first."""
    return say_number(re.sub(r"[٪%]\s?", "", written)) + " درصد"


def say_ordinal(written: str) -> str:
    """Say digits with the ending of a place in a row: ۵ام، ۲م، ۳مین."""
    digits = re.match(r"\d+", written)
    assert digits is not None
    return ordinal(int(digits[0])) + ("ین" if written.endswith("ین") else "")


def say_century(written: str) -> str:
    """Say the number of a century as its place: قرن نوزدهم."""
    digits = re.match(r"\d+", written)
    assert digits is not None
    return ordinal(int(digits[0]))


def say_dotted(written: str) -> str:
    """Say dots as ‹نقطه›, unless they part the thousands of one number (but four parts are an address)."""
    parts = written.split(".")
    if _THOUSANDS.fullmatch(written) and len(parts) != 4:
        return cardinal(int("".join(parts)))
    return " نقطه ".join(say_group(part) for part in parts)


FIGURES = frozenset((*map(cardinal, (*range(21), *range(30, 100, 10), *range(100, 1000, 100))), *SCALES[1:]))
"""The words that numbers are made of."""
