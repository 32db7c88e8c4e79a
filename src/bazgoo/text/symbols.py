"""Signs that are said (٪ & @ + = × ÷ °) and all those that are not, emoji among them."""

import re
import unicodedata
from fractions import Fraction

from bazgoo.text.characters import LATIN, LONGEST_WORD, PERSIAN, unify
from bazgoo.text.dates import DAYS
from bazgoo.text.fractions import say_fraction
from bazgoo.text.money import CURRENCIES
from bazgoo.text.numbers import cardinal

SYMBOLS = CURRENCIES | {
    "٪": "درصد", "%": "درصد", "‰": "در هزار", "&": "و", "@": "ات", "+": "به علاوهٔ", "=": "مساوی",
    "×": "ضرب در", "÷": "تقسیم بر", "−": "منهای", "±": "مثبت و منفی", "°": "درجه",
    "℃": "درجهٔ سانتی‌گراد", "℉": "درجهٔ فارنهایت", "≈": "تقریباً برابر با", "≠": "نامساوی",
    "≤": "کوچک‌تر یا مساوی", "≥": "بزرگ‌تر یا مساوی", "√": "رادیکال", "∞": "بی‌نهایت",
    "α": "آلفا", "β": "بتا", "γ": "گاما", "δ": "دلتا", "Δ": "دلتا", "ε": "اپسیلون", "θ": "تتا", "λ": "لاندا",
    "μ": "میو", "µ": "میکرو", "π": "پی", "σ": "سیگما", "Σ": "سیگما", "τ": "تاو", "φ": "فی", "ω": "اُمگا",
    "Ω": "اُمگا",
    "∛": "ریشهٔ سوم", "∈": "عضو", "∉": "عضو نیست در", "⊂": "زیرمجموعهٔ", "⊆": "زیرمجموعهٔ", "∪": "اجتماع",
    "∩": "اشتراک", "∅": "مجموعهٔ تهی",
    "∑": "سیگما", "∏": "پی", "∫": "انتگرال", "∠": "زاویهٔ", "⊥": "عمود بر", "∥": "موازی با", "≡": "هم‌ارز",
    "≅": "هم‌نهشت با",
    "∝": "متناسب با", "∀": "به ازای هر", "∃": "وجود دارد", "⋅": "ضرب در", "∓": "منفی و مثبت", "؉": "در هزار",
    "؊": "در ده هزار",
    "©": "کپی‌رایت", "№": "شمارهٔ", "§": "بند", "\ufdfd": "بسم الله الرحمن الرحیم",
}  # fmt: skip

_TERM = r"[\d(a-zA-Z](?![A-Za-z])"
_LENGTHS = "سانتی|میلی|متر|اینچ|پیکسل|کیلومتر|[cm]?m(?![A-Za-z])|px|inch"
BESIDE = (
    (
        r"(?:(?<=:\d\d)|(?<=:\d\d\s))[-–—](?=\s?\d{1,2}(?![\d/]))"
        r"|(?<![/.-]\d\d\s)(?<![/.-]\d\s)(?<![/.-]\d\d)(?<![/.-]\d)(?:(?<=\d)|(?<=\d\s))[-–—](?=\s?\d{1,2}:\d\d)",
        "تا",
    ),
    (r"(?:(?<=هزار)|(?<=هزار\s)|(?<=میلیون)|(?<=میلیون\s)|(?<=میلیارد)|(?<=میلیارد\s))[-–](?=\s?\d)", "تا"),
    (rf"(?<=\d[٪%])[-–—](?=\d)|(?<=\d)[-–—](?=[{''.join(CURRENCIES)}]\d)|{DAYS}", "تا"),
    (r"(?:(?<=[\dA-Za-z)])|(?<=[\dA-Za-z)²³]\s))[-–](?=\s?[\dA-Za-z]{1,9}\s?=)", "منهای"),
    (r"(?:(?<=/\d\d)|(?<=/\d))[-–—](?=\d{2,4}/\d{1,2}/\d)", "تا"),
    (r"°[Cc](?![A-Za-z])", "درجهٔ سانتی‌گراد"),
    (r"°[Ff](?![A-Za-z])", "درجهٔ فارنهایت"),
    (r"(?<=خونی [ABO])\+|(?<=خونی AB)\+", "مثبت"),
    (r"(?<=خونی [ABO])[-−]|(?<=خونی AB)[-−]|(?<![^\s(«][ABO])(?<=[ABO])[-−](?![\w-])", "منفی"),
    (r"(?<=[A-Za-z][A-Za-z+])\+|(?<=[A-Za-z+])\+(?!\w)", "پلاس"),
    (r"(?<=[\d٪%])\+(?!\s?[\dA-Za-zα-ω(√½-])", "به علاوه"),
    (r"(?<=[A-Z])#(?!\w)", "شارپ"),
    (r"#(?=\d+_?[^\W\d])", "هشتگ"),
    (r"#(?=\d)", "شمارهٔ"),
    (r"#(?=[^\W\d_])", "هشتگ"),
    (r"(?<=\d)~(?=\d)", "تا"),
    (r"~(?=\s?\d)", "حدود"),
    (rf"(?:(?<=\d)|(?<=\d\s))[×*](?=\s?\d{{1,6}}(?:\s?[×*]\s?\d{{1,6}})?\s?(?:{_LENGTHS}))", "در"),
    (r"(?<=[\d)])\*(?=[\d(])|(?<=[\d)]\s)\*(?=\s[\d(])", "ضرب در"),
    (r"(?<=[\dA-Za-z)])\^(?=[\dA-Za-z(−-])", "به توان"),
    (rf">=(?=\s?{_TERM})", "بزرگ‌تر یا مساوی"),
    (rf"<=(?=\s?{_TERM})", "کوچک‌تر یا مساوی"),
    (rf">(?=\s?\d)|(?<={_TERM}\s)>(?=\s{_TERM})", "بزرگ‌تر از"),
    (rf"<(?=\s?\d)|(?<={_TERM}\s)<(?=\s{_TERM})", "کوچک‌تر از"),
)
"""Signs that are said only beside certain others, and how; elsewhere they are silent."""

BY = r"(?:(?<=[1-9۱-۹])|(?<=\d\d)|(?<=\d\s))[xX](?=\s?\d)"
"""The letter that stands between two sizes: 1920x1080."""

_POWERS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
POWER = rf"(?<=[\w)])−?[{_POWERS}]{{1,9}}"
PATTERN = rf"[{re.escape(''.join(SYMBOLS))}](?:(?<![α-ωΑ-Ω])|(?<![α-ωΑ-Ω].)(?![α-ωΑ-Ω]))"

OTHER = rf"[^\W\d_{PERSIAN}{LATIN}]{{1,{LONGEST_WORD}}}+"
"""Letters of further scripts, and the characters that are a number by themselves (Ⅳ, ①)."""

SMILEY = r"(?<!\S)[:;=]['’]?-?[()|/*]{1,30}(?!\S)|(?<=\w)[:;]-?(?:\){2,30}|\({2,30})(?!\w)"
"""A face of punctuation, which is as silent as an emoji."""

EMOJI = (
    "[\u200d\u20e3\u2190-\u21ff\u2300-\u23ff\u2500-\u2775\u2794-\u27bf\u2900-\u297f\u2b00-\u2bff\ufe0e\ufe0f"
    "\U0001f000-\U0001f0ff\U0001f10d-\U0001faff\U000e0020-\U000e007f]{1,100}+"
)


def say_symbol(written: str) -> str:
    """Say a sign by its name."""
    return SYMBOLS[written]


def say_power(written: str) -> str:
    """Say raised figures: به توان دو."""
    power = int(unicodedata.normalize("NFKC", written.lstrip("−")))
    return f"به توان {cardinal(-power if written[0] == '−' else power)}"


def say_other(written: str) -> str:
    """Leave the letters of further scripts to the engine, and say the characters that are numbers."""
    said = "".join(char if char.isalpha() else _say_numeral(char) for char in unify(written))
    return " ".join(said.split())


def _say_numeral(char: str) -> str:
    if not char.isnumeric():
        return ""  # a point or vowel sign, which is silent by itself as well
    value = Fraction(unicodedata.numeric(char)).limit_denominator(1000)
    whole = value.denominator == 1
    return f" {cardinal(value.numerator) if whole else say_fraction(value.numerator, value.denominator)} "
