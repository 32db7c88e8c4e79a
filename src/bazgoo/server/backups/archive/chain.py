"""A backup with those that it begins from, which lie beside it."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

from bazgoo.errors import BackupBaseMissing, BackupDamaged, FileUnreadable
from bazgoo.server.backups.archive.contents import KeptFile, Part
from bazgoo.server.backups.archive.header import ENDING, read_header
from bazgoo.server.backups.archive.reading import Archive


class Chain:
    """A backup that can be restored: every byte of its files is at hand."""

    def __init__(self, path: Path, password: str | None = None) -> None:
        """Raises what ``Archive`` raises, and BackupBaseMissing."""
        self._stack = ExitStack()
        try:
            self.top = self._stack.enter_context(Archive(path, password))
            self.contents, self.header = self.top.contents, self.top.header
            self._archives = {self.header.id: self.top}
            for base_id in sorted({file.held_by for file in self.contents.files} - {self.header.id}):
                base = _beside(path, base_id, self.header.base_name or base_id)
                self._archives[base_id] = self._stack.enter_context(Archive(base, password))
        except BaseException:
            self._stack.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def read_file(self, file: KeptFile) -> Iterator[bytes]:
        """The bytes of a file; raises BackupDamaged."""
        return self._archives[file.held_by].read(f"files/{file.path}", file.size, file.sha256)

    def read_part(self, part: Part) -> Iterator[bytes]:
        """Some rows of a table; raises BackupDamaged."""
        return self.top.read(part.name, part.size, part.sha256)


def _beside(path: Path, wanted: str, name: str) -> Path:
    """The backup with that id in the same folder; raises BackupBaseMissing."""
    for candidate in sorted(path.parent.glob(f"*{ENDING}")):
        try:
            if read_header(candidate).id == wanted:
                return candidate
        except (BackupDamaged, FileUnreadable):
            continue
    raise BackupBaseMissing(file=path.name, base=name)
