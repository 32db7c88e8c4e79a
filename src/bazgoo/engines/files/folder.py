"""The voice files on the disk, looked at again whenever someone asks, so that no restart is needed."""

import logging
import os
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from bazgoo.errors import VoiceDamaged, VoiceUnsupported

Signature = tuple[int, ...]
"""Sizes and times of the files of a voice: another signature means other files."""

_DATA_FOLDERS = ("espeak-ng-data", "dict")
"""What lies beside some voices in hundreds of small files, none of them a voice."""

log = logging.getLogger(__name__)

C_co = TypeVar("C_co", covariant=True)


class Format(Protocol[C_co]):
    """What an engine knows about its files."""

    def claims(self, model: Path, beside: Collection[str]) -> bool:
        """It is a model of this engine; ``beside`` are the names of all files in its folder."""
        ...

    def parts(self, model: Path) -> Sequence[Path]:
        """The files that decide how it sounds, whether they are there or not."""
        ...

    def voice_id(self, model: Path) -> str:
        """The id of its voice, or what stands before ``#speaker`` in those of its voices."""
        ...

    def read(self, model: Path) -> C_co:
        """What must be known to speak with it; raises VoiceDamaged."""
        ...


@dataclass(frozen=True, slots=True)
class VoiceFile(Generic[C_co]):
    """A model on the disk with its configuration, or with the reason why it cannot be used."""

    model: Path
    voice_id: str
    signature: Signature
    config: C_co | VoiceDamaged


class VoiceFolder(Generic[C_co]):
    """The models of one format anywhere below a folder, and in files named one by one."""

    def __init__(self, format: Format[C_co], root: Path | None, files: Sequence[Path]) -> None:
        self._format = format
        self._root = root
        self._files = files
        self._known: dict[Path, VoiceFile[C_co]] = {}

    def scan(self) -> list[VoiceFile[C_co]]:
        """Every model found now, files named one by one first; of several with one id, only the first."""
        self._known = {model: self.look(model) for model in self._models()}
        found: dict[str, VoiceFile[C_co]] = {}
        for file in self._known.values():
            found.setdefault(file.voice_id, file)
        return list(found.values())

    def look(self, model: Path) -> VoiceFile[C_co]:
        """The file as it is known, or read again when it has changed."""
        signature = _signature(self._format.parts(model))
        known = self._known.get(model)
        return known if known and known.signature == signature else self._read(model, signature)

    def _read(self, model: Path, signature: Signature) -> VoiceFile[C_co]:
        voice_id = self._format.voice_id(model)
        try:
            return VoiceFile(model, voice_id, signature, self._format.read(model))
        except VoiceDamaged as error:
            log.warning("The voice file %s is passed over: %s", model, error)
            return VoiceFile(model, voice_id, signature, error)

    def _models(self) -> Iterator[Path]:
        for file in self._files:
            if self._format.claims(file, siblings(file)):
                yield file
        if self._root is None:
            return
        for folder, folders, files in os.walk(self._root):
            folders[:] = sorted(set(folders).difference(_DATA_FOLDERS))
            for name in sorted(files):
                model = Path(folder, name)
                if self._format.claims(model, files):
                    yield model


def damaged(voice: str, fa: str, en: str) -> VoiceDamaged:
    """The error that names the voice, with the reason in both languages."""
    return VoiceDamaged(voice=voice, reason_fa=fa, reason_en=en)


def unsupported(voice: str, fa: str, en: str) -> VoiceUnsupported:
    """The error that names a voice whose files may be whole, with the reason why it does not run."""
    return VoiceUnsupported(voice=voice, reason_fa=fa, reason_en=en)


def siblings(file: Path) -> Collection[str]:
    """The names of all files in the folder of ``file``."""
    try:
        return os.listdir(file.parent)  # noqa: PTH208  names alone, as os.walk gives them
    except OSError:
        return ()


def _signature(parts: Sequence[Path]) -> Signature:
    """What tells these files from others put in their place."""
    signature: list[int] = []
    for file in parts:
        try:
            status = file.stat()
        except OSError:
            signature.append(-1)
        else:
            signature += status.st_ino, status.st_size, status.st_mtime_ns
    return tuple(signature)
