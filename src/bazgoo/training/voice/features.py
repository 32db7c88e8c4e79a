"""What is learnt of a recording, frame by frame: log-mel spectrum, pitch, energy; counted once and kept."""

import hashlib
import os
import tempfile
from functools import cache
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

from bazgoo.datasets import Dataset, Record
from bazgoo.datasets.audio import prepare

RATE_HZ, WINDOW, HOP, MELS = 22_050, 1024, 256, 80
HIGHEST_HZ, FLOOR = 11_025.0, 1e-5
PITCH, ENERGY = MELS, MELS + 1
"""The columns behind the mels: ln of the pitch in Hz (0 where nothing is voiced), ln of the frame's level."""
LOWEST_PITCH_HZ, HIGHEST_PITCH_HZ = 60.0, 500.0
_VOICED, _EARLY = 0.5, 0.85
_AROUND = (WINDOW - HOP) // 2
_RECIPE = "1"  # counts up when the same recording would be measured otherwise

Array = NDArray[np.float32]


def features_of(dataset: Dataset, record: Record) -> tuple[Path, Path]:
    """Where the prepared recording (WAV) and its features (float32 [frames, MELS + 2]) lie; raises AudioUnreadable."""
    wav = prepare(dataset, record, RATE_HZ)
    settings = f"{_RECIPE} {wav.stem} {WINDOW} {HOP} {MELS} {HIGHEST_HZ} {FLOOR}"
    target = wav.with_name(f"{hashlib.sha256(settings.encode()).hexdigest()[:32]}.npy")
    if not target.exists():
        _keep(target, measure(soundfile.read(wav, dtype="float32")[0]))
    return wav, target


def measure(samples: Array) -> Array:
    """Features of mono ``samples`` at RATE_HZ: a row for every HOP samples."""
    framed = frames(samples)
    spectrum = np.abs(np.fft.rfft(framed * window(), axis=1)).astype(np.float32)
    mel = np.log(np.maximum(spectrum @ mel_filters().T, FLOOR))
    energy = np.log(np.sqrt(np.square(spectrum).mean(axis=1)) + FLOOR)
    return np.column_stack([mel, pitch(framed), energy]).astype(np.float32)


def frames(samples: Array) -> Array:
    """[len // HOP, WINDOW]: frame t is centred on the samples from t · HOP to (t + 1) · HOP."""
    count = len(samples) // HOP
    around = np.pad(samples[: count * HOP], _AROUND, mode="reflect" if len(samples) > _AROUND else "constant")
    return np.lib.stride_tricks.sliding_window_view(around, WINDOW)[::HOP][:count]


@cache
def window() -> Array:
    """A periodic Hann window."""
    return (0.5 - 0.5 * np.cos(2 * np.pi * np.arange(WINDOW) / WINDOW)).astype(np.float32)


@cache
def mel_filters() -> Array:
    """[MELS, WINDOW // 2 + 1]: triangles of equal area on the mel scale of Slaney's Auditory Toolbox (1998)."""
    edges = _hertz(np.linspace(0.0, _mel(HIGHEST_HZ), MELS + 2))
    bins = np.linspace(0, RATE_HZ / 2, WINDOW // 2 + 1)
    rising = (bins - edges[:-2, None]) / (edges[1:-1] - edges[:-2])[:, None]
    falling = (edges[2:, None] - bins) / (edges[2:] - edges[1:-1])[:, None]
    areas = 2 / (edges[2:] - edges[:-2])
    return (np.maximum(0, np.minimum(rising, falling)) * areas[:, None]).astype(np.float32)


def _mel(hertz: float) -> float:
    """Linear to 1 kHz, logarithmic above."""
    return hertz * 3 / 200 if hertz < 1000 else 15 + 27 * float(np.log(hertz / 1000) / np.log(6.4))


def _hertz(mel: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.where(mel < 15, mel * 200 / 3, 1000 * np.exp(np.log(6.4) * (mel - 15) / 27))


def pitch(framed: Array) -> Array:
    """ln of the pitch of each frame in Hz, 0 where nothing is voiced: normalised autocorrelation (Boersma 1993).

    The earliest peak that is nearly the highest counts, so that octaves are not mistaken for each other.
    """
    first, last = int(RATE_HZ / HIGHEST_PITCH_HZ), int(RATE_HZ / LOWEST_PITCH_HZ)
    likeness = _likeness(framed, last + 2)[:, first - 1 :]
    inner = likeness[:, 1:-1]
    peaks = np.where((inner >= likeness[:, :-2]) & (inner > likeness[:, 2:]), inner, 0)
    highest = peaks.max(axis=1, initial=0)
    at = np.argmax(peaks >= np.maximum(_EARLY * highest, 1e-9)[:, None], axis=1)
    rows = np.arange(len(framed))
    before, here, after = (likeness[rows, at + shift] for shift in range(3))
    bend = np.minimum(before - 2 * here + after, -1e-9)
    lag = first + at + np.clip(0.5 * (before - after) / bend, -0.5, 0.5)
    loud = np.square(framed).mean(axis=1) > 1e-7
    heard = np.where((highest > _VOICED) & loud, np.log(RATE_HZ / lag), 0)
    return _without_strays(heard.astype(np.float32))


def _likeness(framed: Array, lags: int) -> Array:
    """How much each frame is like itself so many samples later: [frames, lags], 1 for a perfect wave."""
    centred = framed - framed.mean(axis=1, keepdims=True)
    power = np.square(np.abs(np.fft.rfft(centred, 2 * WINDOW, axis=1)))
    together = np.fft.irfft(power, axis=1)[:, :lags]
    sums = np.cumsum(np.square(centred, dtype=np.float64), axis=1)
    starts = sums[:, WINDOW - 1 - np.arange(lags)]
    ends = sums[:, -1:] - np.where(np.arange(lags) > 0, sums[:, np.arange(lags) - 1], 0)
    return (together / np.sqrt(np.maximum(starts * ends, 1e-12))).astype(np.float32)


def _without_strays(heard: Array) -> Array:
    """Each value as the middle one of five, unvoiced ones too."""
    around = np.pad(heard, 2, mode="edge") if len(heard) else np.zeros(5, np.float32)
    return np.median(np.lib.stride_tricks.sliding_window_view(around, 5), axis=1)[: len(heard)]


def _keep(target: Path, array: Array) -> None:
    """Write ``array`` beside ``target`` and put it there when it is whole, also when others do the same."""
    handle, part = tempfile.mkstemp(prefix=".", suffix=".part", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            np.save(file, array)
        Path(part).replace(target)
    finally:
        Path(part).unlink(missing_ok=True)
