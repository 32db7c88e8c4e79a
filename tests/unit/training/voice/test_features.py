"""What is measured of a recording is what the formulas say, and is measured once."""

import math

import numpy as np
import pytest

from bazgoo.errors import AudioUnreadable
from bazgoo.training.voice import features
from bazgoo.training.voice.features import ENERGY, HOP, MELS, PITCH, RATE_HZ, WINDOW
from tests.unit.datasets.recordings import add, new, said


def _tone(hertz: float, seconds: float = 0.5, harmonics: int = 6) -> np.ndarray:
    moments = np.arange(int(seconds * RATE_HZ)) / RATE_HZ
    waves = [np.sin(2 * np.pi * hertz * n * moments) / n for n in range(1, harmonics + 1)]
    return (0.2 * np.sum(waves, axis=0)).astype(np.float32)


def test_mels_are_those_of_the_formula():
    samples = said()[:20_000]
    measured = features.measure(samples)
    assert measured.shape == (20_000 // HOP, MELS + 2)
    frame = 30
    start = frame * HOP - (WINDOW - HOP) // 2
    window = [0.5 - 0.5 * math.cos(2 * math.pi * n / WINDOW) for n in range(WINDOW)]
    piece = samples[start : start + WINDOW].astype(np.float64) * window
    turns = np.outer(np.arange(WINDOW // 2 + 1), np.arange(WINDOW))
    spectrum = np.abs(np.exp(-2j * np.pi * turns / WINDOW) @ piece)
    expected = np.log(np.maximum(features.mel_filters() @ spectrum, 1e-5))
    np.testing.assert_allclose(measured[frame, :MELS], expected, atol=2e-4)


def test_mel_bands_cover_what_they_should():
    filters = features.mel_filters()
    centres = filters.argmax(axis=1) * RATE_HZ / WINDOW
    # Slaney's scale: 200 / 3 Hz a mel up to 1 kHz, then 27 mels for each 6.4 times.
    highest = 15 + 27 * math.log(11.025) / math.log(6.4)
    tenth = highest * 10 / 81 * 200 / 3
    assert centres[9] == pytest.approx(tenth, abs=RATE_HZ / WINDOW)
    widths = (filters > 0).sum(axis=1)
    assert widths[-1] > 4 * widths[0]


@pytest.mark.parametrize("hertz", [75.0, 120.0, 220.0, 400.0])
def test_pitch_is_heard_within_a_percent(hertz):
    heard = features.measure(_tone(hertz))[4:-4, PITCH]
    np.testing.assert_allclose(np.exp(heard), hertz, rtol=0.01)


def test_noise_and_silence_have_no_pitch():
    noise = 0.1 * np.random.default_rng(1).standard_normal(RATE_HZ).astype(np.float32)
    assert (features.measure(noise)[:, PITCH] == 0).mean() > 0.95
    assert not features.measure(np.zeros(RATE_HZ, np.float32))[:, PITCH].any()


def test_twice_as_loud_is_ln_2_more_energy():
    one, two = (features.measure(volume * _tone(150))[10, ENERGY] for volume in (0.2, 0.4))
    assert two - one == pytest.approx(math.log(2), abs=1e-3)


def test_a_recording_is_measured_once(tmp_path):
    with new(tmp_path) as dataset:
        record = add(dataset, said())
        wav, measured = features.features_of(dataset, record)
        written = measured.stat().st_mtime_ns
        assert features.features_of(dataset, record) == (wav, measured)
        assert measured.stat().st_mtime_ns == written
        rows = np.load(measured, mmap_mode="r")
        assert rows.dtype == np.float32
        assert not list(measured.parent.glob("*.part"))


def test_what_is_no_sound_is_told(tmp_path):
    with new(tmp_path) as dataset:
        broken = tmp_path / "broken.wav"
        broken.write_bytes(b"no sound")
        with pytest.raises(AudioUnreadable):
            features.features_of(dataset, dataset.add("سلام", file=broken))
