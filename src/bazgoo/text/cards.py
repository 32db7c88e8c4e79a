"""Numbers of bank cards and accounts, read in the groups people say."""

import re

from bazgoo.text.latin import spell
from bazgoo.text.numbers import say_group

_FIRST_SIX = (
    "603799", "589210", "627648", "627961", "603770", "628023", "627760", "502908", "627412", "622106",
    "502229", "627488",
    "621986", "639346", "639607", "502806", "502938", "603769", "610433", "627353", "585983", "589463",
    "627381", "639370",
    "636214", "505785", "505416", "606373", "504172", "505801", "636949", "606256", "507677", "628157",
    "639599", "627884",
    "991975", "585947", "639347", "639217",
)  # fmt: skip
"""What the cards of Iranian banks begin with."""
_BANKS = tuple("".join(f"[{digit}{chr(0x6F0 + int(digit))}]" for digit in bank) for bank in _FIRST_SIX)

_EDGE = r"(?![\d]|[.٫,٬/:-]\d)"
CARD = (
    rf"(?<!\d)\d{{4}}(?P<gap>[ \u00a0_-]| - )\d{{4}}(?P=gap)\d{{4}}(?P=gap)\d{{4}}{_EDGE}"
    rf"|(?=\d{{16}})(?:(?<=کارت )|(?<=کارت: )|(?<=کارت من )|(?<=کارت من: ))\d{{16}}{_EDGE}"
    rf"|(?=\d{{16}})(?:{'|'.join(_BANKS)})\d{{10}}{_EDGE}"
    rf"|(?=\d{{24}})(?:(?<=شبا )|(?<=شبا: ))\d{{24}}{_EDGE}"
)
"""Sixteen digits in fours, or in one piece behind the word for card."""

IBAN = rf"(?<![A-Za-z0-9])IR[ -]?\d{{2}}(?: ?\d{{4}}){{5}} ?\d{{2}}{_EDGE}"


def say_card(written: str) -> str:
    """Say the digits two by two, zeros by name: شصت، سی و هفت …"""
    return _pairs(re.sub(r"\D", "", written))


def say_iban(written: str) -> str:
    """Say an account number: its letters, then its digits two by two."""
    return f"{spell('IR')} {_pairs(re.sub(r'[^0-9۰-۹]', '', written))}"


def _pairs(digits: str) -> str:
    return " ".join(say_group(digits[at : at + 2]) for at in range(0, len(digits), 2))
