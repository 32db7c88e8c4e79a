"""Signs that are said (٪ & @ + = × ÷ °) and all those that are not, emoji among them."""

import re
import unicodedata
from fractions import Fraction

from bazgoo.text.characters import LATIN, LONGEST_WORD, PERSIAN, unify
from bazgoo.text.fractions import say_fraction
from bazgoo.text.money import CURRENCIES
from bazgoo.text.numbers import cardinal

SYMBOLS = CURRENCIES | {
    "٪": "درصد", "%": "درصد", "‰": "در هزار", "&": "و", "@": "ات", "+": "به علاوهٔ", "=": "مساوی",
    "×": "ضرب در", "÷": "تقسیم بر", "−": "منهای", "±": "مثبت و منفی", "°": "درجه",
    "℃": "درجهٔ سانتی‌گراد", "℉": "درجهٔ فارنهایت", "≈": "تقریباً برابر با", "≠": "نامساوی",
    "≤": "کوچک‌تر یا مساوی", "≥": "بزرگ‌تر یا مساوی", "√": "رادیکال", "∞": "بی‌نهایت",
    "α": "آلفا", "β": "بتا", "γ": "گاما", "δ": "دلتا", "Δ": "دلتا", "ε": "اپسیلون", "θ": "تتا", "λ": "لاندا",
    "μ": "میو", "µ": "میکرو", "π": "پی", "σ": "سیگما", "Σ": "سیگما", "τ": "تاو", "φ": "فی", "ω": "اُمگا", "Ω": "اُمگا",
    "©": "کپی‌رایت", "№": "شمارهٔ", "§": "بند", "\ufdfd": "بسم الله الرحمن الرحیم",
}  # fmt: skip

BESIDE = (
    (r"(?<=:\d\d)[-–—](?=\d{1,2}:\d\d)|(?<=\d[٪%])[-–—](?=\d)", "تا"),
    (r"(?:(?<=/\d\d)|(?<=/\d))[-–—](?=\d{2,4}/\d{1,2}/\d)", "تا"),
    (r"°[Cc](?![A-Za-z])", "درجهٔ سانتی‌گراد"),
    (r"°[Ff](?![A-Za-z])", "درجهٔ فارنهایت"),
    (r"(?<=[A-Za-z+])\+", "پلاس"),
    (r"#(?=\d)", "شمارهٔ"),
    (r"#(?=[^\W\d_])", "هشتگ"),
    (r"~(?=\s?\d)", "حدود"),
    (r"(?<=\d)\*(?=\d)", "ضرب در"),
    (r"(?<=\d)\^(?=\d)", "به توان"),
    (r"(?<=\d\s)>(?=\s\d)|(?<=\d)>(?=\d)", "بزرگ‌تر از"),
    (r"(?<=\d\s)<(?=\s\d)|(?<=\d)<(?=\d)", "کوچک‌تر از"),
)
"""Signs that are said only beside certain others, and how; elsewhere they are silent."""

_POWERS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
POWER = rf"(?<=\w)[{_POWERS}]{{1,9}}"
PATTERN = rf"[{re.escape(''.join(SYMBOLS))}](?:(?<![α-ωΑ-Ω])|(?<![α-ωΑ-Ω].)(?![α-ωΑ-Ω]))"

OTHER = rf"[^\W\d_{PERSIAN}{LATIN}]{{1,{LONGEST_WORD}}}+"
"""Letters of further scripts, and the characters that are a number by themselves (Ⅳ, ①)."""

EMOJI = (
    "[\u200d\u20e3\u2190-\u21ff\u2300-\u23ff\u2500-\u2775\u2794-\u27bf\u2900-\u297f\u2b00-\u2bff\ufe0e\ufe0f"
    "\U0001f000-\U0001f0ff\U0001f10d-\U0001faff\U000e0020-\U000e007f]{1,100}+"
)


def say_symbol(written: str) -> str:
    """Say a sign by its name."""
    return SYMBOLS[written]


def say_power(written: str) -> str:
    """Say raised figures: به توان دو."""
    return f"به توان {cardinal(int(unicodedata.normalize('NFKC', written)))}"


def say_other(written: str) -> str:
    """Leave the letters of further scripts to the engine, and say the characters that are numbers."""
    said = "".join(char if char.isalpha() else f" {_say_numeral(char)} " for char in unify(written))
    return " ".join(said.split())


def _say_numeral(char: str) -> str:
    value = Fraction(unicodedata.numeric(char)).limit_denominator(1000)
    return (
        cardinal(value.numerator)
        if value.denominator == 1
        else say_fraction(value.numerator, value.denominator)
    )
