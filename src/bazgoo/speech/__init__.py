"""The whole path in one call: written text in, sound out."""

from bazgoo.speech.clip import Clip
from bazgoo.speech.speaker import SPEEDS, Speaker, open_speaker

__all__ = ["SPEEDS", "Clip", "Speaker", "open_speaker"]
