"""The entries of a tar as they come, plain or packed; nothing large is ever read at once."""

import bz2
import gzip
import lzma
import tarfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, cast

from bazgoo.datasets.entries import Entry, Limits, damaged, entry, readable, unsafe

_PACKED: Mapping[bytes, Callable[..., Any]] = {
    b"\x1f\x8b": gzip.open,
    b"BZh": bz2.open,
    b"\xfd7zXZ\0": lzma.open,
}
_MOST_AT_ONCE = 1 << 18
"""Far more than the names and notes of an entry take, which `tarfile` reads at once."""


class _Unpacked:
    """What a tar holds, read forward only; raises ArchiveUnsafe where it is too much."""

    def __init__(self, stream: IO[bytes], archive: Path, limits: Limits) -> None:
        self._stream, self._limits, self._name = stream, limits, archive.name
        self._packed_bytes = archive.stat().st_size
        self._at = 0
        self.last = b""

    def tell(self) -> int:
        return self._at

    def seek(self, to: int) -> int:
        while self._at < to:
            if not self.read(min(to - self._at, _MOST_AT_ONCE)):
                raise EOFError
        return self._at

    def read(self, size: int) -> bytes:
        if not 0 <= size <= _MOST_AT_ONCE:
            raise unsafe(self._name, "سرآیندی بیش از اندازه بزرگ دارد", "has far too large a header")
        self.last = self._stream.read(size)
        self._at += len(self.last)
        self._limits.check(self._name, self._at, self._packed_bytes)
        return self.last


def is_tar(path: Path) -> bool:
    """By its first bytes, those of a header or of a packed stream."""
    with path.open("rb") as file:
        head = file.read(tarfile.BLOCKSIZE)
    return head[257:262] == b"ustar" or _opener(head) is not open or _is_header(head)


def entries(archive: Path, limits: Limits) -> Iterator[tuple[Entry, IO[bytes]]]:
    """Every file as it comes; raises ArchiveUnsafe, ArchiveDamaged."""
    with errors(), archive.open("rb") as file:
        opener = _opener(file.read(6))
        file.seek(0)
        packed: IO[bytes] = file if opener is open else opener(file)
        stream = _Unpacked(packed, archive, limits)
        with tarfile.open(
            fileobj=cast("IO[bytes]", stream), mode="r:", errors="surrogateescape", errorlevel=2
        ) as tar:
            yield from _files(tar, limits)
        if len(stream.last) != tarfile.BLOCKSIZE or any(stream.last):
            raise EOFError
        while stream.read(_MOST_AT_ONCE):  # to its end, where a packed stream has its checksum
            pass


def _files(tar: tarfile.TarFile, limits: Limits) -> Iterator[tuple[Entry, IO[bytes]]]:
    count = 0
    while info := tar.next():
        tar.members = []  # type: ignore[attr-defined] # else it would remember every one
        count += 1
        name = readable(info.name.encode("utf-8", "surrogateescape"))
        limits.check_count(name, count)
        if not (info.isdir() or info.isreg()) or info.issparse():
            raise unsafe(name, "پیوند یا دستگاه است", "is a link or a device")
        found = entry(name)
        if found and info.isreg():
            stream = tar.extractfile(info)
            assert stream
            with stream:
                yield found, stream


def _opener(head: bytes) -> Callable[..., Any]:
    return next((opener for magic, opener in _PACKED.items() if head.startswith(magic)), open)


def _is_header(head: bytes) -> bool:
    """An old tar has no magic, but a checksum."""
    try:
        tarfile.TarInfo.frombuf(head, "utf-8", "surrogateescape")
    except tarfile.TarError:
        return False
    return True


@contextmanager
def errors() -> Iterator[None]:
    """What `tarfile` and its decompressors raise, as ArchiveDamaged."""
    try:
        yield
    except (tarfile.TarError, EOFError, zlib.error, lzma.LZMAError, UnicodeError, RecursionError):
        raise damaged("بخشی از آن خراب است یا نرسیده", "a part of it is broken or missing") from None
    except OSError as error:  # gzip and bzip2 raise it without a number
        if error.errno is not None:
            raise
        raise damaged("بخشی از آن خراب است یا نرسیده", "a part of it is broken or missing") from None
