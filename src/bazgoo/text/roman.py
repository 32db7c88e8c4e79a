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
    "بند",
    "ماده",
    "مادهٔ",
    "تبصره",
    "تصویر",
    "نمودار",
    "پرده",
    "پردهٔ",
    "قسمت",
    "مرحله",
    "مرحلهٔ",
    "درجه",
    "درجهٔ",
    "نسخه",
    "نسخهٔ",
    "گام",
    "رده",
)
_VALUES = {"I": 1, "V": 5, "X": 10}
_NUMERAL_ALONE = "(?=[IVX]{2})X{0,3}(?:IX|IV|V?I{0,3})"
_NUMERAL = f"{_NUMERAL_ALONE}(?![{LATIN}0-9]|\\.\\w)"

_SINGLE = rf"[IVX](?![{LATIN}0-9.+-])"
_PARTS = ("فصل", "بخش", "جلد", "باب", "فاز", "پرده", "پردهٔ")
CARDINAL = (
    f"(?:{'|'.join(f'(?<={word} )' for word in _COUNTED)})(?:{_NUMERAL}|I(?![{LATIN}0-9.+-]))"
    f"|(?:{'|'.join(f'(?<={word} )' for word in _PARTS)}){_SINGLE}"
    f"|(?<=، ){_NUMERAL}|(?<=[IVX] و ){_NUMERAL}|(?:(?<=فصل‌های )|(?<=بخش‌های )|(?<=جلدهای )){_SINGLE}"
    rf"|(?:\A|(?<=\n))(?:{_NUMERAL_ALONE}|[IVX])(?=[.)]\s[{PERSIAN}])"
)
"""A numeral behind what is counted, or before an item of a list."""
_CROWNED = (
    "پطرس", "چارلز", "لویی", "ناپلئون", "ویلیام", "هنری", "جورج", "فیلیپ", "نیکلای", "الیزابت", "کاترین", "فردریک",
    "ویلهلم", "ادوارد", "لئوپولد", "الکساندر", "جیمز",
)  # fmt: skip
"""Names of kings and queens, behind which one letter is a numeral."""
ORDINAL = (
    f"(?:{'|'.join(f'(?<={name} )' for name in _CROWNED)}){_SINGLE}"
    f"|(?<=[{PERSIAN}ٔ] ){_NUMERAL}|(?<=جنگ جهانی )I(?![{LATIN}0-9.])"
)


def value(written: str) -> int:
    """The number that a numeral up to XXXIX stands for."""
    values = [_VALUES[letter] for letter in written]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def say_cardinal(written: str) -> str:
    """Say it as a count: چهار."""
    return cardinal(value(written))


def say_ordinal(written: str) -> str:
    """Say it as a rank: چهاردهم."""
    return "اول" if written == "I" else ordinal(value(written))
