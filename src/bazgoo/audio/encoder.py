"""Samples in, the bytes of a sound file out."""

from typing import IO

import numpy as np
from numpy.typing import NDArray

from bazgoo.audio.codecs import open_codec
from bazgoo.audio.formats import nearest_rate_hz
from bazgoo.audio.outlet import Outlet
from bazgoo.audio.resampler import Resampler


class Encoder:
    """Makes one sound file from mono samples, while they are still arriving.

    Without ``file`` it streams: the bytes that ``encode`` and ``finish`` return, joined, are a valid file,
    which cannot say at its start how long it will become.  With ``file`` (seekable) the bytes go there
    instead, and the finished file names its exact length.
    """

    def __init__(
        self,
        format: str,
        sample_rate_hz: int,
        *,
        target_rate_hz: int | None = None,
        file: IO[bytes] | None = None,
    ) -> None:
        """``sample_rate_hz`` is that of the samples; raises FormatUnavailable."""
        self.sample_rate_hz = nearest_rate_hz(format, target_rate_hz or sample_rate_hz)
        """The rate of the file: the one asked for, or the nearest its codec knows."""
        self._resampler = Resampler(sample_rate_hz, self.sample_rate_hz)
        self._outlet = Outlet()
        self._codec = open_codec(format, self.sample_rate_hz, file or self._outlet)

    def encode(self, samples: NDArray[np.float32]) -> bytes:
        """Take ``samples`` (mono, within [-1, 1], clipped beyond) and give the bytes that are ready."""
        self._codec.write(_quantize(self._resampler.push(samples)))
        return self._outlet.take()

    def finish(self) -> bytes:
        """End the file and give its last bytes."""
        self._codec.write(_quantize(self._resampler.finish()))
        self._codec.close()
        return self._outlet.take()


def _quantize(samples: NDArray[np.float32]) -> NDArray[np.int16]:
    """Float samples as 16-bit ones, rounded to the nearest, clipped at full scale."""
    quantized: NDArray[np.int16] = np.rint(np.clip(samples, -1.0, 1.0) * 32767.0).astype(np.int16)
    return quantized
