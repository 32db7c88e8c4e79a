"""The sums of the linear models, in a page: read from the weights as they are stored, in half precision."""

from collections.abc import Callable, Sequence
from functools import cache
from struct import Struct

from bazgoo.phonemes.weights import FILE, one_stored, shipped, slots

Row = Callable[[int], tuple[float, ...]]


def likeliest(table: str, features: list[str]) -> int:
    """Which column has the highest sum over the rows of ``features``, the first of equal ones."""
    row = _rows(table)
    sums = [*map(sum, zip(*map(row, slots(features)), strict=True))]
    return sums.index(max(sums))


def totals(table: str, rows: Sequence[list[str]]) -> list[float]:
    """The sum over each of ``rows`` of features, all of one length."""
    row = _rows(table)
    return [sum(row(slot)[0] for slot in slots(features)) for features in rows]


@cache
def _rows(table: str) -> Row:
    _, shape, content = one_stored(shipped(FILE), table)
    row = Struct(f"<{shape[1] if len(shape) > 1 else 1}e")
    return lambda slot: row.unpack_from(content, slot * row.size)
