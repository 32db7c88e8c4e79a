"""Phonemes → sound."""

from bazgoo.engines.espeak import EspeakEngine
from bazgoo.engines.piper import PiperEngine
from bazgoo.engines.voice import Engine, Voice

__all__ = ["Engine", "EspeakEngine", "PiperEngine", "Voice"]
