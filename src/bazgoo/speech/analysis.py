"""How a text will be read, word by word, in the shape of `/api/text/analyze`."""

from functools import partial
from itertools import chain
from typing import Any

from bazgoo.errors import TextEmpty
from bazgoo.phonemes import Lexicon, Word, transcribe
from bazgoo.phonemes.alphabet import mnemonics
from bazgoo.phonemes.vowels import vocalized
from bazgoo.text import Mode, in_mode, parse_ssml, passages
from bazgoo.text.tokens import spoken_line


def analyze(text: str, lexicon: Lexicon, *, mode: Mode = "formal", ssml: bool = False) -> dict[str, Any]:
    """The reading of ``text`` by someone with that ``lexicon``; raises TextEmpty, SsmlInvalid."""
    if not text.strip():
        raise TextEmpty
    read = list(in_mode(mode, parse_ssml(text) if ssml else passages(text)))
    hear = partial(transcribe, lexicon=lexicon, colloquial=mode == "colloquial")
    sentences = [
        {"text": passage.text, "words": [_reading(word) for word in hear(passage.tokens).words]}
        for passage in read
    ]
    tokens = chain.from_iterable(passage.tokens for passage in read)
    return {"normalized": spoken_line(tokens), "sentences": sentences}


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
