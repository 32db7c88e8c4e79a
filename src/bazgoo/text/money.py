"""Sums of money whose sign stands before or after the number; words such as ‹تومان› need no help."""

import re

from bazgoo.text.characters import PERSIAN
from bazgoo.text.numbers import NUMBER, SIGN, cardinal, say_number, value

CURRENCIES = {
    "$": "دلار", "€": "یورو", "£": "پوند", "¥": "ین", "₺": "لیر", "₽": "روبل", "₹": "روپیه",
    "₩": "وون", "₿": "بیت‌کوین", "₴": "هریونیا", "₾": "لاری", "₼": "منات", "₪": "شِکِل",
    "₫": "دونگ", "฿": "بات", "¢": "سنت", "؋": "افغانی", "﷼": "ریال",
}  # fmt: skip
NAMED = {
    "USD": "دلار", "EUR": "یورو", "GBP": "پوند", "IRR": "ریال", "IRT": "تومان", "AED": "درهم", "TRY": "لیر",
    "JPY": "ین",
    "CNY": "یوآن", "RUB": "روبل", "INR": "روپیه", "CHF": "فرانک", "CAD": "دلار کانادا", "AUD": "دلار استرالیا",
    "KWD": "دینار کویت", "IQD": "دینار", "USDT": "تتر", "BTC": "بیت‌کوین", "ETH": "اتریوم",
}  # fmt: skip
_SCALES = {
    "K": "هزار", "k": "هزار", "M": "میلیون", "B": "میلیارد", "T": "تریلیون", "thousand": "هزار",
    "million": "میلیون",
    "billion": "میلیارد", "trillion": "تریلیون",
}  # fmt: skip
_CENTS = {"$": "سنت", "€": "سنت", "£": "پنی"}

_SIGNS = "".join(CURRENCIES)
_SCALE = (
    r"(?:\s?(?:هزار|میلیون|میلیارد|تریلیون)(?!\w)|\s?[KMBTk](?!\w)|\s(?:thousand|[mb]illion|trillion)(?!\w))?"
)
PATTERN = (
    rf"{SIGN}[{_SIGNS}]\s?[-−–]?{NUMBER}(?:[-–]{NUMBER})?{_SCALE}(?![\d-])"
    rf"|{SIGN}[{_SIGNS}]\s?[-−–]?{NUMBER}|{SIGN}{NUMBER}\s?[{_SIGNS}]"
    rf"|{NUMBER}\s?(?:{'|'.join(NAMED)})(?![A-Za-z])"
)
CODED = rf"(?<![A-Za-z])(?:US\$|{'|'.join(NAMED)})\s?{NUMBER}"
"""A sum whose currency is named before it in Latin letters."""

TOMANS = r"(?:(?<=\d)|(?<=\d\s)|(?<=\dهزار )|(?<=\d هزار )|(?<=\d میلیون ))ت(?![\w.\u200c])|(?<=\d{3})T(?!\w)"
"""A letter for toman, as shops and chats have it."""

SCALE = rf"(?<![{PERSIAN}])(?:هزار|میلیون|میلیارد)(?=تومان|تومن|ریال|دلار|نفر)"
"""A scale that its currency is attached to: ۲۰۰ هزارتومان."""

STROKED = (
    r"(?:[1-9۱-۹]\d{0,2}(?:[./٫]\d{3}){1,6}(?=\s?(?:تومان|تومن|ریال))"
    r"|[1-9۱-۹]\d{0,2}(?:[./]\d{3}){0,5}[./][0۰]{3}(?![\d]|[./٫]\d))"
)
"""A dot or a stroke parts the thousands before three digits of a sum, or before three zeros: ۱۲.۵۰۰ تومان."""

_PARTS = re.compile(rf"([-−–+]?)(?:[A-Z]{{2,4}})?[{_SIGNS}]?\s?([-−–+]?{NUMBER})(?:[-–]({NUMBER}))?\s?(\w*)")
_CENTED = re.compile(r"(.*\d)[.٫](\d\d)")


def say_money(written: str) -> str:
    """Say the sum, then the currency; two decimals are cents where the currency has them."""
    parts = _PARTS.match(written)
    assert parts is not None
    sign, number, to, scale = parts.groups()
    name = _currency(written)
    symbol = next((char for char in written if char in CURRENCIES), "")
    scale = "" if scale in NAMED else _SCALES.get(scale, scale)
    cented = _CENTED.fullmatch(number)
    if cented and symbol in _CENTS and not scale and not to:
        whole, cents = cented.groups()
        return _cented(sign + whole, name, int(cents), _CENTS[symbol])
    said = say_number(sign + number) + (f" تا {say_number(to)}" if to else "")
    return " ".join(part for part in (said, scale, name) if part)


def _currency(written: str) -> str:
    code = re.search("[A-Z]{3,4}", written)
    if code and code[0] in NAMED:
        return NAMED[code[0]]
    return next(CURRENCIES[char] for char in written if char in CURRENCIES)


def _cented(whole: str, name: str, count: int, cents: str) -> str:
    parts = [f"{say_number(whole)} {name}"] if value(whole) or not count else []
    return " و ".join([*parts, f"{cardinal(count)} {cents}"] if count else parts)


def say_stroked(written: str) -> str:
    """Say a sum with dots or strokes between its thousands."""
    return cardinal(int(re.sub("[./٫]", "", written)))
