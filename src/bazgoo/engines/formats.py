"""The engines that read files, the best first."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bazgoo.engines.files import FileEngine, Shelf, siblings
from bazgoo.engines.matcha import MatchaEngine
from bazgoo.engines.mms import MmsEngine
from bazgoo.engines.piper import PiperEngine
from bazgoo.engines.sherpa import SherpaEngine
from bazgoo.engines.voice import Voice

_KINDS: tuple[type[FileEngine[Any]], ...] = (PiperEngine, SherpaEngine, MatchaEngine, MmsEngine)


def file_engines(models_dir: Path | None, files: Sequence[Path] = ()) -> list[FileEngine[Any]]:
    """One engine of each kind for the voices below ``models_dir`` and in ``files``; they share what is loaded."""
    shelf = Shelf()
    return [kind(models_dir, files, shelf) for kind in _KINDS]


def voices_in(folder: Path) -> list[Voice]:
    """The voices that the engines find below ``folder``; nothing is loaded."""
    return [voice for engine in file_engines(folder) for voice in engine.voices()]


def voice_id_of(model: Path) -> str:
    """The id by which an engine offers the voice in ``model``, or the name of the file when none reads it."""
    beside = siblings(model)
    ids = (engine.voice_id(model) for engine in file_engines(None) if engine.claims(model, beside))
    return next(ids, model.stem)
