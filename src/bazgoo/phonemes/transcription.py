"""Spoken Persian in, phonemes out."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby, islice

from bazgoo.phonemes import alphabet, espeak_ng
from bazgoo.phonemes.utterance import Source, Utterance, Word
from bazgoo.text.tokens import Token

_EZAFE_ENDINGS = ("\N{ARABIC KASRA}", "\N{ARABIC HAMZA ABOVE}", "\N{ARABIC LETTER HEH WITH YEH ABOVE}")


def transcribe(tokens: Sequence[Token]) -> Utterance:
    """How ``tokens`` sound together; an author's IPA wins unless nothing in it is a sound."""
    words = (word for source, run in groupby(tokens, _source) for word in _say(source, list(run)))
    return Utterance(tuple(word for word in words if word.ipa))


def _source(token: Token) -> Source:
    if token.ipa is not None:
        return "author"
    return "mark" if token.spoken in alphabet.MARKS else "espeak"


def _say(source: Source, tokens: Sequence[Token]) -> Iterator[Word]:
    for token, ipa in zip(tokens, _sounds(source, tokens), strict=True):
        ezafe = source == "espeak" and token.spoken.endswith(_EZAFE_ENDINGS)
        yield Word(token.text, token.start, token.end, token.spoken, ipa, source, ezafe)


def _sounds(source: Source, tokens: Sequence[Token]) -> Sequence[str]:
    """The sounds of each token of one run, in order."""
    if source == "author":
        return [alphabet.from_author(token.ipa or "") or _alone(token.spoken) for token in tokens]
    if source == "mark":
        return [alphabet.MARKS[token.spoken] for token in tokens]
    return _clause([token.spoken for token in tokens])


def _clause(spoken: Sequence[str]) -> Sequence[str]:
    """The sounds of each part of a clause, heard together, since eSpeak stresses by what stands around.

    Where eSpeak joins or splits words, so that nobody can tell whose sounds are whose, each is asked alone.
    """
    sounds = alphabet.from_espeak(espeak_ng.ipa(" ".join(spoken))).split()
    counts = [len(part.split()) for part in spoken]
    if len(sounds) != sum(counts):
        return [_alone(part) for part in spoken]
    remaining = iter(sounds)
    return [" ".join(islice(remaining, count)) for count in counts]


@lru_cache(maxsize=4096)
def _alone(spoken: str) -> str:
    return alphabet.from_espeak(espeak_ng.ipa(spoken))
