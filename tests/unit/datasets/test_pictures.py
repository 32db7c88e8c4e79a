"""Pictures show what was recorded."""

import struct
import zlib

import numpy as np
import pytest

from bazgoo.datasets.pictures import peaks, spectrogram_png
from tests.unit.datasets.recordings import RATE_HZ, said, silence


def _read(png: bytes) -> tuple[np.ndarray, np.ndarray]:
    """The shades and the palette of a PNG; checks every checksum."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    at, chunks = 8, {}
    while at < len(png):
        (size,) = struct.unpack_from(">I", png, at)
        kind, content = png[at + 4 : at + 8], png[at + 8 : at + 8 + size]
        assert struct.unpack_from(">I", png, at + 8 + size)[0] == zlib.crc32(kind + content)
        chunks[kind] = content
        at += 12 + size
    width, height, depth, colour, *_ = struct.unpack(">2I5B", chunks[b"IHDR"])
    assert (depth, colour) == (8, 3)
    rows = np.frombuffer(zlib.decompress(chunks[b"IDAT"]), np.uint8).reshape(height, width + 1)
    assert not rows[:, 0].any()
    return rows[:, 1:], np.frombuffer(chunks[b"PLTE"], np.uint8).reshape(256, 3)


def test_peaks_follow_the_sound() -> None:
    samples = np.concatenate([silence(1), np.full(RATE_HZ, 0.5, np.float32), silence(1)])
    assert peaks(samples, 6) == [0, 0, 0.5, 0.5, 0, 0]
    assert len(peaks(said(), 200)) == 200
    assert max(peaks(said(), 200)) == pytest.approx(float(np.abs(said()).max()), abs=1e-3)


def test_peaks_of_little_or_nothing() -> None:
    assert peaks(silence(0), 10) == [0.0]
    assert peaks(np.array([0.1, -2.0], np.float32), 10) == [0.1, 1.0]
    assert len(peaks(said(), 10**9)) <= 4096


def test_a_tone_is_a_line_at_its_height() -> None:
    tone = np.sin(2 * np.pi * 2_000 * np.arange(2 * RATE_HZ) / RATE_HZ).astype(np.float32)
    shades, palette = _read(spectrogram_png(tone, RATE_HZ, 300, 101))
    assert shades.shape == (101, 300)
    assert set(shades.argmax(axis=0)) == {75}
    assert palette[255].sum() > palette[128].sum() > palette[0].sum()


@pytest.mark.parametrize("samples", [silence(0), silence(1), np.ones(3, np.float32)])
def test_nothing_has_a_picture_too(samples: np.ndarray) -> None:
    shades, _ = _read(spectrogram_png(samples, RATE_HZ, 40, 20))
    assert shades.shape == (20, 40)


def test_sizes_are_kept_within_reason() -> None:
    shades, _ = _read(spectrogram_png(said(), 44_100, 10**9, 0))
    assert shades.shape == (8, 4096)
