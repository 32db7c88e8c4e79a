"""Reading a bundle from a stranger: plain files only, nothing larger than it is, no name that leads elsewhere."""

import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from bazgoo.errors import BundleDamaged, BundleUnsafe

BLOCK = 512
LONGEST_NAME = 4096
_FILES = (tarfile.REGTYPE, tarfile.AREGTYPE)


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in a tar; its content is what ``stream`` gives next."""

    name: str
    size: int


def entries(stream: IO[bytes], size: int) -> Iterator[Entry]:
    """The files of the tar of ``size`` bytes; the content of each may be read before the next is asked for.

    Raises BundleUnsafe for anything that is not a plain file, BundleDamaged where the tar is broken.
    """
    long_name = ""
    while any(block := _exactly(stream, BLOCK)):
        header = _parsed(block)
        begins = stream.tell()
        if begins + header.size > size:
            raise BundleDamaged
        if header.type == tarfile.GNUTYPE_LONGNAME and header.size <= LONGEST_NAME:
            long_name = _exactly(stream, header.size).rstrip(b"\0").decode("utf-8", "surrogateescape")
        elif header.type in _FILES:
            yield Entry(long_name or header.name, header.size)
            long_name = ""
        else:
            raise BundleUnsafe(name=long_name or header.name)
        stream.seek(begins + header.size + -header.size % BLOCK)


def _parsed(block: bytes) -> tarfile.TarInfo:
    try:
        header = tarfile.TarInfo.frombuf(block, "utf-8", "surrogateescape")
    except (tarfile.TarError, ValueError):
        raise BundleDamaged from None
    if header.size < 0:
        raise BundleDamaged
    return header


def _exactly(stream: IO[bytes], size: int) -> bytes:
    read = stream.read(size)
    if len(read) < size:
        raise BundleDamaged
    return read
