"""Log-mel spectrograms in NumPy: sound as scores and small recognisers see it."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

FLOOR = 1e-5
"""Softer than this is silence: the logarithm of a magnitude goes no lower."""
_LINEAR_BELOW_HZ, _HZ_A_MEL = 1000.0, 200 / 3
_MELS_BELOW = _LINEAR_BELOW_HZ / _HZ_A_MEL
_OCTAVE_OF_MELS = np.log(6.4) / 27


@dataclass(frozen=True, slots=True)
class MelShape:
    """How a sound is cut into frames and bands."""

    sample_rate_hz: int = 22_050
    window: int = 1024
    """Samples of a Hann window; as many points has its Fourier transform."""
    hop: int = 256
    """Samples from one frame to the next."""
    mels: int = 80
    """Bands between 0 Hz and half the sample rate."""


def frames(samples: NDArray[np.float32], window: int, hop: int) -> NDArray[np.float32]:
    """Windows [1 + samples ÷ hop, window], the first centred on the first sample; a view, not a copy."""
    around = np.pad(samples, window // 2)
    return sliding_window_view(around, window)[::hop]


def log_mel(samples: NDArray[np.float32], shape: MelShape) -> NDArray[np.float32]:
    """The natural logarithm of the magnitude in each band, [frames, mels]; ``samples`` mono at the shape's rate."""
    window = np.hanning(shape.window + 1)[:-1].astype(np.float32)
    magnitudes = np.abs(np.fft.rfft(frames(samples, shape.window, shape.hop) * window))
    mels: NDArray[np.float32] = magnitudes.astype(np.float32) @ _filters(shape)
    return np.log(np.maximum(mels, FLOOR))


@lru_cache(maxsize=8)
def _filters(shape: MelShape) -> NDArray[np.float32]:
    """Triangles of equal area on Slaney's scale, [bins, mels]."""
    bins = np.fft.rfftfreq(shape.window, 1 / shape.sample_rate_hz)
    corners = _hz(np.linspace(0, _mel(shape.sample_rate_hz / 2), shape.mels + 2))
    rising = (bins[:, None] - corners[:-2]) / np.diff(corners)[:-1]
    falling = (corners[2:] - bins[:, None]) / np.diff(corners)[1:]
    triangles = np.maximum(0, np.minimum(rising, falling)) * (2 / (corners[2:] - corners[:-2]))
    return triangles.astype(np.float32)


def _mel(hz: float) -> float:
    """Slaney's scale (Auditory Toolbox, 1998): linear below 1 kHz, logarithmic above."""
    if hz < _LINEAR_BELOW_HZ:
        return hz / _HZ_A_MEL
    return float(_MELS_BELOW + np.log(hz / _LINEAR_BELOW_HZ) / _OCTAVE_OF_MELS)


def _hz(mels: NDArray[np.float64]) -> NDArray[np.float64]:
    above = _LINEAR_BELOW_HZ * np.exp(_OCTAVE_OF_MELS * (mels - _MELS_BELOW))
    return np.where(mels < _MELS_BELOW, mels * _HZ_A_MEL, above)
