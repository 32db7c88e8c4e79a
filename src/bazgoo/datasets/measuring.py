"""What of a recording and its text can be measured."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from bazgoo.datasets.coverage import phones, sounds
from bazgoo.datasets.loudness import FLOOR_LUFS, loudness_lufs
from bazgoo.datasets.voice_activity import Speech, find_speech
from bazgoo.text.characters import ZWNJ
from bazgoo.text.tokens import normalize

FULL_SCALE = 0.999
_LOWEST_DB = -96.0  # what 16 bits cannot tell from silence
_FLAT = 1.5 / 32_768  # neighbours no further apart are one flat top, not the round top of a low tone
_SHORTEST_FLAT = 3
_LOWEST_CEILING = 0.25  # fainter peaks are no ceiling that a recording ran into
_LEVEL_FRAME_S, _LEVEL_STEP_S = 0.025, 0.01
_BAND_FRAME_S, _BAND_HZ = 0.04, 250.0
_BAND_BELOW_PEAK_DB, _BAND_ABOVE_NOISE_DB = 80.0, 8.0

Samples = NDArray[np.float32]


def measure(samples: Samples, rate: int, text: str = "") -> dict[str, float]:
    """The measures of mono ``samples`` and of how fast they say ``text``.

    ``duration_s``; ``peak_db``, ``loudness_lufs``, ``dc``; ``clipped_share`` of the samples; ``snr_db``;
    ``bandwidth_hz``; ``silence_start_s``, ``silence_end_s`` before and after speech and its ``speech_share``;
    ``characters_per_s`` and ``phones_per_s`` between its ends, where there is a text.
    """
    return measure_with(find_speech(samples, rate), samples, rate, text)


def measure_with(speech: Speech | None, samples: Samples, rate: int, text: str) -> dict[str, float]:
    """The same, where it is known already what of ``samples`` is ``speech``."""
    duration_s = len(samples) / rate
    start_s, end_s = (speech.start_s, speech.end_s) if speech else (duration_s, duration_s)
    dc = float(samples.mean()) if samples.size else 0.0
    measures = {
        "duration_s": duration_s,
        "peak_db": float(_db(np.square(np.abs(samples).max(initial=0.0)))),
        "loudness_lufs": loudness_lufs(samples, rate) if samples.size else FLOOR_LUFS,
        "clipped_share": clipped_share(samples),
        "snr_db": snr_db(samples - dc, rate),
        "bandwidth_hz": bandwidth_hz(samples - dc, rate),
        "silence_start_s": start_s,
        "silence_end_s": duration_s - end_s,
        "speech_share": speech.share if speech else 0.0,
        "dc": dc,
    }
    if text and end_s > start_s:
        measures |= _rates(text, end_s - start_s)
    return {name: round(value, 4) for name, value in measures.items()}


def clipped_share(samples: Samples) -> float:
    """How much of ``samples`` lies in runs at the ceiling: full scale, or the peak of what was made softer later."""
    heights = np.abs(samples)
    ceiling = min(float(heights.max(initial=0.0)), FULL_SCALE)
    if ceiling < _LOWEST_CEILING:
        return 0.0
    at_ceiling = np.concatenate(([False], heights >= ceiling - _FLAT, [False]))
    edges = np.flatnonzero(at_ceiling[1:] != at_ceiling[:-1])
    runs = edges[1::2] - edges[::2]
    return float(runs[runs >= _SHORTEST_FLAT].sum() / len(samples))


def snr_db(samples: Samples, rate: int) -> float:
    """How far speech stands above the noise between words: from the 5th to the 95th percentile of frame levels."""
    frame, step = int(_LEVEL_FRAME_S * rate), int(_LEVEL_STEP_S * rate)
    if len(samples) < 2 * frame:
        return 0.0
    energy = np.concatenate(([0.0], np.square(samples, dtype=np.float64).cumsum()))
    starts = np.arange(0, len(samples) - frame + 1, step)
    levels = _db((energy[starts + frame] - energy[starts]) / frame)
    quiet, loud = np.percentile(levels, (5, 95))
    return float(loud - quiet)


def bandwidth_hz(samples: Samples, rate: int) -> float:
    """The highest frequency at which speech is heard: within 80 dB of its strongest and 8 dB over the noise there.

    Telephone audio that was upsampled keeps its own 3,400 Hz, whatever its rate says.
    """
    frame = int(_BAND_FRAME_S * rate) // 2 * 2
    if len(samples) < 2 * frame or not samples.any():
        return 0.0
    quiet, loud = np.percentile(_band_levels_db(samples, rate, frame), (10, 95), axis=0)
    heard = (loud > loud.max() - _BAND_BELOW_PEAK_DB) & (loud > quiet + _BAND_ABOVE_NOISE_DB)
    bands = np.flatnonzero(heard)
    return min((float(bands[-1]) + 1) * _BAND_HZ, rate / 2) if bands.size else 0.0


def _band_levels_db(samples: Samples, rate: int, frame: int) -> NDArray[np.float64]:
    """The level of each band of 250 Hz (columns) in each frame (rows)."""
    windows = sliding_window_view(samples, frame)[:: frame // 2] * np.hanning(frame).astype(np.float32)
    power = np.square(np.abs(np.fft.rfft(windows, axis=1)))
    # Whole bands only: noise in a narrow rest would swing so much that it looks like speech.
    starts = np.searchsorted(
        np.fft.rfftfreq(frame, 1 / rate), np.arange(0, rate / 2 - _BAND_HZ + 1, _BAND_HZ)
    )
    return _db(np.add.reduceat(power, starts, axis=1) / frame**2, -120.0)


def _rates(text: str, speaking_s: float) -> dict[str, float]:
    """Letters of the spoken text and sounds, for each second of speech."""
    letters = sum(letter.isalpha() for letter in normalize(text).replace(ZWNJ, ""))
    return {"characters_per_s": letters / speaking_s, "phones_per_s": phones(sounds(text)) / speaking_s}


def _db(power: NDArray[np.float64], lowest: float = _LOWEST_DB) -> NDArray[np.float64]:
    return np.asarray(np.maximum(10 * np.log10(np.maximum(power, 1e-20)), lowest))
