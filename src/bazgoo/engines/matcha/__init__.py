"""Matcha: symbols → spectrogram by flow matching, spectrogram → sound by a vocoder."""

from bazgoo.engines.matcha.engine import MatchaEngine

__all__ = ["MatchaEngine"]
