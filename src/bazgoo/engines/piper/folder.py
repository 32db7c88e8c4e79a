"""The voice files on the disk, looked at again whenever someone asks, so that no restart is needed."""

import logging
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bazgoo.engines.piper.config import PiperConfig, read_config
from bazgoo.engines.voice import Voice
from bazgoo.errors import VoiceDamaged

Signature = tuple[int, ...]
"""Sizes and times of the two files of a voice: another signature means other files."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class VoiceFile:
    """A graph on the disk with its configuration, or with the reason why it cannot be used."""

    model: Path
    signature: Signature
    config: PiperConfig | VoiceDamaged

    def voices(self) -> Iterator[Voice]:
        """The voice in this file, or one for each of its speakers."""
        if isinstance(self.config, VoiceDamaged):
            return
        for speaker in self.config.speakers or [None]:
            yield self._voice(self.config, speaker)

    def _voice(self, config: PiperConfig, speaker: str | None) -> Voice:
        name = config.dataset or self.model.stem
        return Voice(
            id=self.model.stem if speaker is None else f"{self.model.stem}#{speaker}",
            name=name if speaker is None else f"{name} {speaker}",
            language=(config.language.code if config.language else config.espeak.voice).partition("_")[0],
            engine="piper",
            sample_rate=config.audio.sample_rate,
            quality=config.audio.quality,
            license=config.license,
            runs_in_browser=True,
            path=self.model,
        )


class VoiceFolder:
    """The voices anywhere below a folder, and in files named one by one."""

    def __init__(self, root: Path | None, files: Sequence[Path]) -> None:
        self._root = root
        self._files = files
        self._known: dict[Path, VoiceFile] = {}

    def scan(self) -> list[VoiceFile]:
        """Every graph found now, files named one by one first; of several with one name, only the first."""
        self._known = {model: self.look(model) for model in self._models()}
        found: dict[str, VoiceFile] = {}
        for file in self._known.values():
            found.setdefault(file.model.stem, file)
        return list(found.values())

    def look(self, model: Path) -> VoiceFile:
        """The file as it is known, or read again when it has changed."""
        signature = _signature(model)
        known = self._known.get(model)
        return known if known and known.signature == signature else _read(model, signature)

    def _models(self) -> Iterator[Path]:
        yield from self._files
        if self._root is None:
            return
        for folder, folders, files in os.walk(self._root):
            folders.sort()
            yield from (Path(folder, name) for name in sorted(files) if name.endswith(".onnx"))


def _signature(model: Path) -> Signature:
    """What tells the files of ``model`` from others put in their place; shorter when one is missing."""
    parts: list[int] = []
    for file in (model, model.with_name(f"{model.name}.json")):
        try:
            status = file.stat()
        except OSError:
            continue
        parts += status.st_ino, status.st_size, status.st_mtime_ns
    return tuple(parts)


def _read(model: Path, signature: Signature) -> VoiceFile:
    try:
        return VoiceFile(model, signature, read_config(model))
    except VoiceDamaged as error:
        log.warning("The voice file %s is passed over: %s", model, error)
        return VoiceFile(model, signature, error)
