"""Dynamic time warping: which moments of two sounds belong together."""

import numpy as np
from numpy.typing import NDArray

_BACK = ((1, 1), (1, 0), (0, 1))


def warp(distances: NDArray[np.float32]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The cheapest way through ``distances`` [n, m] from corner to corner, as its rows and its columns.

    Each step goes one on in the rows, in the columns or in both (Sakoe and Chiba, 1978, symmetric, without weights).
    """
    rows, columns = [distances.shape[0] - 1], [distances.shape[1] - 1]
    moves = _moves(distances)
    while rows[-1] or columns[-1]:
        down, right = _BACK[moves[rows[-1] + columns[-1], rows[-1]]]
        rows.append(rows[-1] - down)
        columns.append(columns[-1] - right)
    return np.array(rows[::-1]), np.array(columns[::-1])


def _moves(distances: NDArray[np.float32]) -> NDArray[np.int8]:
    """Which move leads to each place at least cost, [diagonal, row]: all places of a diagonal at once."""
    n, m = distances.shape
    moves = np.zeros((n + m - 1, n), np.int8)
    before, last = np.full(n + 1, np.inf), np.full(n + 1, np.inf)
    last[1] = distances[0, 0]  # a place of row r is kept at r + 1, so that row −1 is there, too
    for diagonal in range(1, n + m - 1):
        low, high = max(0, diagonal - m + 1), min(n, diagonal + 1)
        ways = np.stack((before[low:high], last[low:high], last[low + 1 : high + 1]))
        moves[diagonal, low:high] = ways.argmin(axis=0)
        total = np.full(n + 1, np.inf)
        here = np.arange(low, high)
        total[low + 1 : high + 1] = distances[here, diagonal - here] + ways.min(axis=0)
        before, last = last, total
    return moves
