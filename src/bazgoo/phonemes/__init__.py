"""Spoken Persian → phonemes."""

from bazgoo.phonemes.transcription import transcribe
from bazgoo.phonemes.utterance import Utterance, Word

__all__ = ["Utterance", "Word", "transcribe"]
