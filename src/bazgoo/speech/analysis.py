"""How a text will be read, word by word, in the shape of `/api/text/analyze`."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain
from typing import Any

from bazgoo.errors import TextEmpty
from bazgoo.phonemes import Lexicon, Word, transcribe
from bazgoo.phonemes.alphabet import mnemonics
from bazgoo.phonemes.vowels import vocalized
from bazgoo.text import Mode, in_mode, parse_ssml, passages
from bazgoo.text.tokens import Token, spoken_line


def analyze(text: str, lexicon: Lexicon, *, mode: Mode = "formal", ssml: bool = False) -> dict[str, Any]:
    """The reading of ``text`` by someone with that ``lexicon``; raises TextEmpty, SsmlInvalid."""
    return joined(list(read_sentences(text, lexicon, mode=mode, ssml=ssml)))


def read_sentences(
    text: str, lexicon: Lexicon, *, mode: Mode = "formal", ssml: bool = False
) -> Iterator[tuple[dict[str, Any], Sequence[Token]]]:
    """The same one passage at a time, each with its tokens, so that others are not kept waiting by a long text."""
    if not text.strip():
        raise TextEmpty
    hear = partial(transcribe, lexicon=lexicon, colloquial=mode == "colloquial")
    for passage in in_mode(mode, parse_ssml(text) if ssml else passages(text)):
        words = [_reading(word) for word in hear(passage.tokens).words]
        yield {"text": passage.text, "words": words}, passage.tokens


def joined(read: Sequence[tuple[dict[str, Any], Sequence[Token]]]) -> dict[str, Any]:
    """All passages that were read, as one reading."""
    tokens = chain.from_iterable(tokens for _, tokens in read)
    return {"normalized": spoken_line(tokens), "sentences": [sentence for sentence, _ in read]}


def _reading(word: Word) -> dict[str, Any]:
    return {
        "text": word.text,
        "start": word.start,
        "end": word.end,
        "spoken": word.spoken,
        "vocalized": vocalized(word),
        "phonemes": mnemonics(word.ipa),
        "ipa": word.ipa,
        "ezafe": word.ezafe,
        "source": word.source,
        "alternatives": list(word.alternatives),
    }
