"""The sums of the linear models: of the weights that hashed features lead to."""

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from bazgoo.phonemes.weights import FILE, one_stored, shipped, slots


def likeliest(table: str, features: list[str]) -> int:
    """Which column has the highest sum over the rows of ``features``, the first of equal ones."""
    return int(np.argmax(_weights(table)[slots(features)].sum(axis=0)))


def totals(table: str, rows: Sequence[list[str]]) -> list[float]:
    """The sum over each of ``rows`` of features, all of one length."""
    sums: list[float] = _weights(table)[np.array([*map(slots, rows)])].sum(axis=1).tolist()
    return sums


@cache
def _weights(table: str) -> NDArray[np.float32]:
    kind, shape, content = one_stored(shipped(FILE), table)
    return np.frombuffer(content, kind).reshape(shape).astype(np.float32)
