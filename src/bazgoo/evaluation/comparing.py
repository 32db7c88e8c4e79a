"""One sound beside another that says the same: spectrum, pitch, voicing, pace."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bazgoo.audio.pitch import pitch_hz
from bazgoo.audio.spectrogram import MelShape, log_mel
from bazgoo.datasets.audio import made_comparable
from bazgoo.datasets.loudness import loudness_lufs
from bazgoo.evaluation.mcd import cepstra, distances_db
from bazgoo.evaluation.warping import warp

SHAPE = MelShape()
_SEMITONES = 12


@dataclass(frozen=True, slots=True)
class Sound:
    """What is measured of a sound: trimmed, at one loudness, at 22,050 Hz."""

    samples: NDArray[np.float32]
    loudness_lufs: float
    """Before it was made as loud as others."""
    log_mels: NDArray[np.float32]
    """[frames, 80]"""
    cepstra: NDArray[np.float32]
    """[frames, 24]"""
    pitch_hz: NDArray[np.float32]
    """[frames]; 0 where there is none."""

    @property
    def duration_s(self) -> float:
        """From shortly before its first word to shortly after its last."""
        return len(self.samples) / SHAPE.sample_rate_hz


@dataclass(frozen=True, slots=True)
class Difference:
    """How one sound differs from another."""

    mcd_db: float
    """Mel-cepstral distortion along the warped way."""
    pitch_semitones: float | None
    """Root mean square of the differences in log-F0 where both have a pitch; None where they never both have."""
    voicing_errors: float
    """Percent of the warped way where one has a pitch and the other has none."""
    duration_ratio: float
    """Of the one to the other."""


def measured(samples: NDArray[np.float32], rate_hz: int) -> Sound:
    """The Sound that mono ``samples`` are."""
    ready = made_comparable(samples, rate_hz, SHAPE.sample_rate_hz)
    mels = log_mel(ready, SHAPE)
    pitch = pitch_hz(ready, SHAPE.sample_rate_hz, SHAPE.hop)
    return Sound(ready, loudness_lufs(samples, rate_hz), mels, cepstra(mels), pitch)


def compare(one: Sound, other: Sound) -> Difference:
    """How ``one`` differs from ``other``, both with some sound in them."""
    distances = distances_db(one.cepstra, other.cepstra)
    rows, columns = warp(distances)
    pitches = np.stack((one.pitch_hz[rows], other.pitch_hz[columns]))
    voiced = pitches > 0
    return Difference(
        float(distances[rows, columns].mean()),
        _apart(pitches[:, voiced.all(axis=0)]),
        float(100 * (voiced[0] != voiced[1]).mean()),
        one.duration_s / max(other.duration_s, 1e-9),
    )


def _apart(pitches: NDArray[np.float32]) -> float | None:
    """Semitones between two rows of pitches, root mean square."""
    if not pitches.shape[1]:
        return None
    return float(_SEMITONES * np.sqrt(np.square(np.log2(pitches[0] / pitches[1])).mean()))
