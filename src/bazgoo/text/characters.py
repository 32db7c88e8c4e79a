"""The characters Persian is written with: one code point for each letter, nothing invisible but the ZWNJ."""

import re
import unicodedata

ZWNJ = "\u200c"

PERSIAN = (
    "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06fc\u06ff\u0750-\u077f"
    "\u0870-\u0887\u0889-\u088e\u08a0-\u08c8\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufd8f\ufd92-\ufdc7\ufdf0-\ufdfb"
    "\ufe80-\ufefc"
)
"""The inside of a character class: every letter of the Arabic script."""

LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff\ufb00-\ufb06"
"""The inside of a character class: every letter of the Latin script."""

BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
"""The inside of a character class: marks that only steer the direction of writing."""

WITHIN = (
    "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08ca-\u08ff\u0640"
    f"\u00ad\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff{BIDI}"
)
"""The inside of a character class: what may stand inside a word without being a letter."""

WORD = f"[{PERSIAN}][{PERSIAN}{WITHIN}]{{0,99}}+"
"""A Persian word; what goes on past a hundred characters is no word and is taken in pieces."""

LONG_WORD = f"[{PERSIAN}]{{4}}[{PERSIAN}{WITHIN}]{{0,96}}+"
"""A word that is too long for an abbreviation; most words are, and need no other kind to be tried."""

LONGEST_WORD = 100

# Letters of Arabic, Urdu, Pashto and Kurdish keyboards that stand for a Persian one.
_LETTERS = {
    "ك": "ک", "ڪ": "ک", "ګ": "گ", "ي": "ی", "ى": "ی", "ې": "ی", "ۍ": "ی", "ێ": "ی", "ے": "ی",
    "ؽ": "ی", "ؾ": "ی", "ؿ": "ی", "ة": "ه", "ۃ": "ه", "ە": "ه", "ہ": "ه", "ھ": "ه", "ۿ": "ه",
    "ٱ": "ا", "إ": "ا", "ٲ": "أ", "ٳ": "ا", "\u212a": "K",
}  # fmt: skip
# Signs that stand for another: strokes of fractions, and what old typesetters wrote for the ZWNJ.
_SIGNS = {"⁄": "/", "∕": "/", "∶": ":", "¬": ZWNJ, "‐": "-", "‑": "-", "⁻": "−", "﹣": "-", "μ": "µ"}
_ARABIC_DIGITS = {chr(0x660 + value): chr(0x6F0 + value) for value in range(10)}
_EXPANSIONS = {"ۀ": "هٔ", "ۂ": "هٔ", "ۓ": "یٔ"}
_COMPATIBLE = "\ufb00-\ufb06\ufb50-\ufdfb\ufe70-\ufefc\uff01-\uff5e\U0001d400-\U0001d7ff"


def _compatible() -> dict[str, str]:
    """Presentation forms, full-width and mathematical letters whose plain form is one character."""
    forms = {}
    for char in re.findall(
        f"[{_COMPATIBLE}]", "".join(map(chr, [*range(0xFB00, 0xFF5F), *range(0x1D400, 0x1D800)]))
    ):
        plain = unicodedata.normalize("NFKC", char).replace("ـ", "").strip()
        if len(plain) == 1:
            forms[char] = _LETTERS.get(plain, plain)
    return forms


_FOLDED = str.maketrans(_compatible() | _LETTERS | _SIGNS | _ARABIC_DIGITS)
_UNIFIED = str.maketrans(_LETTERS | _EXPANSIONS)
_PLAIN = "ءآأؤئابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"
_ODD = re.compile(f"[^{_PLAIN}{ZWNJ}]")
_LIGATURE = re.compile("[\ufb00-\ufb06\ufb50-\ufdfb\ufe80-\ufefc]")
_UNHEARD = re.compile(
    f"[\u0300-\u036f\u0610-\u061a\u0655\u06d6-\u06ed\u08ca-\u08ff\u0640\u00ad\u200d\u2060\ufe00-\ufe0f{BIDI}]+"
)
_SEAMS = re.compile("[\u200b\u200c\ufeff]+")
_HAMZA = re.compile("ه\u200c?\u0654")
_ROUND_TE = re.compile("(?<=[اﺍﺎ])[ةۃﺓﺔ]|[ةۃﺓﺔ](?=[ \u200c]?[اٱ]ل[^\\W\\d_]{2})")


def fold(text: str) -> str:
    """Give ``text`` with one code point for each letter and digit; every character keeps its place."""
    if "ة" in text or "ﺔ" in text or "ﺓ" in text:
        text = _ROUND_TE.sub("ت", text)  # which is heard before the article and behind an alef
    return text.translate(_FOLDED)


def unify(word: str) -> str:
    """Give a folded word as Persian writes it: ligatures opened, vowel marks kept, unheard marks gone."""
    if _ODD.search(word):
        word = word.replace("اﷲ", "ﷲ")  # its alef is in the ligature, and is often typed as well
        word = _LIGATURE.sub(lambda form: unicodedata.normalize("NFKC", form[0]), word)
        word = unicodedata.normalize("NFC", word).translate(_UNIFIED)
        word = unicodedata.normalize("NFC", _UNHEARD.sub("", word))
        word = _HAMZA.sub("ه\u0654", _SEAMS.sub(ZWNJ, word))
    elif ZWNJ * 2 in word:
        word = _SEAMS.sub(ZWNJ, word)
    word = word.strip(ZWNJ)
    if word.endswith("هء"):
        word = word[:-1] + "\u0654"
    return word if len(word) <= LONGEST_WORD else _broken(word)


def _broken(word: str) -> str:
    """A run of letters that opened ligatures made longer than any word, in pieces."""
    pieces = (word[at : at + LONGEST_WORD].strip(ZWNJ) for at in range(0, len(word), LONGEST_WORD))
    return " ".join(piece for piece in pieces if piece)
