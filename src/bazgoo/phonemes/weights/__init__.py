"""What was learnt about reading: weights in files of NumPy's, which are read here without it (docs/reading.md)."""

import struct
from ast import literal_eval
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import NamedTuple
from zipfile import ZipFile
from zlib import crc32

FILE = "reading.npz"
SLOTS = 1 << 18
"""How many weights a model has; features that share one are told apart by the others."""
_SUFFIX = ".npy"
_CODES = {"|i1": "b", "<f2": "e", "<f4": "f"}


class Stored(NamedTuple):
    """An array as it lies in its file."""

    kind: str
    """Of its numbers, as NumPy names it: ``<f2``, ``|i1`` and so on."""
    shape: tuple[int, ...]
    content: bytes
    """Its numbers, one row behind the other."""

    def numbers(self) -> tuple[float, ...]:
        """All of them."""
        size = struct.calcsize(_CODES[self.kind])
        return struct.unpack(f"<{len(self.content) // size}{_CODES[self.kind]}", self.content)

    def texts(self) -> list[str]:
        """Those of an array of short texts (``<U3``)."""
        length = 4 * int(self.kind.removeprefix("<U"))
        pieces = (self.content[at : at + length] for at in range(0, len(self.content), length))
        return [piece.decode("utf-32-le").rstrip("\0") for piece in pieces]


def shipped(name: str) -> Traversable:
    """The file of that name among those that Bazgoo ships with."""
    return files(__name__).joinpath(name)


def stored(file: Traversable) -> dict[str, Stored]:
    """The arrays in a file of NumPy's (.npz)."""
    with file.open("rb") as opened, ZipFile(opened) as archive:
        return {name.removesuffix(_SUFFIX): _stored(archive.read(name)) for name in archive.namelist()}


def one_stored(file: Traversable, name: str) -> Stored:
    """The array of that name in such a file."""
    with file.open("rb") as opened, ZipFile(opened) as archive:
        return _stored(archive.read(name + _SUFFIX))


def _stored(content: bytes) -> Stored:
    """An array by its own file, whose first version has two bytes for the length of its header, and others four."""
    begin = 10 if content[6] == 1 else 12
    end = begin + int.from_bytes(content[8:begin], "little")
    header = literal_eval(content[begin:end].decode())
    return Stored(header["descr"], header["shape"], content[end:])


def slots(features: list[str]) -> list[int]:
    """Where the weights of ``features`` lie."""
    return [crc32(feature.encode()) % SLOTS for feature in features]
