"""Where somebody speaks in a long recording: stretches between pauses, by loudness alone, in little memory."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

FRAME_S = 0.01
PAUSE_S = 0.18
"""A shorter silence is the closure of a consonant."""
_SHORTEST_S = 0.06
_BLOCK_S = 30
_FLOOR_DB = -60.0
"""Below the speech; digital silence would make any breath speech."""
_UNDER_SPEECH_DB = 32.0
_OVER_NOISE_DB = 6.0


@dataclass(frozen=True, slots=True)
class Stretch:
    """Speech without a pause."""

    start_s: float
    end_s: float

    @property
    def duration_s(self) -> float:
        """How long it lasts."""
        return self.end_s - self.start_s


def stretches(path: Path, progress: Callable[[int, int], None]) -> list[Stretch]:
    """Every stretch in order; ``progress`` is told seconds done and to do, and may raise."""
    with soundfile.SoundFile(path) as file:
        step = max(1, round(file.samplerate * FRAME_S))
        frame_s = step / file.samplerate
        levels = np.concatenate([np.zeros(0, np.float32), *_levels(file, step, progress)])
    if not levels.size:
        return []
    loud = float(np.percentile(levels, 95))
    levels = np.maximum(levels, loud + _FLOOR_DB)
    threshold = max(float(np.percentile(levels, 10)) + _OVER_NOISE_DB, loud - _UNDER_SPEECH_DB)
    return _joined(levels > threshold, frame_s)


def _levels(
    file: soundfile.SoundFile, step: int, progress: Callable[[int, int], None]
) -> Iterator[NDArray[np.float32]]:
    """The level in dB of each frame of ``step`` samples, block by block."""
    total_s = max(1, file.frames // file.samplerate)
    for block in file.blocks(step * int(_BLOCK_S / FRAME_S), dtype="float32", always_2d=True):
        mono = np.nan_to_num(block.mean(axis=1))
        frames = mono[: len(mono) // step * step].reshape(-1, step)
        frames = frames - frames.mean(axis=1, keepdims=True)
        yield 10 * np.log10(np.square(frames).mean(axis=1) + 1e-12)
        progress(min(total_s, file.tell() // file.samplerate), total_s)


def _joined(spoken: NDArray[np.bool_], frame_s: float) -> list[Stretch]:
    edges = np.flatnonzero(np.diff(np.concatenate([[False], spoken, [False]]).astype(np.int8)))
    found: list[Stretch] = []
    for start, end in zip(edges[::2] * frame_s, edges[1::2] * frame_s, strict=True):
        if found and start - found[-1].end_s < PAUSE_S:
            found[-1] = Stretch(found[-1].start_s, float(end))
        else:
            found.append(Stretch(float(start), float(end)))
    return [each for each in found if each.duration_s >= _SHORTEST_S]
