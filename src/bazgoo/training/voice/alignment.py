"""Monotonic alignment search (Kim et al., Glow-TTS, 2020): which symbol each frame belongs to."""

import numpy as np
from numpy.typing import NDArray

PRIOR_STEPS, PRIOR_WEIGHT, PRIOR_WIDTH = 400, 60.0, 0.15
"""How long, how strongly and how narrowly the search is held near the diagonal while nothing is known yet."""
_NEVER = -1e9


def durations(
    likelihood: NDArray[np.float32], symbols: NDArray[np.int64], frames: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Frames of each symbol, [B, N], on the likeliest way through ``likelihood`` [B, N, T].

    Every symbol has a frame or more, in order; ``symbols`` and ``frames`` [B] say how much of each is real.
    Raises ValueError where there are fewer frames than symbols.
    """
    if (frames < symbols).any():
        raise ValueError("fewer frames than symbols")
    came = _forward(likelihood)
    batch, count, length = likelihood.shape
    rows, at = np.arange(batch), symbols - 1
    made = np.zeros((batch, count), np.int64)
    for frame in range(length - 1, -1, -1):
        real = frame < frames
        made[rows, at] += real
        at = at - (real & came[frame, rows, at])
    return made


def _forward(likelihood: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Whether the best way to each symbol at each frame came from the symbol before it: [T, B, N]."""
    batch, count, length = likelihood.shape
    by_frame = np.ascontiguousarray(likelihood.transpose(2, 0, 1))
    came = np.zeros((length, batch, count), np.bool_)
    best = np.full((batch, count), _NEVER, np.float32)
    best[:, 0] = by_frame[0, :, 0]
    before = np.full((batch, count), _NEVER, np.float32)
    for frame in range(1, length):
        before[:, 1:] = best[:, :-1]
        came[frame] = before > best
        best = np.maximum(before, best) + by_frame[frame]
    return came


def near_diagonal(
    symbols: NDArray[np.int64], frames: NDArray[np.int64], shape: tuple[int, int]
) -> NDArray[np.float32]:
    """What speaks against places far from the diagonal: [B, N, T], 0 on it and below 0 elsewhere."""
    rows = (np.arange(shape[0]) + 0.5) / symbols[:, None]
    columns = (np.arange(shape[1]) + 0.5) / frames[:, None]
    away = (rows[:, :, None] - columns[:, None, :]) / PRIOR_WIDTH
    return (-0.5 * np.square(away)).astype(np.float32)


def prior_weight(step: int) -> float:
    """How much ``near_diagonal`` counts at a step."""
    return PRIOR_WEIGHT * max(0.0, 1 - step / PRIOR_STEPS)
