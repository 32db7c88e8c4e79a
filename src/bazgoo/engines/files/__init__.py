"""Voices made of files: found in a folder, loaded when they speak, the few used last kept."""

from bazgoo.engines.files.engine import FileEngine
from bazgoo.engines.files.folder import VoiceFile, damaged, siblings, unsupported
from bazgoo.engines.files.names import installed_name
from bazgoo.engines.files.shelf import Loaded, Shelf

__all__ = [
    "FileEngine",
    "Loaded",
    "Shelf",
    "VoiceFile",
    "damaged",
    "installed_name",
    "siblings",
    "unsupported",
]
