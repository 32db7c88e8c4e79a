"""Protocol buffers, as far as ONNX files need them: https://protobuf.dev/programming-guides/encoding/."""

import struct
from collections.abc import Iterable, Iterator
from typing import BinaryIO

_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5
_FIXED_SIZES = {_FIXED64: 8, _FIXED32: 4}


def integer(field: int, value: int) -> bytes:
    """A field of whole numbers; negative ones take ten bytes."""
    return _varint(field << 3 | _VARINT) + _varint(value)


def number(field: int, value: float) -> bytes:
    """A field of 32-bit floats."""
    return _varint(field << 3 | _FIXED32) + struct.pack("<f", value)


def content(field: int, value: bytes | str) -> bytes:
    """A field of text, of bytes, or of another message."""
    data = value.encode() if isinstance(value, str) else value
    return _varint(field << 3 | _BYTES) + _varint(len(data)) + data


def integers(field: int, values: Iterable[int]) -> bytes:
    """A field of many whole numbers, packed."""
    return content(field, b"".join(map(_varint, values)))


def fields(file: BinaryIO, wanted: int, largest: int) -> Iterator[bytes]:
    """The contents of field ``wanted`` of the message that is the whole ``file``; others are skipped unread.

    Raises ValueError where the file is not such a message, or holds a content of more than ``largest`` bytes.
    """
    end = file.seek(0, 2)
    file.seek(0)
    while file.tell() < end:
        key = _read_varint(file)
        kind = key & 7
        if kind == _VARINT:
            _read_varint(file)
            continue
        size = _read_varint(file) if kind == _BYTES else _FIXED_SIZES.get(kind, -1)
        if not 0 <= size <= end - file.tell():
            raise ValueError("a field reaches beyond the end")
        if kind == _BYTES and key >> 3 == wanted:
            if size > largest:
                raise ValueError("a field is too large")
            yield file.read(size)
        else:
            file.seek(size, 1)


def _varint(value: int) -> bytes:
    value &= (1 << 64) - 1
    made = bytearray()
    while value > 0x7F:
        made.append(value & 0x7F | 0x80)
        value >>= 7
    made.append(value)
    return bytes(made)


def _read_varint(file: BinaryIO) -> int:
    value = 0
    for shift in range(0, 70, 7):
        byte = file.read(1)
        if not byte:
            raise ValueError("a number is cut off")
        value |= (byte[0] & 0x7F) << shift
        if byte[0] < 0x80:
            return value
    raise ValueError("a number is too long")
