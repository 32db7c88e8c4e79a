"""Persian recordings made on the spot, and what can go wrong with them."""

from functools import cache
from pathlib import Path

import numpy as np
import soundfile
import soxr
from numpy.typing import NDArray

from bazgoo.datasets import Dataset, Record
from bazgoo.phonemes import espeak_ng

RATE_HZ = espeak_ng.SAMPLE_RATE_HZ
SENTENCE = "کشتی آرام از کنار ساحل گذشت، و ژاله برای دوستانش دست تکان داد."

Samples = NDArray[np.float32]


@cache
def said(text: str = SENTENCE, variant: str = "", rate_wpm: int = espeak_ng.USUAL_RATE_WPM) -> Samples:
    """``text`` said by eSpeak."""
    return espeak_ng.synthesize(text, variant, rate_wpm).astype(np.float32) / 32_768


def silence(seconds: float) -> Samples:
    return np.zeros(int(seconds * RATE_HZ), np.float32)


def with_noise(samples: Samples, below_db: float) -> Samples:
    """With white noise that much softer than what is said."""
    noise = np.random.default_rng(1).standard_normal(len(samples)).astype(np.float32)
    return samples + noise * np.float32(samples.std() * 10 ** (-below_db / 20))


def by_telephone(samples: Samples) -> Samples:
    """As a telephone carries it, and then brought back to the full rate."""
    narrow = soxr.resample(samples, RATE_HZ, 8_000)
    return np.round(soxr.resample(narrow, 8_000, RATE_HZ) * 32_768).astype(np.float32) / 32_768


def clipped(samples: Samples) -> Samples:
    """As if recorded much too loud."""
    return np.clip(samples * 6, -1, 1)


def add(dataset: Dataset, samples: Samples, text: str = SENTENCE, **rest: str | None) -> Record:
    """One more recording of ``dataset``."""
    path = dataset.folder.parent / "recorded.wav"
    soundfile.write(path, samples, RATE_HZ)
    duration_s = len(samples) / RATE_HZ
    return dataset.add(text, file=path, move=True, duration_s=duration_s, sample_rate=RATE_HZ, **rest)


def new(folder: Path, kind: str = "audio") -> Dataset:
    return Dataset.create(folder / "dataset", "آزمایش", kind)
