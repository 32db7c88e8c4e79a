"""How a text will be read, word by word."""

from bazgoo.errors import TextEmpty
from bazgoo.phonemes import Word, transcribe
from bazgoo.phonemes.alphabet import mnemonics
from bazgoo.server.speech.schemas import Analysis, SentenceReading, WordReading
from bazgoo.text import normalize, passages


def analyze(text: str) -> Analysis:
    """The reading of ``text``; raises TextEmpty."""
    if not text.strip():
        raise TextEmpty
    sentences = [
        SentenceReading(
            text=passage.text, words=[_reading(word) for word in transcribe(passage.tokens).words]
        )
        for passage in passages(text)
    ]
    return Analysis(normalized=normalize(text), sentences=sentences)


def _reading(word: Word) -> WordReading:
    return WordReading(
        text=word.text,
        spoken=word.spoken,
        phonemes=mnemonics(word.ipa),
        ipa=word.ipa,
        ezafe=word.ezafe,
        source=word.source,
        alternatives=list(word.alternatives),
    )
