"""How a text will be read, word by word."""

from itertools import chain

from bazgoo.errors import TextEmpty
from bazgoo.phonemes import Lexicon, Word, transcribe
from bazgoo.phonemes.alphabet import mnemonics
from bazgoo.server.speech.schemas import Analysis, SentenceReading, WordReading
from bazgoo.text import parse_ssml, passages
from bazgoo.text.tokens import spoken_line


def analyze(text: str, lexicon: Lexicon, *, ssml: bool = False) -> Analysis:
    """The reading of ``text`` by someone with that ``lexicon``; raises TextEmpty, SsmlInvalid."""
    if not text.strip():
        raise TextEmpty
    read = list(parse_ssml(text) if ssml else passages(text))
    sentences = [
        SentenceReading(
            text=passage.text, words=[_reading(word) for word in transcribe(passage.tokens, lexicon).words]
        )
        for passage in read
    ]
    tokens = chain.from_iterable(passage.tokens for passage in read)
    return Analysis(normalized=spoken_line(tokens), sentences=sentences)


def _reading(word: Word) -> WordReading:
    return WordReading(
        text=word.text,
        start=word.start,
        end=word.end,
        spoken=word.spoken,
        phonemes=mnemonics(word.ipa),
        ipa=word.ipa,
        ezafe=word.ezafe,
        source=word.source,
        alternatives=list(word.alternatives),
    )
