from pathlib import Path

import espeakng_loader
import numpy as np
import pytest

from bazgoo.audio.pitch import pitch_hz
from bazgoo.audio.spectrogram import MelShape, log_mel
from bazgoo.phonemes import espeak_ng

RATE_HZ, HOP = 22_050, 256
SENTENCE = "مادربزرگ هر شب، پیش از خواب، برای ما قصه‌ای از گذشته‌های دور می‌گفت."


def tone(hz: float, overtones: int = 1, rate_hz: int = RATE_HZ) -> np.ndarray:
    seconds = np.arange(rate_hz) / rate_hz
    parts = [np.sin(2 * np.pi * hz * n * seconds) / n for n in range(1, overtones + 1)]
    return (0.3 * np.sum(parts, axis=0)).astype(np.float32)


@pytest.mark.parametrize("overtones", [1, 8])
@pytest.mark.parametrize("hz", [70, 100, 123.4, 220, 440])
def test_the_pitch_of_a_tone_is_right_to_a_thousandth(hz, overtones):
    found = pitch_hz(tone(hz, overtones), RATE_HZ, HOP)[4:-4]
    assert found == pytest.approx(np.full(len(found), hz), rel=1e-3)


@pytest.mark.parametrize("rate_hz", [8_000, 16_000, 48_000])
def test_other_rates_are_heard_as_well(rate_hz):
    found = pitch_hz(tone(150, 5, rate_hz), rate_hz, rate_hz // 100)[4:-4]
    assert found == pytest.approx(np.full(len(found), 150), rel=1e-3)


def test_a_tone_without_its_fundamental_has_the_pitch_of_its_fundamental():
    found = pitch_hz(tone(150, 6) - tone(150), RATE_HZ, HOP)[4:-4]
    assert np.median(found) == pytest.approx(150, rel=1e-2)


def test_silence_and_noise_have_no_pitch():
    noise = np.random.default_rng(1).standard_normal(RATE_HZ).astype(np.float32)
    assert not pitch_hz(np.zeros(RATE_HZ, np.float32), RATE_HZ, HOP).any()
    assert (pitch_hz(noise, RATE_HZ, HOP) > 0).mean() < 0.05
    assert not pitch_hz(np.zeros(0, np.float32), RATE_HZ, HOP).any()


@pytest.mark.parametrize("variant", ["f1", "f2", "m1", "m3"])
def test_espeak_speaks_between_the_pitches_that_its_files_name(variant):
    said = (Path(espeakng_loader.get_data_path()) / "voices/!v" / variant).read_text("utf-8")
    _, base, top = next(line for line in said.splitlines() if line.startswith("pitch")).split()[:3]
    sound = espeak_ng.synthesize(SENTENCE, variant).astype(np.float32) / 32_768
    found = pitch_hz(sound, RATE_HZ, HOP)
    voiced = found[found > 0]
    assert len(voiced) > len(found) / 3
    low, high = np.percentile(voiced, (5, 95))
    assert float(base) < low < high < 1.08 * float(top)


def test_its_frames_are_those_of_the_spectrogram():
    sound = tone(200)[:12_345]
    assert len(pitch_hz(sound, RATE_HZ, HOP)) == len(log_mel(sound, MelShape()))
