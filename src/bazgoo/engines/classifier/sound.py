"""Sounds as a network sees them: log-mel spectrograms, by statistics over time or frame by frame."""

import math
from abc import abstractmethod
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

import numpy as np
import soxr
from numpy.typing import NDArray
from pydantic import Field

from bazgoo.audio.mel import log_mel, mel_power
from bazgoo.engines.classifier.features import Numbers, Scaled


@dataclass(frozen=True, slots=True)
class Sound:
    """Something to hear."""

    samples: NDArray[np.float32]
    """Mono, within ±1."""
    sample_rate_hz: int


class Mel(Scaled):
    """A log-mel spectrogram without silence at its ends, the same however loud it was recorded."""

    sample_rate_hz: int = Field(default=16_000, ge=1_000, le=96_000)
    """What a sound is brought to first."""
    longest_s: float = Field(default=30.0, gt=0, le=600)
    """No more than so much of its beginning is heard."""
    window: int = Field(default=400, ge=2, le=1 << 14)
    """Samples of a frame."""
    hop: int = Field(default=160, ge=16, le=1 << 14)
    """Samples from one frame to the next."""
    fft: int = Field(default=512, ge=2, le=1 << 14)
    """Points of the Fourier transform, `window` or more."""
    mels: int = Field(default=40, ge=1, le=256)
    """Bands."""
    low_hz: float = 60.0
    high_hz: float = 7_600.0
    range_db: float = 80.0
    """Nothing is softer than so far below the loudest band of the loudest frame."""
    silence_db: float = 40.0
    """Frames before the first and behind the last loud one are left out: one that is neither so far below the loudest,
    nor nearer (in dB) to the softest than to it."""

    def measured(self, example: Sound) -> Numbers:
        """The numbers of a sound, before they are brought to one scale."""
        return self.laid_out(self.spectrogram(example)).astype(np.float32)

    @abstractmethod
    def laid_out(self, spectrogram: NDArray[np.float64]) -> NDArray[np.float64]:
        """A spectrogram of any length [frames, mels] in the shape of the numbers."""

    def spectrogram(self, sound: Sound) -> NDArray[np.float64]:
        """Natural logarithms of power, without silent ends, less the mean of them all: [frames, mels]."""
        samples = np.nan_to_num(sound.samples[: int(self.longest_s * sound.sample_rate_hz)])
        if sound.sample_rate_hz != self.sample_rate_hz:
            samples = soxr.resample(samples, sound.sample_rate_hz, self.sample_rate_hz)
        power = mel_power(
            samples,
            sample_rate_hz=self.sample_rate_hz,
            window=self.window,
            hop=self.hop,
            fft=self.fft,
            mels=self.mels,
            low_hz=self.low_hz,
            high_hz=self.high_hz,
        )
        level = power.sum(axis=1)
        halfway = math.sqrt(level.max() * level.min())
        heard = np.flatnonzero(level >= max(level.max() * 10 ** (-self.silence_db / 10), halfway))
        kept = log_mel(power, self.range_db)[heard[0] : heard[-1] + 1]
        return np.asarray(kept - kept.mean())


class MelStatistics(Mel):
    """How each band behaves in equal parts of the time: for each part the mean of every band, then its deviation."""

    kind: Literal["mel_statistics"] = "mel_statistics"
    parts: int = Field(default=4, ge=1, le=256)
    """Part i of n goes from frame ⌊i · frames / n⌋ to before ⌊(i + 1) · frames / n⌋ and has at least one frame."""

    @property
    def shape(self) -> tuple[int, ...]:
        """A row of numbers."""
        return (self.parts * 2 * self.mels,)

    def laid_out(self, spectrogram: NDArray[np.float64]) -> NDArray[np.float64]:
        """Means and deviations of each part, one after the other."""
        edges = [part * len(spectrogram) // self.parts for part in range(self.parts + 1)]
        pieces = [spectrogram[start : max(start + 1, end)] for start, end in pairwise(edges)]
        return np.concatenate([row for piece in pieces for row in (piece.mean(axis=0), piece.std(axis=0))])


class MelFrames(Mel):
    """Frame by frame: the middle of what is longer, and nothing (0) behind what is shorter."""

    kind: Literal["mel_frames"] = "mel_frames"
    frames: int = Field(ge=1, le=10_000)
    """How many; the middle begins with frame ⌊(frames there − frames wanted) / 2⌋."""

    @property
    def shape(self) -> tuple[int, ...]:
        """Time, then bands."""
        return (self.frames, self.mels)

    def laid_out(self, spectrogram: NDArray[np.float64]) -> NDArray[np.float64]:
        """The middle, or all of it with NaN behind."""
        start = max(0, (len(spectrogram) - self.frames) // 2)
        kept = spectrogram[start : start + self.frames]
        return np.pad(kept, ((0, self.frames - len(kept)), (0, 0)), constant_values=np.nan)
