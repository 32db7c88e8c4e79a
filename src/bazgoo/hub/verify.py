"""Whether a file is the one that was meant: sha256 of LFS files, Git's sha1 of the others."""

import asyncio
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from bazgoo.hub.cards import RemoteFile

if TYPE_CHECKING:
    from hashlib import _Hash

PIECE = 1 << 20
SLICE = 32 << 20


class Digest:
    """The hash of a file, running behind the bytes as they reach the disk."""

    def __init__(self, file: RemoteFile) -> None:
        self._file = file
        self._hash: _Hash = hashlib.sha256()
        if not file.sha256:
            self._hash = hashlib.sha1(b"blob %d\0" % file.size, usedforsecurity=False)
        self._position = 0
        self._lock = asyncio.Lock()

    @property
    def position(self) -> int:
        """How many bytes have been hashed."""
        return self._position

    async def follow(self, path: Path, end: int) -> None:
        """Hash what of ``path`` lies before ``end`` and has not been hashed."""
        async with self._lock:
            while self._position < end:
                before = self._position
                await asyncio.to_thread(self._run, path, min(end, before + SLICE))
                if self._position == before:
                    return

    def _run(self, path: Path, end: int) -> None:
        with path.open("rb") as file:
            file.seek(self._position)
            while self._position < end and (piece := file.read(min(PIECE, end - self._position))):
                self._hash.update(piece)
                self._position += len(piece)

    def right(self) -> bool:
        """Whether the bytes hashed are the whole, right file; size alone decides where no hash is known."""
        wanted = self._file.sha256 or self._file.git_sha1
        return self._position == self._file.size and wanted in (None, self._hash.hexdigest())


async def is_right(path: Path, file: RemoteFile) -> bool:
    """Whether ``path`` on disk is ``file``, read whole; not to be known where the Hub gave no hash."""
    if not (file.sha256 or file.git_sha1) or _size(path) != file.size:
        return False
    digest = Digest(file)
    await digest.follow(path, file.size)
    return digest.right()


def _size(path: Path) -> int | None:
    return path.stat().st_size if path.is_file() else None
