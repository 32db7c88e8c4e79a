"""What was learnt about reading: weights in one file, reached by hashed features (docs/reading.md)."""

from functools import cache
from importlib.resources import files
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

FILE = "reading.npz"
SLOTS = 1 << 18
"""How many weights a model has; features that share one are told apart by the others."""


@cache
def weights(name: str) -> NDArray[np.float32]:
    """The array of that name."""
    with files(__package__).joinpath(FILE).open("rb") as file, np.load(file) as arrays:
        array: NDArray[np.float32] = arrays[name].astype(np.float32)
    return array


def slots(features: list[str]) -> list[int]:
    """Where the weights of ``features`` lie."""
    return [crc32(feature.encode()) % SLOTS for feature in features]
