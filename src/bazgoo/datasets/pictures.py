"""A recording to look at: its waveform and its spectrogram."""

import struct
import zlib

import numpy as np
import soxr
from numpy.typing import NDArray

_TOP_HZ = 8_000
_FRAME_S = 0.032
_RANGE_DB = 70.0
_SMALLEST, _LARGEST = 8, 4_096
# Dark to light, as many steps as a palette holds: night, violet, red, orange, pale yellow.
_COLOURS = ((0, 0, 4), (70, 15, 110), (180, 50, 90), (248, 140, 30), (252, 254, 170))


def peaks(samples: NDArray[np.float32], points: int) -> list[float]:
    """The loudest of each of ``points`` equal parts, 0–1, for drawing a waveform."""
    points = max(1, min(points, _LARGEST, len(samples)))
    if not len(samples):
        return [0.0]
    starts = np.arange(points) * len(samples) // points
    loudest = np.maximum.reduceat(np.abs(samples), starts)
    return [round(float(value), 4) for value in np.minimum(loudest, 1.0)]


def spectrogram_png(samples: NDArray[np.float32], rate: int, width: int = 800, height: int = 200) -> bytes:
    """A PNG of ``width`` × ``height``: time from left to right, 0–8 kHz from bottom to top, the last 70 dB."""
    width, height = (min(max(side, _SMALLEST), _LARGEST) for side in (width, height))
    levels = _levels_db(samples, rate, width, height)
    shades = 255 * (1 + (levels - levels.max(initial=-200.0)) / _RANGE_DB)
    return palette_png(np.clip(shades, 0, 255).astype(np.uint8)[::-1])


def _levels_db(samples: NDArray[np.float32], rate: int, width: int, height: int) -> NDArray[np.float32]:
    """Levels in dB, a row for each band from the lowest, a column for each moment."""
    heard = soxr.resample(samples, rate, 2 * _TOP_HZ, quality="MQ") if len(samples) else samples
    frame = int(_FRAME_S * 2 * _TOP_HZ)
    around = np.pad(heard, frame // 2)
    moments = np.linspace(0, len(around) - frame, width).astype(int)
    bands = np.linspace(0, frame // 2, height)
    levels = np.empty((height, width), np.float32)
    window = np.hanning(frame).astype(np.float32)
    for at in range(0, width, 256):  # in parts, so that a wide picture takes no more memory than a narrow one
        frames = around[moments[at : at + 256, None] + np.arange(frame)] * window
        power = np.square(np.abs(np.fft.rfft(frames, axis=1)))
        low = bands.astype(int)
        high, part = np.minimum(low + 1, frame // 2), (bands - low).astype(np.float32)
        levels[:, at : at + 256] = (power[:, low] * (1 - part) + power[:, high] * part).T
    return np.asarray(10 * np.log10(levels + 1e-12), np.float32)


def palette_png(shades: NDArray[np.uint8]) -> bytes:
    """A picture of palette colours, one byte a point (PNG, ISO/IEC 15948)."""
    height, width = shades.shape
    steps = np.linspace(0, len(_COLOURS) - 1, 256)
    palette = np.stack(
        [np.interp(steps, np.arange(len(_COLOURS)), channel) for channel in zip(*_COLOURS, strict=True)]
    )
    rows = np.zeros((height, width + 1), np.uint8)  # each row begins with its filter: none
    rows[:, 1:] = shades
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", struct.pack(">2I5B", width, height, 8, 3, 0, 0, 0)),
            _chunk(b"PLTE", palette.T.astype(np.uint8).tobytes()),
            _chunk(b"IDAT", zlib.compress(rows.tobytes(), 6)),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
