"""Numbers of bank cards and accounts, read in the groups people say."""

import re

from bazgoo.text.latin import spell
from bazgoo.text.numbers import say_group

_EDGE = r"(?![\d]|[.٫,٬/:-]\d)"
CARD = (
    rf"(?<!\d)\d{{4}}(?P<gap>[ \u00a0-])\d{{4}}(?P=gap)\d{{4}}(?P=gap)\d{{4}}{_EDGE}"
    rf"|(?:(?<=کارت )|(?<=کارت: ))\d{{16}}{_EDGE}"
)
"""Sixteen digits in fours, or in one piece behind the word for card."""

IBAN = rf"(?<![A-Za-z0-9])IR ?\d{{2}}(?: ?\d{{4}}){{5}} ?\d{{2}}{_EDGE}"


def say_card(written: str) -> str:
    """Say the digits two by two, zeros by name: شصت، سی و هفت …"""
    return _pairs(re.sub(r"\D", "", written))


def say_iban(written: str) -> str:
    """Say an account number: its letters, then its digits two by two."""
    return f"{spell('IR')} {_pairs(re.sub(r'[^0-9۰-۹]', '', written))}"


def _pairs(digits: str) -> str:
    return " ".join(say_group(digits[at : at + 2]) for at in range(0, len(digits), 2))
