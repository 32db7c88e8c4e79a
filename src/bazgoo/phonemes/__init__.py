"""Spoken Persian → phonemes."""

from bazgoo.phonemes.lexicon import Lexicon
from bazgoo.phonemes.transcription import transcribe
from bazgoo.phonemes.utterance import Utterance, Word

__all__ = ["Lexicon", "Utterance", "Word", "transcribe"]
