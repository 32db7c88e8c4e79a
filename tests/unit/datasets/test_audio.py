"""Recordings of any kind are read, and made ready once without touching the original."""

from pathlib import Path

import numpy as np
import pytest
import soundfile

from bazgoo.audio import FORMATS, Encoder, extension
from bazgoo.datasets import audio
from bazgoo.datasets.loudness import loudness_lufs
from bazgoo.datasets.measuring import measure
from bazgoo.errors import AudioUnreadable
from tests.unit.datasets.recordings import RATE_HZ, add, new, said, silence

READ = [format for format in FORMATS if format != "pcm"]


@pytest.mark.parametrize("format", READ)
def test_every_usual_format_is_read(tmp_path: Path, format: str) -> None:
    path = tmp_path / f"clip{extension(format)}"
    with path.open("wb") as file:
        encoder = Encoder(format, RATE_HZ, file=file)
        encoder.encode(said())
        encoder.finish()
    mono, rate_hz = audio.samples(path)
    assert mono.dtype == np.float32
    assert len(mono) / rate_hz == pytest.approx(len(said()) / RATE_HZ, abs=0.15)
    assert loudness_lufs(mono, rate_hz) == pytest.approx(loudness_lufs(said(), RATE_HZ), abs=1)


def test_channels_are_mixed_and_a_long_file_is_read_in_part(tmp_path: Path) -> None:
    left = np.tile(said(), 6)
    path = tmp_path / "stereo.wav"
    soundfile.write(path, np.stack([left, np.zeros_like(left)], axis=1), RATE_HZ, "FLOAT")
    whole, _ = audio.samples(path)
    np.testing.assert_allclose(whole, left / 2, atol=1e-6)
    for seconds in (1.0, 15.0):
        part, _ = audio.samples(path, seconds)
        np.testing.assert_allclose(part, left[: int(seconds * RATE_HZ)] / 2, atol=1e-6)


@pytest.mark.parametrize("content", [b"", b"RIFF", b"not a sound at all", bytes(4096)])
def test_what_is_no_audio_is_refused_by_its_name(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "صدا.wav"
    path.write_bytes(content)
    with pytest.raises(AudioUnreadable, match=r"صدا\.wav"):
        audio.samples(path)


def test_samples_that_are_no_numbers_are_silence(tmp_path: Path) -> None:
    broken = said().copy()
    broken[10] = np.nan
    soundfile.write(tmp_path / "nan.wav", broken, RATE_HZ, "FLOAT")
    mono, _ = audio.samples(tmp_path / "nan.wav")
    assert np.isfinite(mono).all()


def test_a_prepared_recording_has_the_rate_the_loudness_and_little_silence(tmp_path: Path) -> None:
    with new(tmp_path) as dataset:
        raw = np.concatenate([silence(1), said() * np.float32(0.1), silence(2)]) + np.float32(0.02)
        record = add(dataset, raw)
        before = dataset.original(record).read_bytes()
        prepared = audio.prepare(dataset, record, 16_000)
        assert prepared.parent == dataset.folder / "prepared"
        mono, rate_hz = audio.samples(prepared)
        measures = measure(mono, rate_hz)
        assert rate_hz == 16_000
        assert measures["loudness_lufs"] == pytest.approx(-20, abs=0.5)
        assert abs(measures["dc"]) < 0.002
        assert measures["silence_start_s"] <= 0.2
        assert measures["silence_end_s"] <= 0.4
        assert measures["duration_s"] == pytest.approx(len(said()) / RATE_HZ, abs=0.4)
        assert dataset.original(record).read_bytes() == before


def test_it_is_prepared_once_for_each_rate_and_content(tmp_path: Path) -> None:
    with new(tmp_path) as dataset:
        one, same, other = add(dataset, said()), add(dataset, said()), add(dataset, said("یک متن دیگر."))
        first = audio.prepare(dataset, one)
        made = first.stat().st_mtime_ns
        assert audio.prepare(dataset, one) == audio.prepare(dataset, same) == first
        assert first.stat().st_mtime_ns == made
        assert len({first, audio.prepare(dataset, other), audio.prepare(dataset, one, 16_000)}) == 3
        assert {path.suffix for path in first.parent.iterdir()} == {".wav"}


def test_peaks_are_not_clipped_for_loudness() -> None:
    spiky = said() * np.float32(0.02)
    spiky[::4_000] = 1.0
    ready = audio.made_ready(spiky, RATE_HZ, RATE_HZ)
    assert np.abs(ready).max() <= audio.PEAK + 1e-6


@pytest.mark.parametrize("samples", [silence(0), silence(1), np.full(5_000, 0.5, np.float32)])
def test_what_holds_no_speech_is_prepared_without_harm(samples: np.ndarray) -> None:
    assert np.isfinite(audio.made_ready(samples, RATE_HZ, 16_000)).all()


def test_what_cannot_be_read_cannot_be_prepared(tmp_path: Path) -> None:
    with new(tmp_path) as dataset:
        (tmp_path / "broken.wav").write_bytes(b"nothing")
        record = dataset.add("متن", file=tmp_path / "broken.wav")
        for bad in (record, dataset.add("بی‌صدا")):
            with pytest.raises(AudioUnreadable):
                audio.prepare(dataset, bad)
        assert not list((dataset.folder / "prepared").iterdir())
