"""Phonemes → sound."""

from bazgoo.engines.espeak import EspeakEngine
from bazgoo.engines.files import Shelf
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
    "Shelf",
    "SherpaEngine",
    "Voice",
]
