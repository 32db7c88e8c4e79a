"""What writes each format: PCM and WAV by hand, MP3, Opus and FLAC by libsndfile, AAC by FFmpeg."""

import struct
from collections.abc import Callable
from io import SEEK_END
from typing import IO, Any, Protocol

import numpy as np
import soundfile
from numpy.typing import NDArray

from bazgoo.audio.outlet import Outlet
from bazgoo.errors import FormatUnavailable

_UNKNOWN_LENGTH = 0xFFFFFFFF
# sndfile.h; soundfile has no name for it.  Pages of a second, the default, would hold the first words back.
_SFC_SET_OGG_PAGE_LATENCY_MS = 0x1302
_OGG_PAGE_LATENCY_MS = 100.0


class Codec(Protocol):
    """Writes 16-bit mono samples into a file or an Outlet."""

    def write(self, samples: NDArray[np.int16]) -> None:
        """Append ``samples``, perhaps none."""

    def close(self) -> None:
        """Complete the file; the object underneath stays open."""


class PcmCodec:
    """Bare samples: signed 16-bit, little endian."""

    def __init__(self, file: IO[bytes] | Outlet) -> None:
        self._file = file

    def write(self, samples: NDArray[np.int16]) -> None:
        self._file.write(samples.astype("<i2", copy=False).tobytes())

    def close(self) -> None:
        pass


class WavCodec(PcmCodec):
    """PCM behind a RIFF header; a stream's says 0xFFFFFFFF, which players read as “until it ends”."""

    def __init__(self, file: IO[bytes] | Outlet, sample_rate_hz: int) -> None:
        super().__init__(file)
        self._sample_rate_hz = sample_rate_hz
        self._data_bytes = 0
        file.write(self._header(_UNKNOWN_LENGTH))

    def write(self, samples: NDArray[np.int16]) -> None:
        super().write(samples)
        self._data_bytes += samples.nbytes

    def close(self) -> None:
        if self._file.seekable():
            self._file.seek(0)
            self._file.write(self._header(self._data_bytes))
            self._file.seek(0, SEEK_END)

    def _header(self, data_bytes: int) -> bytes:
        rate = self._sample_rate_hz
        riff = struct.pack("<4sI4s", b"RIFF", min(data_bytes + 36, _UNKNOWN_LENGTH), b"WAVE")
        fmt = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 1, rate, 2 * rate, 2, 16)
        return riff + fmt + struct.pack("<4sI", b"data", min(data_bytes, _UNKNOWN_LENGTH))


class SndfileCodec:
    """A format that libsndfile writes."""

    def __init__(self, file: IO[bytes] | Outlet, sample_rate_hz: int, **format: Any) -> None:
        self._file = soundfile.SoundFile(file, "w", samplerate=sample_rate_hz, channels=1, **format)

    def write(self, samples: NDArray[np.int16]) -> None:
        self._file.write(samples)

    def close(self) -> None:
        self._file.close()


class FlacCodec(SndfileCodec):
    """FLAC, 16 bits."""

    def __init__(self, file: IO[bytes] | Outlet, sample_rate_hz: int) -> None:
        super().__init__(file, sample_rate_hz, format="FLAC", subtype="PCM_16")


class Mp3Codec(SndfileCodec):
    """MP3 at a constant bitrate: 48 kbit/s up to 12 kHz, 64 up to 24 kHz, 112 above."""

    def __init__(self, file: IO[bytes] | Outlet, sample_rate_hz: int) -> None:
        # LAME opens with an empty Info frame that it fills in at the end; in a stream it would stay empty,
        # and players would take its silence for sound.
        if isinstance(file, Outlet):
            file.drop_next_write()
        # libsndfile maps 0…1 onto 160…8 kbit/s below 32 kHz and 320…32 from there; without a level it ignores
        # “constant”.
        level = 0.3 if sample_rate_hz < 16_000 else 0.6 if sample_rate_hz < 32_000 else 0.7
        super().__init__(
            file,
            sample_rate_hz,
            format="MP3",
            subtype="MPEG_LAYER_III",
            bitrate_mode="CONSTANT",
            compression_level=level,
        )


class OpusCodec(SndfileCodec):
    """Opus in Ogg, in pages short enough for a stream."""

    def __init__(self, file: IO[bytes] | Outlet, sample_rate_hz: int) -> None:
        super().__init__(file, sample_rate_hz, format="OGG", subtype="OPUS")
        latency_ms = soundfile._ffi.new("double *", _OGG_PAGE_LATENCY_MS)
        soundfile._snd.sf_command(self._file._file, _SFC_SET_OGG_PAGE_LATENCY_MS, latency_ms, 8)


class AdtsCodec:
    """AAC in ADTS frames."""

    def __init__(self, file: IO[bytes] | Outlet, sample_rate_hz: int) -> None:
        try:
            import av  # noqa: PLC0415 - an extra
        except ImportError:
            raise FormatUnavailable(format="aac", package="bazgoo[aac]") from None
        self._frame = av.AudioFrame.from_ndarray
        self._container = av.open(file, "w", format="adts")
        self._stream = self._container.add_stream("aac", rate=sample_rate_hz, layout="mono", bit_rate=64_000)
        self._sample_rate_hz = sample_rate_hz
        self._written = 0

    def write(self, samples: NDArray[np.int16]) -> None:
        if not samples.size:
            return
        frame = self._frame(samples[np.newaxis], format="s16", layout="mono")
        frame.sample_rate, frame.pts = self._sample_rate_hz, self._written
        self._written += samples.size
        self._container.mux(self._stream.encode(frame))

    def close(self) -> None:
        self._container.mux(self._stream.encode(None))
        self._container.close()


_CODECS: dict[str, Callable[[IO[bytes] | Outlet, int], Codec]] = {
    "wav": WavCodec,
    "mp3": Mp3Codec,
    "opus": OpusCodec,
    "flac": FlacCodec,
    "aac": AdtsCodec,
    "pcm": lambda file, _rate: PcmCodec(file),
}


def open_codec(format: str, sample_rate_hz: int, file: IO[bytes] | Outlet) -> Codec:
    """The writer of ``format`` into ``file``; raises FormatUnavailable."""
    return _CODECS[format](file, sample_rate_hz)
