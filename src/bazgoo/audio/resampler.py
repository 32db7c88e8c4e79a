"""From one sample rate to another, piece by piece."""

import numpy as np
import soxr
from numpy.typing import NDArray

_NOTHING = np.zeros(0, np.float32)


class Resampler:
    """Changes the rate of a mono stream; what comes out, joined, equals resampling the whole at once."""

    def __init__(self, from_hz: int, to_hz: int) -> None:
        self._stream = None if from_hz == to_hz else soxr.ResampleStream(from_hz, to_hz, 1, dtype="float32")

    def push(self, samples: NDArray[np.float32]) -> NDArray[np.float32]:
        """Take the next ``samples`` and give what is ready, some milliseconds behind."""
        return samples if self._stream is None else self._stream.resample_chunk(samples)

    def finish(self) -> NDArray[np.float32]:
        """Give what was still held back."""
        return _NOTHING if self._stream is None else self._stream.resample_chunk(_NOTHING, last=True)
