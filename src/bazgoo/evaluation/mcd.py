"""Mel-cepstral distortion: how far two spectra are from each other, in decibels.

R. Kubichek, "Mel-cepstral distance measure for objective speech quality assessment" (1993), after time warping
(MCD-DTW). The cepstrum is that of a log-mel spectrogram, so the figure is the difference of two smoothed spectra (root
mean square over the mel scale), whatever their loudness. Others take other cepstra: compare with figures made here.
"""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

COEFFICIENTS = 24
"""Of the cepstrum; the first, loudness, is not among them."""
_QUIETEST = 60 * np.log(10) / 20
"""Bands 60 dB below the loudest are as good as silent: what lies there is the room's, not the voice's."""
_DB = 10 * np.sqrt(2) / np.log(10)


def cepstra(log_mels: NDArray[np.float32]) -> NDArray[np.float32]:
    """Cepstral coefficients 1 to 24 of each frame, [frames, 24], of natural logarithms of magnitudes [frames, mels]."""
    heard = np.maximum(log_mels, log_mels.max() - _QUIETEST) if log_mels.size else log_mels
    coefficients: NDArray[np.float32] = heard @ _cosines(log_mels.shape[1])
    return coefficients


def distances_db(one: NDArray[np.float32], other: NDArray[np.float32]) -> NDArray[np.float32]:
    """The distortion between each frame of ``one`` and each of ``other``, [frames, frames]."""
    squares = np.square(one).sum(axis=1)[:, None] + np.square(other).sum(axis=1) - 2 * one @ other.T
    apart: NDArray[np.float32] = (_DB * np.sqrt(np.maximum(squares, 0))).astype(np.float32)
    return apart


@lru_cache(maxsize=4)
def _cosines(mels: int) -> NDArray[np.float32]:
    """A cosine transform scaled so that coefficients are the amplitudes of cosines in the log spectrum."""
    places = (np.arange(mels) + 0.5) / mels
    return (2 / mels * np.cos(np.pi * np.outer(places, np.arange(1, COEFFICIENTS + 1)))).astype(np.float32)
