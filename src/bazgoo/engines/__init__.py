"""Phonemes → sound."""

from bazgoo.engines.espeak import EspeakEngine
from bazgoo.engines.formats import file_engines, voice_id_of, voices_in
from bazgoo.engines.matcha import MatchaEngine
from bazgoo.engines.mms import MmsEngine
from bazgoo.engines.piper import PiperEngine
from bazgoo.engines.sherpa import SherpaEngine
from bazgoo.engines.voice import Engine, Voice

__all__ = [
    "Engine",
    "EspeakEngine",
    "MatchaEngine",
    "MmsEngine",
    "PiperEngine",
    "SherpaEngine",
    "Voice",
    "file_engines",
    "voice_id_of",
    "voices_in",
]
