"""Sums of money whose sign stands before or after the number; words such as ‹تومان› need no help."""

import re

from bazgoo.text.numbers import NUMBER, SIGN, cardinal, say_number

CURRENCIES = {
    "$": "دلار", "€": "یورو", "£": "پوند", "¥": "ین", "₺": "لیر", "₽": "روبل", "₹": "روپیه",
    "₩": "وون", "₿": "بیت‌کوین", "₴": "هریونیا", "₾": "لاری", "₼": "منات", "₪": "شِکِل",
    "₫": "دونگ", "฿": "بات", "¢": "سنت", "؋": "افغانی", "﷼": "ریال",
}  # fmt: skip
_CENTS = {"$": "سنت", "€": "سنت", "£": "پنی"}

_SIGNS = "".join(CURRENCIES)
PATTERN = (
    rf"{SIGN}[{_SIGNS}]\s?[-−–]?{NUMBER}(?:\s?(?:هزار|میلیون|میلیارد|تریلیون)(?!\w))?"
    rf"|{SIGN}{NUMBER}\s?[{_SIGNS}]"
)

STROKED = r"\d{1,3}(?:[./]\d{3}){1,6}(?=\s?(?:تومان|تومن|ریال))"
"""A dot or a stroke before three digits of a sum parts its thousands: ۱۲.۵۰۰ تومان."""

_PARTS = re.compile(rf"([-−–+]?)[{_SIGNS}]?\s?([-−–+]?{NUMBER})\s?(\w*)")
_CENTED = re.compile(r"(.*\d)[.٫](\d\d)")


def say_money(written: str) -> str:
    """Say the sum, then the currency; two decimals are cents where the currency has them."""
    parts = _PARTS.match(written)
    assert parts is not None
    sign, number, scale = parts.groups()
    symbol = next(char for char in written if char in CURRENCIES)
    cented = _CENTED.fullmatch(number)
    if cented and symbol in _CENTS and not scale:
        whole, cents = cented.groups()
        return say_number(sign + whole) + f" {CURRENCIES[symbol]}" + _cents(int(cents), _CENTS[symbol])
    return " ".join(part for part in (say_number(sign + number), scale, CURRENCIES[symbol]) if part)


def _cents(count: int, name: str) -> str:
    return f" و {cardinal(count)} {name}" if count else ""


def say_stroked(written: str) -> str:
    """Say a sum with dots or strokes between its thousands."""
    return cardinal(int(re.sub("[./]", "", written)))
