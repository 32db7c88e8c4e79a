"""The log-mel spectrogram: how loud a sound is in each band of hearing, a hundred times a second."""

from functools import lru_cache

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

_QUIETEST = 1e-10
"""The power that silence is taken to have."""


def mel_power(
    samples: NDArray[np.float32],
    *,
    sample_rate_hz: int,
    window: int,
    hop: int,
    fft: int,
    mels: int,
    low_hz: float,
    high_hz: float,
) -> NDArray[np.float64]:
    """Power in ``mels`` bands: float64 [frames, mels].

    Frame t is the ``window`` samples from t × ``hop`` on, times a periodic Hann window, with zeros up to ``fft``; only
    whole frames count, and a sound shorter than one is filled up with zeros. The power |X|² of each bin is summed up
    with triangles whose corners are equally far apart on the mel scale, 2595 · log10(1 + f / 700), and 1 high.
    """
    missing = max(0, window - len(samples))
    frames = sliding_window_view(np.pad(np.asarray(samples, np.float64), (0, missing)), window)[::hop]
    spectrum = np.fft.rfft(frames * _hann(window), fft)
    return (spectrum.real**2 + spectrum.imag**2) @ mel_filters(sample_rate_hz, fft, mels, low_hz, high_hz)


def log_mel(power: NDArray[np.float64], range_db: float) -> NDArray[np.float64]:
    """Natural logarithm of ``power``, nothing deeper than ``range_db`` below its highest value."""
    floor = max(_QUIETEST, float(power.max(initial=0.0)) * 10 ** (-range_db / 10))
    return np.log(np.maximum(power, floor))


@lru_cache(maxsize=8)
def mel_filters(
    sample_rate_hz: int, fft: int, mels: int, low_hz: float, high_hz: float
) -> NDArray[np.float64]:
    """The triangles, as a matrix [fft / 2 + 1, mels]."""
    corners = _hz(np.linspace(_mel(low_hz), _mel(high_hz), mels + 2))
    bins = np.arange(fft // 2 + 1)[:, None] * (sample_rate_hz / fft)
    rising = (bins - corners[:-2]) / (corners[1:-1] - corners[:-2])
    falling = (corners[2:] - bins) / (corners[2:] - corners[1:-1])
    return np.maximum(0.0, np.minimum(rising, falling))


@lru_cache(maxsize=8)
def _hann(window: int) -> NDArray[np.float64]:
    return 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(window) / window)


def _mel(hz: float) -> float:
    return float(2595 * np.log10(1 + hz / 700))


def _hz(mel: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(700 * (10 ** (mel / 2595) - 1))
