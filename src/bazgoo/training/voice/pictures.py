"""An alignment to look at: how well each symbol explains each frame, and the way that was taken."""

import numpy as np
from numpy.typing import NDArray

from bazgoo.datasets.pictures import palette_png

_ROW, _COLUMN = 6, 2
"""Points of the picture for a symbol and for a frame."""


def alignment_png(likelihood: NDArray[np.float32], durations: NDArray[np.int64]) -> bytes:
    """A PNG of likelihoods [N, T], ln: symbols from bottom to top, frames from left to right, the way brightest."""
    shares = np.exp(likelihood - likelihood.max(axis=0, keepdims=True))
    shades = (150 * shares / shares.sum(axis=0, keepdims=True)).astype(np.uint8)
    way = np.repeat(np.arange(len(durations)), durations)
    shades[way, np.arange(len(way))] = 255
    return palette_png(shades[::-1].repeat(_ROW, axis=0).repeat(_COLUMN, axis=1))
