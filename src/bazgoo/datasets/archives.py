"""Unpacking an archive from a stranger: plain files below one folder, within limits, or nothing at all."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from bazgoo.datasets import tars, zips
from bazgoo.datasets.entries import Entry, Limits, damaged, unsafe
from bazgoo.errors import WorkCancelled
from bazgoo.events import DatasetProgressed, Emit, ignore
from bazgoo.hub.plan import disk_errors

PIECE = 1 << 18
_TOLD_EVERY = 16 << 20


def never() -> bool:
    """A ``cancelled`` for work that nobody cancels."""
    return False


def is_archive(path: Path) -> bool:
    """Whether ``path`` is a file that ``unpack`` reads, by its first bytes."""
    return zips.is_zip(path) or tars.is_tar(path)


def unpack(
    archive: Path,
    into: Path,
    limits: Limits | None = None,
    *,
    emit: Emit = ignore,
    cancelled: Callable[[], bool] = never,
) -> None:
    """Unpack a zip, or a tar as it is or packed by gzip, bzip2 or xz, into ``into``, a new folder.

    Whatever goes wrong leaves nothing.  Raises ArchiveUnsafe when any entry could harm or is no plain file,
    ArchiveDamaged when it is broken, encrypted or packed otherwise, NoRoomForDownload, WorkCancelled.
    """
    into.mkdir(parents=True)
    work = _Work(archive, limits or Limits(), emit, cancelled)
    try:
        with disk_errors(archive.stat().st_size, into):
            for entry, stream in work.entries():
                _write(stream, _place(into, entry), work)
    except BaseException:
        shutil.rmtree(into, ignore_errors=True)
        raise


@dataclass
class _Work:
    """How much has been unpacked of one archive, and how much may be."""

    archive: Path
    limits: Limits
    emit: Emit
    cancelled: Callable[[], bool]
    written: int = 0
    told: int = 0

    def entries(self) -> Iterator[tuple[Entry, IO[bytes]]]:
        """The files of the archive; each is to be read before the next is asked for."""
        read = zips.entries if zips.is_zip(self.archive) else tars.entries
        if read is tars.entries and not tars.is_tar(self.archive):
            raise damaged("نه zip است و نه tar", "it is neither a zip nor a tar")
        return read(self.archive, self.limits)

    def count(self, name: str, size: int) -> None:
        """``size`` bytes more were unpacked."""
        self.written += size
        self.limits.check(name, self.written, self.archive.stat().st_size)
        if self.written - self.told >= _TOLD_EVERY:
            self.told = self.written
            self.emit(
                DatasetProgressed("unpacking", self.written, max(self.written, self.archive.stat().st_size))
            )
        if self.cancelled():
            raise WorkCancelled


def _place(into: Path, entry: Entry) -> Path:
    place = into.joinpath(*entry.parts)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        if place.is_dir():
            raise FileExistsError
    except (FileExistsError, NotADirectoryError):
        raise unsafe(entry.name, "هم پرونده است و هم پوشه", "is both a file and a folder") from None
    return place


def _write(stream: IO[bytes], place: Path, work: _Work) -> None:
    """A second entry of the same name takes the place of the first, as tar has it."""
    with _stream_errors(), place.open("wb") as out:
        while piece := stream.read(PIECE):
            work.count(place.name, len(piece))
            out.write(piece)
    if work.cancelled():
        raise WorkCancelled


@contextmanager
def _stream_errors() -> Iterator[None]:
    with zips.errors(), tars.errors():
        yield
