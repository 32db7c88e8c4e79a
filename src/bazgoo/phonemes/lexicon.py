"""A person's own pronunciations: how an entry is made, and which words of a text it is for."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from bazgoo.errors import LexiconWordInvalid, PronunciationInvalid
from bazgoo.phonemes import alphabet, espeak_ng
from bazgoo.phonemes.ezafe import unmarked
from bazgoo.text.characters import LONGEST_WORD, ZWNJ, fold, unify
from bazgoo.text.tokens import Token, read, spoken_line

Lexicon = Mapping[str, str]
"""The IPA of words, in our alphabet, by their spelling."""

LONGEST_PRONUNCIATION = 200
"""Characters of IPA, or of a respelling."""

_SOUNDS = frozenset("".join([*alphabet.VOWELS, *alphabet.CONSONANTS]))


@dataclass(frozen=True, slots=True)
class Entry:
    """One word of a lexicon."""

    word: str
    """Its spelling, as `spelling` gives it."""
    ipa: str
    """How it is said, in the alphabet of `alphabet.py`, without ezafe."""
    spoken: str | None = None
    """The respelling that its person wrote, if they wrote one."""


def make_entry(word: str, ipa: str | None = None, spoken: str | None = None) -> Entry:
    """The entry of ``word``, said by ``ipa`` or else by the respelling ``spoken``.

    Raises LexiconWordInvalid, PronunciationInvalid.
    """
    spelled, respelled = entry_word(word), _respelling(spoken) if spoken else None
    if ipa and ipa.strip():
        return Entry(spelled, _from_ipa(ipa), respelled)
    if respelled is None:
        raise PronunciationInvalid(
            reason_fa="آوانگاری IPA یا املای گفتاری آن را بنویسید.",
            reason_en="write its IPA, or a respelling with vowels.",
        )
    return Entry(spelled, from_respelling(respelled), respelled)


def entry_word(word: str) -> str:
    """The spelling by which ``word`` is kept; raises LexiconWordInvalid."""
    written = word.strip()
    if len(written) > LONGEST_WORD:
        raise LexiconWordInvalid(
            reason_fa="از ۱۰۰ نویسه بلندتر است.", reason_en="it is longer than 100 characters."
        )
    tokens = read(written)
    if any(char.isspace() for char in written) or len(tokens) != 1 or not tokens[0].is_word:
        raise LexiconWordInvalid(
            reason_fa="باید یک واژهٔ تنها باشد، بی فاصله و بی نشانه.",
            reason_en="it must be a single word, without spaces and marks.",
        )
    return spelling(tokens[0])


def spelling(token: Token) -> str:
    """How a token is looked up: as Persian writes it, or as written where it is said in other letters."""
    written = unify(fold(token.text))
    return token.spoken if _letters(token.spoken) == _letters(written) else written


def look_up(lexicon: Lexicon, token: Token) -> tuple[str, str] | None:
    """The spelling in ``lexicon`` that ``token`` is found by, and its IPA; an ezafe written on it is passed over."""
    if not lexicon or token.given:
        return None
    word = spelling(token)
    bare = unmarked(word)
    return next(((found, lexicon[found]) for found in (word, bare) if found in lexicon), None)


def from_respelling(spoken: str) -> str:
    """The IPA of a Persian respelling with vowels, by eSpeak NG; raises PronunciationInvalid."""
    said = spoken_line(token for token in read(spoken) if token.is_word)
    return _heard(alphabet.from_espeak(espeak_ng.ipa(said)) if said else "")


def _from_ipa(ipa: str) -> str:
    _check_length(ipa)
    return _heard(alphabet.from_author(ipa))


def _heard(ipa: str) -> str:
    if not _SOUNDS & set(ipa):
        raise PronunciationInvalid(
            reason_fa="هیچ آوای فارسی در آن نیست.", reason_en="there is not one Persian sound in it."
        )
    return ipa


def _respelling(spoken: str) -> str | None:
    """A respelling on one line, None for nothing."""
    _check_length(spoken)
    line = " ".join(spoken.split())
    if any(unicodedata.category(char) in ("Cc", "Cs", "Cn") for char in line):
        raise PronunciationInvalid(
            reason_fa="نویسه‌ای ناخوانا دارد.", reason_en="it has a character that cannot be read."
        )
    return line or None


def _check_length(pronunciation: str) -> None:
    if len(pronunciation) > LONGEST_PRONUNCIATION:
        raise PronunciationInvalid(
            reason_fa="از ۲۰۰ نویسه بلندتر است.", reason_en="it is longer than 200 characters."
        )


def _letters(word: str) -> str:
    """A word without what only parts its pieces."""
    return word.replace(ZWNJ, "").replace(" ", "")
