"""The pitch of a voice: YIN in all frames at once, and the smoothest way through what it offers.

A. de Cheveigné and H. Kawahara, "YIN, a fundamental frequency estimator for speech and music" (2002); several dips of
its difference function are kept for each frame, as in pYIN (M. Mauch and S. Dixon, 2014), and a Viterbi search chooses.
"""

import numpy as np
from numpy.typing import NDArray

from bazgoo.audio.spectrogram import frames

LOWEST_HZ, HIGHEST_HZ = 60.0, 500.0
"""Between these a voice speaks; children and whispers aside."""

_WINDOW_S = 0.04
_CANDIDATES = 5
_UNVOICED = 0.45
"""What a frame without a pitch costs: about as much as the dip of a hoarse one."""
_VOICING_CHANGE, _OCTAVE_A_FRAME, _LONGER_PERIOD = 0.2, 1.0, 0.03
_SILENT_DB = -45.0
"""Frames so far below the loudest have no pitch."""


def pitch_hz(
    samples: NDArray[np.float32], sample_rate_hz: int, hop: int, lowest_hz: float = LOWEST_HZ
) -> NDArray[np.float32]:
    """The fundamental frequency of mono ``samples`` in Hz every ``hop`` samples, [1 + samples ÷ hop]; 0 where unvoiced.

    Frames are centred as those of ``log_mel`` are.
    """
    longest = int(sample_rate_hz / lowest_hz) + 1
    window = int(_WINDOW_S * sample_rate_hz)
    cut = frames(samples, window + longest, hop)
    dips = _normalised_difference(cut, window, longest)
    lags, costs = _candidates(dips, max(2, int(sample_rate_hz / HIGHEST_HZ)))
    costs[_levels_db(cut) < _SILENT_DB] = np.inf
    chosen = _smoothest(lags, costs)
    rows = np.arange(len(lags))
    voiced = chosen < lags.shape[1]
    picked = lags[rows, np.minimum(chosen, lags.shape[1] - 1)]
    pitch: NDArray[np.float32] = np.where(voiced, sample_rate_hz / picked, 0).astype(np.float32)
    return pitch


def _normalised_difference(cut: NDArray[np.float32], window: int, longest: int) -> NDArray[np.float32]:
    """YIN's cumulative mean normalised difference d′ of each frame and lag, [frames, longest]."""
    size = 1 << (cut.shape[1] + window - 1).bit_length()
    spectrum = np.fft.rfft(cut, size)
    head = np.fft.rfft(cut[:, :window], size)
    products = np.fft.irfft(spectrum * head.conj(), size)[:, :longest]
    squares = np.cumsum(np.pad(np.square(cut, dtype=np.float64), ((0, 0), (1, 0))), axis=1)
    energies = squares[:, window : window + longest] - squares[:, :longest]
    difference = np.maximum(energies[:, :1] + energies - 2 * products, 0)
    difference[:, 0] = 0
    mean = np.cumsum(difference, axis=1) / np.maximum(np.arange(longest), 1)
    normalised = np.divide(difference, mean, out=np.ones_like(difference), where=mean > 1e-12)
    return np.asarray(normalised, np.float32)


def _candidates(dips: NDArray[np.float32], shortest: int) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """The deepest dips of each frame: their lags in samples, between samples too, and what each costs."""
    before, here, after = dips[:, shortest - 1 : -2], dips[:, shortest:-1], dips[:, shortest + 1 :]
    lowest = (here <= before) & (here < after)
    octaves = np.log2(np.arange(shortest, shortest + here.shape[1], dtype=np.float32) / shortest)
    cost = np.where(lowest, here + _LONGER_PERIOD * octaves, np.inf).astype(np.float32)
    best = np.argpartition(cost, _CANDIDATES, axis=1)[:, :_CANDIDATES]
    a, b, c = (np.take_along_axis(part, best, axis=1) for part in (before, here, after))
    bend = a - 2 * b + c
    shift = np.divide(0.5 * (a - c), bend, out=np.zeros_like(bend), where=np.abs(bend) > 1e-9)
    lags = best + shortest + np.clip(shift, -1, 1)
    return lags.astype(np.float32), np.take_along_axis(cost, best, axis=1)


def _levels_db(cut: NDArray[np.float32]) -> NDArray[np.float64]:
    power = np.square(cut, dtype=np.float64).mean(axis=1)
    levels: NDArray[np.float64] = 10 * np.log10(np.maximum(power, 1e-20) / max(float(power.max()), 1e-12))
    return levels


def _smoothest(lags: NDArray[np.float32], costs: NDArray[np.float32]) -> NDArray[np.int64]:
    """Which candidate of each frame lies on the cheapest way; one past the last stands for no pitch."""
    count, states = lags.shape[0], lags.shape[1] + 1
    heights = np.log2(lags)
    steps = np.full((states, states), _VOICING_CHANGE, np.float32)
    steps[-1, -1] = 0
    total = np.append(costs[0], _UNVOICED)
    came_from = np.zeros((count, states), np.int64)
    for frame in range(1, count):
        steps[:-1, :-1] = _OCTAVE_A_FRAME * np.abs(heights[frame - 1][:, None] - heights[frame])
        ways = total[:, None] + steps
        came_from[frame] = ways.argmin(axis=0)
        total = ways.min(axis=0) + np.append(costs[frame], _UNVOICED)
    chosen = np.empty(count, np.int64)
    chosen[-1] = total.argmin()
    for frame in range(count - 1, 0, -1):
        chosen[frame - 1] = came_from[frame, chosen[frame]]
    return chosen
