"""Reading a backup: what is in it, and the bytes of each entry, which must be what was told of them."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Protocol, Self, cast

from bazgoo.errors import BackupDamaged, BackupPasswordMissing, BundleDamaged, BundleUnsafe, FileUnreadable
from bazgoo.server.backups.archive import contents as telling
from bazgoo.server.backups.archive.contents import Contents
from bazgoo.server.backups.archive.header import Header, take_header
from bazgoo.server.backups.archive.plain import PlainIn
from bazgoo.server.backups.archive.writing import CONTENTS, PROOF
from bazgoo.store.tar import Entry, entries

PIECE = 1 << 20
LONGEST_CONTENTS = 1 << 30


class Body(Protocol):
    """What is behind the header, read at any place."""

    size: int

    def tell(self) -> int: ...
    def seek(self, place: int, /) -> int: ...
    def read(self, size: int, /) -> bytes: ...


class Archive:
    """An open backup; close it, or use it in a ``with`` block."""

    def __init__(self, path: Path, password: str | None = None) -> None:
        """Raises BackupDamaged, BackupPasswordMissing, BackupPasswordWrong, FileUnreadable."""
        self.name = path.name
        self._file = _opened(path)
        try:
            self.header, first = take_header(self._file, path.name)
            self._body = _body(self._file, self.header, first, password, path.name)
            self._places = dict(self._walk())
            self.contents = self._contents()
        except BaseException:
            self._file.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def read(self, name: str, size: int, sha256: str) -> Iterator[bytes]:
        """The bytes of an entry; raises BackupDamaged, behind the last of them at the latest."""
        at, entry = self._places.get(name, (0, Entry(name, -1)))
        if entry.size != size:
            raise BackupDamaged(file=self.name)
        digest, left = hashlib.sha256(), size
        while left:
            self._body.seek(at + size - left)
            piece = self._body.read(min(PIECE, left))
            if not piece:
                raise BackupDamaged(file=self.name)
            digest.update(piece)
            left -= len(piece)
            yield piece
        if digest.hexdigest() != sha256:
            raise BackupDamaged(file=self.name)

    def _walk(self) -> Iterator[tuple[str, tuple[int, Entry]]]:
        try:
            # it asks for no more of a stream than a body has
            for entry in entries(cast("IO[bytes]", self._body), self._body.size):
                yield entry.name, (self._body.tell(), entry)
        except (BundleDamaged, BundleUnsafe):
            raise BackupDamaged(file=self.name) from None

    def _contents(self) -> Contents:
        """Raises BackupDamaged, also for an archive whose end is missing."""
        _, told = self._places.get(CONTENTS, (0, None))
        at, proof = self._places.get(PROOF, (0, None))
        if told is None or proof is None or told.size > LONGEST_CONTENTS or proof.size != 64:
            raise BackupDamaged(file=self.name)
        self._body.seek(at)
        sha256 = self._body.read(64).decode("ascii", "replace")
        contents = telling.parsed(b"".join(self.read(CONTENTS, told.size, sha256)))
        if contents is None:
            raise BackupDamaged(file=self.name)
        return contents


def _opened(path: Path) -> Any:
    try:
        return path.open("rb")
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise FileUnreadable(file=path, reason_fa=reason, reason_en=reason) from None


def _body(file: IO[bytes], header: Header, first: bytes, password: str | None, name: str) -> Body:
    size = os.fstat(file.fileno()).st_size - len(first)
    if header.seal is None:
        return PlainIn(file, len(first), size)
    if not password:
        raise BackupPasswordMissing(file=name)
    from bazgoo.server.backups.archive.sealing import SealedIn, cipher_of  # noqa: PLC0415

    return SealedIn(file, cipher_of(password, header.seal), first, size, name)
