"""The log-mel spectrogram, beside its definition written out."""

import numpy as np

from bazgoo.audio.mel import log_mel, mel_filters, mel_power

SHAPE = {"sample_rate_hz": 16_000, "window": 400, "hop": 160, "fft": 512, "mels": 40}
BANDS = {"low_hz": 60.0, "high_hz": 7_600.0}


def tone(frequency_hz: float, seconds: float = 0.5) -> np.ndarray:
    return np.sin(2 * np.pi * frequency_hz * np.arange(int(16_000 * seconds)) / 16_000).astype(np.float32)


def test_a_tone_is_loudest_in_the_band_around_it() -> None:
    corners = 700 * (10 ** (np.linspace(*(2595 * np.log10(1 + np.array([60, 7600]) / 700)), 42) / 2595) - 1)
    for frequency_hz in (300, 1_000, 4_000):
        power = mel_power(tone(frequency_hz), **SHAPE, **BANDS)
        band = int(power[10].argmax())
        assert corners[band] < frequency_hz < corners[band + 2]


def test_it_equals_its_definition() -> None:
    samples = np.random.default_rng(1).standard_normal(1_000).astype(np.float32)
    power = mel_power(samples, **SHAPE, **BANDS)
    assert power.shape == (1 + (1_000 - 400) // 160, 40)
    n, bins = np.arange(400), np.arange(257)[:, None]
    for frame, start in ((0, 0), (3, 480)):
        windowed = samples[start : start + 400].astype(float) * (0.5 - 0.5 * np.cos(2 * np.pi * n / 400))
        spectrum = (windowed * np.exp(-2j * np.pi * bins * n / 512)).sum(axis=1)
        expected = (np.abs(spectrum) ** 2) @ mel_filters(16_000, 512, 40, 60.0, 7_600.0)
        np.testing.assert_allclose(power[frame], expected, rtol=1e-9)


def test_what_is_shorter_than_a_frame_is_filled_up() -> None:
    assert mel_power(tone(500, 0.01), **SHAPE, **BANDS).shape == (1, 40)
    assert mel_power(np.zeros(0, np.float32), **SHAPE, **BANDS).sum() == 0


def test_nothing_is_deeper_than_the_range() -> None:
    power = mel_power(np.concatenate([tone(500), np.zeros(4_000, np.float32)]), **SHAPE, **BANDS)
    made = log_mel(power, 80.0)
    assert np.isclose(made.max() - made.min(), 8 * np.log(10))
    assert np.isclose(log_mel(np.zeros((2, 40)), 80.0), np.log(1e-10)).all()
