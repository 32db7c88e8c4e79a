"""Files written into a backup while others go on changing them."""

import contextlib
import hashlib
import os
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BufferedReader
from pathlib import Path

from bazgoo.datasets.dataset import DATABASE
from bazgoo.errors import FileUnreadable
from bazgoo.server.backups.archive import ArchiveWriter, Contents, KeptFile
from bazgoo.server.backups.holdings import Holding

PIECE = 1 << 20


class FilesOut:
    """Adds files to an archive, unless they are in the backup that it begins from just so."""

    def __init__(
        self,
        archive: ArchiveWriter,
        data_dir: Path,
        scratch: Path,
        earlier: Contents | None,
        tell: Callable[[str, int], None],
    ) -> None:
        """``scratch`` is a file for copies; ``tell`` is given each path and the bytes of it that are done."""
        self._archive, self._data_dir, self._scratch, self._tell = archive, data_dir, scratch, tell
        self._earlier = {file.path: file for file in earlier.files} if earlier else {}

    def add(self, holding: Holding, contents: Contents) -> None:
        """All files of a folder that can still be read."""
        contents.folders += [self._path(folder) for folder in holding.folders()]
        contents.files += self._dataset(holding.folder, holding) if holding.dataset else self._files(holding)

    def _files(self, holding: Holding) -> Iterator[KeptFile]:
        for path in holding.files():
            if kept := self.add_file(path, self._path(path)):
                yield kept

    def _dataset(self, folder: Path, holding: Holding) -> Iterator[KeptFile]:
        """Its database last, as it was before the files that it names were read; again where one has vanished."""
        if not (folder / DATABASE).is_file():
            return
        done: set[Path] = set()
        while True:
            self._copy_database(folder / DATABASE)
            new = [path for path in holding.files() if path not in done]
            kept = [self.add_file(path, self._path(path)) for path in new]
            done.update(new)
            yield from filter(None, kept)
            if all(kept):
                break
        if database := self.add_file(self._scratch, self._path(folder / DATABASE)):
            yield database

    def _copy_database(self, path: Path) -> None:
        self._scratch.unlink(missing_ok=True)
        try:
            with (
                contextlib.closing(
                    sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=60)
                ) as there,
                contextlib.closing(sqlite3.connect(self._scratch)) as here,
            ):
                there.backup(here)
        except sqlite3.Error:  # it is damaged, and what is left of it comes along
            self._scratch.write_bytes(path.read_bytes())

    def add_file(self, path: Path, name: str) -> KeptFile | None:
        """One file; None where it is gone or became shorter meanwhile."""
        try:
            file = path.open("rb")
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise FileUnreadable(file=path, reason_fa=reason, reason_en=reason) from None
        with file:
            found = os.fstat(file.fileno())
            if known := self._known(file, name, found):
                self._tell(name, known.size)
                return known
            pieces = self._told(iter(lambda: file.read(PIECE), b""), name)
            part = self._archive.add_pieces(f"files/{name}", found.st_size, pieces)
        held_by = self._archive.header.id
        return KeptFile(name, part.size, part.sha256, found.st_mtime_ns, held_by) if part else None

    def _known(self, file: BufferedReader, name: str, found: os.stat_result) -> KeptFile | None:
        """The file as the earlier backup has it, when it is still the same."""
        before = self._earlier.get(name)
        if before is None or before.size != found.st_size:
            return None
        if before.mtime_ns == found.st_mtime_ns:
            return before
        same = hashlib.file_digest(file, "sha256").hexdigest() == before.sha256
        file.seek(0)
        return replace(before, mtime_ns=found.st_mtime_ns) if same else None

    def _told(self, pieces: Iterator[bytes], name: str) -> Iterator[bytes]:
        for piece in pieces:
            yield piece
            self._tell(name, len(piece))

    def _path(self, path: Path) -> str:
        return path.relative_to(self._data_dir).as_posix()
