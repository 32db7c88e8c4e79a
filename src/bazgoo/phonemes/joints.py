"""Where sounds meet: the ezafe at the end of a word, the doubled consonant before it, the glide between vowels."""

import re

from bazgoo.phonemes.alphabet import VOWELS

_SILENT_HE = "ه"
_TASHDID = "\N{ARABIC SHADDA}"
_DOUBLED = frozenset(
    (
        "حق", "خط", "حد", "سد", "رد", "فن", "سن", "ظن", "شک", "صف", "جد", "ضد", "حس", "سم", "رب", "قد", "دف", "کف",
        "حج", "مد", "کل", "خاص", "عام", "مهم", "حل", "محل", "مقر", "مستقل", "مستعد", "ذم", "غش",
    )
)  # fmt: skip
"""Words whose last consonant is doubled in Arabic, which is heard again before a vowel."""

_OPEN = "".join(vowel for vowel in VOWELS if vowel != "i")
_AFTER_I = re.compile(f"(iː?)([ˈˌ]?[{_OPEN}])")
_BEFORE_I = re.compile(f"([{_OPEN}]ː?)([ˈˌ]?i)")


def with_ezafe(ipa: str, spoken: str) -> str:
    """``ipa`` with an ezafe at its end, unless eSpeak has said one already (in برای, روی)."""
    last = ipa.rstrip("ː")[-1:]
    if last == "e" and not spoken.endswith(_SILENT_HE):
        return ipa
    if last in VOWELS:
        return f"{ipa}je"
    doubled = spoken in _DOUBLED or spoken.endswith(_TASHDID)
    return f"{ipa}{last}e" if doubled and ipa[-2:-1] != last else f"{ipa}e"


def with_glides(ipa: str, spoken: str) -> str:
    """``ipa`` with the «y» that is heard between «i» and another vowel, which eSpeak leaves out (سیاه, دایی)."""
    ipa = _AFTER_I.sub(r"\1j\2", ipa)
    return _BEFORE_I.sub(r"\1j\2", ipa) if "یی" in spoken else ipa
