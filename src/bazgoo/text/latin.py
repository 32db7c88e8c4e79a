"""Latin letters: usual words as Persian writes them, acronyms by letter, other words as the engine can."""

import re
from functools import cache
from importlib.resources import files

from bazgoo.text.characters import LATIN, unify

LETTERS = {
    "A": "اِی", "B": "بی", "C": "سی", "D": "دی", "E": "ای", "F": "اِف", "G": "جی", "H": "اِچ",
    "I": "آی", "J": "جِی", "K": "کِی", "L": "اِل", "M": "اِم", "N": "اِن", "O": "او", "P": "پی",
    "Q": "کیو", "R": "آر", "S": "اِس", "T": "تی", "U": "یو", "V": "وی", "W": "دبلیو", "X": "ایکس",
    "Y": "وای", "Z": "زِد",
}  # fmt: skip
KNOWN = {
    "NASA": "ناسا", "NATO": "ناتو", "UNESCO": "یونسکو", "UNICEF": "یونیسف", "FIFA": "فیفا",
    "UEFA": "یوفا", "OPEC": "اوپک", "COVID": "کووید", "AIDS": "ایدز", "USD": "دلار", "EUR": "یورو",
    "GBP": "پوند", "IRR": "ریال", "OK": "اوکی", "Dr": "دکتر", "Mr": "آقای", "Mrs": "خانم",
    "Ms": "خانم", "Prof": "پروفسور", "BRICS": "بریکس", "SWIFT": "سوئیفت", "UNRWA": "آنروا", "IKEA": "ایکیا",
    "LASER": "لیزر",
    "RADAR": "رادار", "JSON": "جیسون", "SIM": "سیم", "PIN": "پین", "RAM": "رَم", "Covid": "کووید",
    "covid": "کووید", "Ok": "اوکی",
    "ok": "اوکی", "vs": "در برابر",
}  # fmt: skip

DOTTED = r"(?:[A-Za-z]\.){2,8}(?:[A-Za-z](?![A-Za-z]))?"
"""Letters with a dot behind each: U.S.A."""

_SPELLED = {"PhD", "BSc", "MSc", "IPv", "iOS", "mRNA", "pH", "CoV"}
_DOTTED_WORDS = {
    "No.": "شمارهٔ", "no.": "شمارهٔ", "Vol.": "جلد", "vol.": "جلد", "Fig.": "شکل", "p.": "صفحهٔ", "pp.": "صفحات",
    "etc.": "و غیره", "vs.": "در برابر", "Ph.D.": "پی اِچ دی",
}  # fmt: skip
PATTERN = (
    r"(?:[NnVv]ol?|Fig|pp?)\.(?=\s?\d)|(?:etc|vs)\.|Ph\.D\.?"
    r"|(?:Dr|Mr|Mrs|Ms|Prof)\.(?=\s?\w)"
    rf"|[{LATIN}][{LATIN}\u0300-\u036f]{{0,99}}+(?:['’][a-z]{{1,2}}(?![a-z]))?"
)


def say_latin(written: str) -> str:
    """Say a Latin word: a known one in Persian, a letter or an acronym by its letters, any other as it is."""
    word = written.rstrip(".") if written.isascii() else unify(written)
    known = _DOTTED_WORDS.get(written) or KNOWN.get(word) or _usual(word)
    return known or (spell(word) if word in _SPELLED or _is_acronym(word) else word)


def _usual(word: str) -> str | None:
    """How Persian writes a usual word; two capitals are rather an acronym."""
    return None if word.isupper() and len(word) < 3 else _table().get(word.lower())


@cache
def _table() -> dict[str, str]:
    lines = files("bazgoo.text").joinpath("latin.tsv").read_text("utf-8").splitlines()
    return dict(line.split("\t", 1) for line in lines if not line.startswith("#"))


def _is_acronym(word: str) -> bool:
    """Whether letters are no word: up to four capitals, up to six with hardly a vowel, small ones without any."""
    if not (word.isascii() and word.isalpha()):
        return False
    if len(word) == 1:
        return True
    if word.islower():
        return len(word) <= 5 and not re.search("[aeiouy]", word)
    if not word.isupper():
        return False
    return len(word) <= 4 or (len(word) <= 6 and sum(word.count(vowel) for vowel in "AEIOU") < 2)


def spell(word: str) -> str:
    """Say the names of Latin letters; other characters are passed over."""
    return " ".join(LETTERS[char] for char in word.upper() if char in LETTERS)


def say_dotted(written: str) -> str:
    """Say letters that were written with dots, a few by what they stand for."""
    meanings = {"eg": "برای مثال", "ie": "یعنی", "am": "قبل از ظهر", "pm": "بعد از ظهر"}
    letters = re.sub(r"\.", "", written)
    return meanings.get(letters) or spell(letters)
