"""Spoken Persian in, phonemes out."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby, islice, repeat

from bazgoo.phonemes import alphabet, espeak_ng
from bazgoo.phonemes.colloquial import is_colloquial
from bazgoo.phonemes.context import Context, read_context
from bazgoo.phonemes.ezafe import unmarked
from bazgoo.phonemes.joints import with_ezafe
from bazgoo.phonemes.lexicon import Lexicon, look_up
from bazgoo.phonemes.pronunciation import pronounce
from bazgoo.phonemes.utterance import Source, Utterance, Word
from bazgoo.text.tokens import Token


def transcribe(
    tokens: Sequence[Token], lexicon: Lexicon | None = None, *, colloquial: bool = False
) -> Utterance:
    """How ``tokens`` sound together; as Tehran speaks if that is asked for, or if they are written so.

    An author's IPA wins unless nothing in it is a sound; then the person's ``lexicon``, which holds IPA of our
    alphabet by the spelling of the word; then the choice among homographs; then `pronounce`.
    """
    heard = [token for token in tokens if token.spoken or token.ipa is not None]
    sounds = (sound for source, run in groupby(heard, _source) for sound in _sounds(source, list(run)))
    in_tehran = colloquial or is_colloquial(token.spoken for token in heard)
    words = map(_word, heard, sounds, read_context(heard), repeat(lexicon or {}), repeat(in_tehran))
    return Utterance(tuple(word for word in words if word.ipa))


def _source(token: Token) -> Source:
    if token.ipa is not None:
        return "author"
    return "mark" if token.spoken in alphabet.MARKS else "espeak"


def _word(token: Token, ipa: str, context: Context, lexicon: Lexicon, colloquial: bool) -> Word:
    source = _source(token)
    if source != "espeak":
        return Word(token.text, token.start, token.end, token.spoken, ipa, source)
    spelling, alternatives = unmarked(token.spoken), context.alternatives
    if context.ipa and " " not in spelling:
        ipa, source = ipa if alphabet.alike(context.ipa, ipa) else context.ipa, "homograph"
    else:
        ipa, source = pronounce(spelling, ipa, colloquial=colloquial)
    if own := look_up(lexicon, token):
        alternatives = tuple(way for way in (ipa, *alternatives) if way != own[1])
        (spelling, ipa), source = own, "lexicon"
    if context.ezafe:
        ipa = with_ezafe(ipa, spelling)
    return Word(token.text, token.start, token.end, token.spoken, ipa, source, context.ezafe, alternatives)


def _sounds(source: Source, tokens: Sequence[Token]) -> Sequence[str]:
    """The sounds of each token of one run, in order."""
    if source == "author":
        return [alphabet.from_author(token.ipa or "") or _alone(token.spoken) for token in tokens]
    if source == "mark":
        return [alphabet.MARKS[token.spoken] for token in tokens]
    return _clause([unmarked(token.spoken) for token in tokens])


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
