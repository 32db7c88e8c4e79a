"""Weights in the safetensors format, which holds numbers and nothing that runs."""

import json
import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

# The format's own bound is 100 MB; a voice needs some 100 kB.
_LARGEST_HEADER = 8 * 2**20
_MOST_DIMENSIONS = 8
_BF16 = "BF16"
_TYPES = {"F64": "<f8", "F32": "<f4", "F16": "<f2", _BF16: "<u2"}


@dataclass(frozen=True, slots=True)
class Tensor:
    """Where one array lies in the file."""

    type: str
    shape: tuple[int, ...]
    begin: int
    """The first byte, from the start of the file."""


class SafeTensors:
    """The arrays of one file, each read when it is taken; everything about them is checked before."""

    def __init__(self, file: Path) -> None:
        """Read the list of what is in ``file``; raises OSError and ValueError."""
        self._file = file
        self._tensors = _tensors(file)

    def __contains__(self, name: str) -> bool:
        return name in self._tensors

    def take(self, name: str) -> NDArray[np.float32]:
        """The array of that name; raises KeyError, OSError, and ValueError when the file has been cut."""
        tensor = self._tensors[name]
        with self._file.open("rb") as opened:
            opened.seek(tensor.begin)
            values = np.fromfile(opened, _TYPES[tensor.type], math.prod(tensor.shape))
        if tensor.type == _BF16:  # the upper half of a 32-bit number
            values = (values.astype(np.uint32) << 16).view(np.float32)
        return values.reshape(tensor.shape).astype(np.float32, copy=False)


def _tensors(file: Path) -> dict[str, Tensor]:
    size = file.stat().st_size
    with file.open("rb") as opened:
        length = int.from_bytes(opened.read(8), "little")
        if not 2 <= length <= min(_LARGEST_HEADER, size - 8):
            raise ValueError("the header has no possible length")
        try:
            header = json.loads(opened.read(length))
        except RecursionError:
            raise ValueError("the header is nested too deeply") from None
    if not isinstance(header, dict):
        raise ValueError("the header is not a table")
    header.pop("__metadata__", None)
    return {
        name: tensor
        for name, entry in header.items()
        if (tensor := _tensor(entry, 8 + length, size)).type in _TYPES
    }


def _tensor(entry: Any, start: int, size: int) -> Tensor:
    """One entry of the header, checked against the ``size`` of the file."""
    try:
        kind, shape, (begin, end) = entry["dtype"], entry["shape"], entry["data_offsets"]
    except (TypeError, KeyError) as error:
        raise ValueError("an array is not described") from error
    numbers = [*shape, begin, end] if isinstance(shape, list) and len(shape) <= _MOST_DIMENSIONS else [None]
    if not isinstance(kind, str) or any(type(number) is not int or number < 0 for number in numbers):
        raise ValueError("an array is described by no possible numbers")
    if not begin <= end <= size - start:
        raise ValueError("an array reaches beyond the file")
    if kind in _TYPES and end - begin != math.prod(shape) * np.dtype(_TYPES[kind]).itemsize:
        raise ValueError("an array has another size than it says")
    return Tensor(kind, tuple(shape), start + begin)
