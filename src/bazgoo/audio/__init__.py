"""Samples ↔ files and streams."""

from bazgoo.audio.encoder import Encoder
from bazgoo.audio.formats import FORMATS, extension, format_named_by, media_type
from bazgoo.audio.resampler import Resampler

__all__ = ["FORMATS", "Encoder", "Resampler", "extension", "format_named_by", "media_type"]
