"""The entries of a zip, all looked at before the first is unpacked."""

import errno
import lzma
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from bazgoo.datasets.entries import Entry, Limits, damaged, entry, readable, unsafe

_MAGIC = (b"PK\3\4", b"PK\5\6", b"PK\7\x08")
_ENCRYPTED, _UTF8 = 0x1, 0x800
_END = struct.Struct("<4s4H2LH")
_LONGEST_COMMENT = 1 << 16
_ROW_BYTES = 160
"""What an entry of a table of contents takes, generously."""


def is_zip(path: Path) -> bool:
    """By its first bytes."""
    with path.open("rb") as file:
        return file.read(4) in _MAGIC


def entries(archive: Path, limits: Limits) -> Iterator[tuple[Entry, IO[bytes]]]:
    """Every file, in the order of the table of contents; raises ArchiveUnsafe, ArchiveDamaged."""
    with errors():
        _check_table(archive, limits)
        with zipfile.ZipFile(archive) as opened:
            for info, found in _checked(opened.infolist(), archive, limits):
                with opened.open(info) as stream:
                    yield found, stream


def _checked(
    infos: list[zipfile.ZipInfo], archive: Path, limits: Limits
) -> list[tuple[zipfile.ZipInfo, Entry]]:
    found, total, packed = [], 0, archive.stat().st_size
    for count, info in enumerate(infos, 1):
        name = _name(info)
        limits.check_count(name, count)
        kind = stat.S_IFMT(info.external_attr >> 16)
        if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
            raise unsafe(name, "پیوند یا دستگاه است", "is a link or a device")
        if info.flag_bits & _ENCRYPTED:
            raise damaged("رمز دارد", "it is encrypted")
        total += info.file_size
        limits.check(name, total, packed)
        place = entry(name)
        if place and not info.is_dir() and not name.endswith("\\"):
            found.append((info, place))
    return found


def _name(info: zipfile.ZipInfo) -> str:
    """Python reads names without the mark for UTF-8 as those of DOS; they are UTF-8 or Windows-1256 instead."""
    if info.flag_bits & _UTF8:
        return info.orig_filename
    try:
        return readable(info.orig_filename.encode("cp437"))
    except UnicodeEncodeError:
        return info.orig_filename


def _check_table(archive: Path, limits: Limits) -> None:
    """A table of contents is read as a whole, so it must not be far larger than its entries need."""
    size = archive.stat().st_size
    with archive.open("rb") as file:
        file.seek(max(0, size - _LONGEST_COMMENT - _END.size))
        tail = file.read()
    at = tail.rfind(b"PK\5\6")
    if at < 0 or at + _END.size > len(tail):
        raise damaged("پایانش نرسیده است", "its end is missing")
    table_bytes = _END.unpack_from(tail, at)[5]
    if table_bytes == 0xFFFF_FFFF:
        table_bytes = _large_table(tail)
    if table_bytes > limits.entries * _ROW_BYTES:
        raise unsafe(archive.name, "بیش از اندازه پرونده دارد", "holds too many files")


def _large_table(tail: bytes) -> int:
    at = tail.rfind(b"PK\6\6")
    if at < 0 or at + 48 > len(tail):
        raise damaged("پایانش نرسیده است", "its end is missing")
    return int.from_bytes(tail[at + 40 : at + 48], "little")


@contextmanager
def errors() -> Iterator[None]:
    """What `zipfile` and its decompressors raise, as ArchiveDamaged."""
    try:
        yield
    except (zipfile.BadZipFile, EOFError, zlib.error, lzma.LZMAError, struct.error, ValueError):
        raise damaged("بخشی از آن خراب است یا نرسیده", "a part of it is broken or missing") from None
    except OSError as error:  # what broken offsets lead to, and bzip2 raises without a number
        if error.errno not in (None, errno.EINVAL):
            raise
        raise damaged("بخشی از آن خراب است یا نرسیده", "a part of it is broken or missing") from None
    except NotImplementedError:
        raise damaged("به روشی ناشناخته فشرده است", "it is packed in an unknown way") from None
    except RuntimeError as error:  # what zipfile raises for a password
        if "password" not in str(error):
            raise
        raise damaged("رمز دارد", "it is encrypted") from None
