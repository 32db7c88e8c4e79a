"""Latin letters: acronyms are spelled with their Persian letter names, words are left to the engine."""

import re

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
    "Ms": "خانم", "Prof": "پروفسور",
}  # fmt: skip

DOTTED = r"(?:[A-Za-z]\.){2,8}(?:[A-Za-z](?![A-Za-z]))?"
"""Letters with a dot behind each: U.S.A."""

PATTERN = (
    r"(?:Dr|Mr|Mrs|Ms|Prof)\.(?=\s?\w)"
    rf"|[{LATIN}][{LATIN}\u0300-\u036f]{{0,99}}+(?:['’][a-z]{{1,2}}(?![a-z]))?"
)


def say_latin(written: str) -> str:
    """Say a Latin word: a known one in Persian, an acronym letter by letter, any other as it is."""
    word = written.rstrip(".") if written.isascii() else unify(written)
    return KNOWN.get(word) or (spell(word) if _is_acronym(word) else word)


def _is_acronym(word: str) -> bool:
    """Whether capitals are no word: up to four of them, or up to six with hardly a vowel."""
    if not (word.isascii() and word.isalpha() and word.isupper()):
        return False
    return len(word) <= 4 or (len(word) <= 6 and sum(word.count(vowel) for vowel in "AEIOU") < 2)


def spell(word: str) -> str:
    """Say the names of Latin letters; other characters are passed over."""
    return " ".join(LETTERS[char] for char in word.upper() if char in LETTERS)


def say_dotted(written: str) -> str:
    """Say letters that were written with dots, a few by what they stand for."""
    meanings = {"eg": "برای مثال", "ie": "یعنی", "am": "پیش از ظهر", "pm": "بعد از ظهر"}
    letters = re.sub(r"\.", "", written)
    return meanings.get(letters) or spell(letters)
