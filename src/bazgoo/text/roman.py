"""Roman numerals: an ordinal behind a name (لویی XIV), a cardinal behind what is counted (فصل IV)."""

from bazgoo.text.characters import LATIN, PERSIAN
from bazgoo.text.numbers import cardinal, ordinal

_COUNTED = (
    "فصل",
    "بخش",
    "جلد",
    "باب",
    "نوع",
    "گروه",
    "فاز",
    "شکل",
    "جدول",
    "پیوست",
    "ضمیمه",
    "سطح",
    "ردهٔ",
    "رده",
)
_VALUES = {"I": 1, "V": 5, "X": 10}
_NUMERAL = f"(?=[IVX]{{2}})X{{0,3}}(?:IX|IV|V?I{{0,3}})(?![{LATIN}0-9.])"

CARDINAL = f"(?:{'|'.join(f'(?<={word} )' for word in _COUNTED)}){_NUMERAL}"
ORDINAL = f"(?<=[{PERSIAN}] ){_NUMERAL}"


def value(written: str) -> int:
    """The number that a numeral up to XXXIX stands for."""
    values = [_VALUES[letter] for letter in written]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def say_cardinal(written: str) -> str:
    """Say it as a count: چهار."""
    return cardinal(value(written))


def say_ordinal(written: str) -> str:
    """Say it as a rank: چهاردهم."""
    return ordinal(value(written))
