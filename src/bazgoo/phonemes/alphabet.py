"""The alphabet in which Bazgoo writes Persian sounds, and how eSpeak NG writes the same sounds.

The inventory is what eSpeak NG says in Persian, because every Persian Piper voice was trained on it:
29 sounds, ``ː`` for length, ``ˈ`` and ``ˌ`` for stress right before the vowel that carries it.
"""

import re
import unicodedata

VOWELS = {
    "a": "a",  # اَ
    "ɑ": "A",  # آ
    "e": "e",  # اِ
    "i": "i",  # ای
    "o": "o",  # اُ
    "u": "u",  # او
}
"""Vowels in IPA, and their eSpeak mnemonics."""

CONSONANTS = {
    "ʔ": "?",  # ء ع
    "b": "b",
    "p": "p",
    "t": "t",  # ت ط
    "s": "s",  # ث س ص
    "dʒ": "dZ",  # ج
    "tʃ": "tS",  # چ
    "h": "h",  # ح ه
    "x": "x",  # خ
    "d": "d",
    "z": "z",  # ذ ز ض ظ
    "r": "R",
    "ʒ": "Z",  # ژ
    "ʃ": "S",  # ش
    "q": "q1",  # غ ق
    "f": "f",
    "k": "k",
    "ɡ": "g",  # گ
    "l": "l",
    "m": "m",
    "n": "n",
    "v": "v",
    "j": "j",  # ی
}
"""Consonants in IPA, and their eSpeak mnemonics."""

PROSODY = {"ː": ":", "ˈ": "'", "ˌ": ","}
"""Length and stress in IPA, and their eSpeak mnemonics."""

MARKS = {"،": ",", "؛": ";", ":": ":", ".": ".", "؟": "?", "!": "!", "…": "…"}
"""Spoken Persian punctuation, and the mark that stands for it among phonemes."""

REPR1 = {"A": "ɑ", "S": "ʃ", "C": "tʃ", "j": "dʒ", "y": "j", "Z": "ʒ", "?": "ʔ", "g": "ɡ"}
"""What “Repr.1” writes otherwise than IPA."""

_NEAREST = {
    **dict.fromkeys(("æ", "ʌ", "ɐ"), "a"),
    "ɒ": "ɑ",
    **dict.fromkeys(("ə", "ɛ", "ɜ", "ɘ"), "e"),
    **dict.fromkeys(("ɪ", "ɨ", "ᵻ"), "i"),
    **dict.fromkeys(("ɔ", "ø", "œ", "əʊ", "oʊ"), "o"),
    **dict.fromkeys(("ʊ", "y", "ʉ", "ɯ"), "u"),
    "eɪ": "ej",
    "aɪ": "ɑj",
    "ɔɪ": "oj",
    "aʊ": "ɑv",
    "ow": "ov",
    **dict.fromkeys(("ɚ", "ɝ"), "er"),
    **dict.fromkeys(("w", "ʋ", "β", "ʍ"), "v"),
    **dict.fromkeys(("ɹ", "ɾ", "ɻ", "ʀ"), "r"),
    **dict.fromkeys(("ɢ", "ɣ", "ʁ", "G"), "q"),
    **dict.fromkeys(("χ", "ç"), "x"),
    **dict.fromkeys(("ħ", "ɦ"), "h"),
    **dict.fromkeys(("g", "ɟ"), "ɡ"),
    **dict.fromkeys(("ɫ", "ɭ"), "l"),
    "ŋɡ": "nɡ",
    "ŋ": "nɡ",
    "ɱ": "m",
    "c": "k",
    "θ": "s",
    "ð": "z",
    "ɕ": "ʃ",
    "ʑ": "ʒ",
    "ʧ": "tʃ",
    "ʤ": "dʒ",
    **dict.fromkeys(("ʕ", "’"), "ʔ"),
    **dict.fromkeys(("'", "ʹ"), "ˈ"),
    ":": "ː",
}

_MNEMONICS = VOWELS | CONSONANTS | PROSODY
_KEPT = {symbol: symbol for symbol in _MNEMONICS} | {" ": " "}
_LANGUAGE_SWITCH = re.compile(r"\([a-z-]+\)")
_VOWEL = f"[{''.join(VOWELS)}]"
_STRESS_EARLY = re.compile(f"([ˈˌ])([^ˈˌ ]*?)({_VOWEL})")
_LAST_VOWEL = re.compile(f"({_VOWEL}ː?[^{''.join(VOWELS)}]*)$")


def _longest_first(symbols: dict[str, str]) -> re.Pattern[str]:
    """A pattern that takes the longest of ``symbols`` at each place, or else one stray character."""
    ordered = sorted(symbols, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, ordered)) + "|.", re.DOTALL)


_FOLDED = _NEAREST | _KEPT
_REPR1 = {ipa: letter for letter, ipa in REPR1.items()}
_IN_REPR1 = re.compile("|".join(sorted(_REPR1, key=len, reverse=True)))
_UNSOUNDED = re.compile("[ˈˌːʔ ]")
_UNCOUNTED = re.compile("[-ˈˌː ^]")
_OW = re.compile("o[wv](?![aeiouA])")
_DOUBLED_Y = re.compile("iyy(?=[aeA])")
_PROSODIC = re.compile("[ˈˌː]")
_EACH_VOWEL = re.compile(_VOWEL)
_SOUND = _longest_first(_FOLDED)
_PHONEME = _longest_first(_MNEMONICS)


def fold(ipa: str) -> str:
    """Any IPA as this inventory says it: the nearest Persian sound for each symbol, nothing for strays."""
    composed = unicodedata.normalize("NFC", ipa).replace("͡", "").replace("͜", "")
    folded = _SOUND.sub(lambda match: _FOLDED.get(match[0], ""), composed)
    return " ".join(_STRESS_EARLY.sub(r"\2\1\3", folded).split())


def from_espeak(ipa: str) -> str:
    """IPA as eSpeak NG prints it in Persian: without language switches, its two-part ``q1`` as ``q``."""
    return fold(_LANGUAGE_SWITCH.sub("", ipa))


def from_author(ipa: str) -> str:
    """IPA as a person wrote it; a word without stress is stressed on its last vowel, as Persian is."""
    return " ".join(_stressed(word) for word in fold(ipa).split())


def from_repr1(written: str) -> str:
    """A word in the “Repr.1” of KaamelDict and SentenceBench, where Persian sounds are single ASCII letters."""
    return from_author("".join(REPR1.get(letter, letter) for letter in written.removeprefix("?")))


def repr1(ipa: str) -> str:
    """IPA of this inventory in “Repr.1”, which writes neither stress nor length."""
    return _IN_REPR1.sub(lambda match: _REPR1[match[0]], _PROSODIC.sub("", ipa))


def canonical(sound: str) -> str:
    """One way to write a sound of Repr.1: no glottal at its beginning, «o» for «ow», «iy» for «iyy» before a vowel.

    The reader of unknown words was taught with sounds written so, and must be asked with them.
    """
    plain = _DOUBLED_Y.sub("iy", _UNCOUNTED.sub("", sound).removeprefix("?"))
    return _OW.sub("o", plain).replace("w", "v")


def alike(one: str, other: str) -> bool:
    """Whether two pronunciations have the same sounds; stress, length and glottal stops make no difference."""
    return _UNSOUNDED.sub("", one) == _UNSOUNDED.sub("", other)


def like(ipa: str, model: str) -> str:
    """``ipa`` stressed on the same vowel as ``model``, if that has one stress and so many vowels.

    Where they have the same sounds, it is ``model``.
    """
    if alike(ipa, model):
        return model
    parts = model.split("ˈ")
    place = len(_EACH_VOWEL.findall(parts[0]))
    vowels = list(_EACH_VOWEL.finditer(bare := ipa.replace("ˈ", "")))
    if len(parts) != 2 or place >= len(vowels):
        return ipa
    at = vowels[place].start()
    return f"{bare[:at]}ˈ{bare[at:]}"


def mnemonics(ipa: str) -> str:
    """IPA of this inventory in eSpeak's mnemonics, spaces kept."""
    return _PHONEME.sub(lambda match: _MNEMONICS.get(match[0], match[0]), ipa)


def _stressed(word: str) -> str:
    return word if "ˈ" in word else _LAST_VOWEL.sub(r"ˈ\1", word)
