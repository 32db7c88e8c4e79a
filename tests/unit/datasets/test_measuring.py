"""Each measure sees the defect it is for, and only that one."""

import numpy as np
import pytest
import soxr

from bazgoo.datasets.measuring import bandwidth_hz, clipped_share, measure, snr_db
from tests.unit.datasets.recordings import RATE_HZ, SENTENCE, by_telephone, clipped, said, silence, with_noise


def test_a_clean_sentence_is_measured_as_clean() -> None:
    measures = measure(said(), RATE_HZ, SENTENCE)
    assert measures["duration_s"] == pytest.approx(len(said()) / RATE_HZ, abs=1e-3)
    assert measures["clipped_share"] == 0
    assert measures["snr_db"] > 30
    assert measures["bandwidth_hz"] > 10_000
    assert -30 < measures["loudness_lufs"] < -12
    assert -6 < measures["peak_db"] <= 0
    assert measures["speech_share"] > 0.7
    assert 8 < measures["phones_per_s"] < 16
    assert 6 < measures["characters_per_s"] < 14


def test_every_measure_is_a_plain_number_also_of_nothing() -> None:
    for samples in (said(), silence(2), silence(0.01), silence(0), np.ones(100, np.float32)):
        for text in ("", SENTENCE, "؟!"):
            measures = measure(samples, RATE_HZ, text)
            assert all(type(value) is float and np.isfinite(value) for value in measures.values()), measures


def test_silence_around_is_found() -> None:
    inside = measure(said(), RATE_HZ)
    measures = measure(np.concatenate([silence(1), said(), silence(2)]), RATE_HZ)
    assert measures["silence_start_s"] == pytest.approx(1 + inside["silence_start_s"], abs=0.1)
    assert measures["silence_end_s"] == pytest.approx(2 + inside["silence_end_s"], abs=0.2)


def test_the_rate_does_not_depend_on_the_silence_around() -> None:
    alone = measure(said(), RATE_HZ, SENTENCE)
    padded = measure(np.concatenate([silence(2), said(), silence(2)]), RATE_HZ, SENTENCE)
    assert padded["phones_per_s"] == pytest.approx(alone["phones_per_s"], rel=0.05)


def test_fast_speech_has_a_higher_rate() -> None:
    fast = measure(said(rate_wpm=350), RATE_HZ, SENTENCE)["phones_per_s"]
    assert fast > 1.5 * measure(said(), RATE_HZ, SENTENCE)["phones_per_s"]


@pytest.mark.parametrize("below_db", [30, 20, 10, 0])
def test_noise_narrows_the_distance_from_speech_to_pauses(below_db: float) -> None:
    found = snr_db(with_noise(said(), below_db), RATE_HZ)
    assert below_db + 3 < found < below_db + 10


@pytest.mark.parametrize("hz", [8_000, 11_025, 16_000])
def test_a_lower_rate_shows_after_upsampling(hz: int) -> None:
    upsampled = soxr.resample(soxr.resample(said(), RATE_HZ, hz), hz, 48_000)
    assert bandwidth_hz(upsampled, 48_000) == pytest.approx(hz / 2, rel=0.1)


def test_a_telephone_is_heard_through_noise_and_at_any_loudness() -> None:
    assert bandwidth_hz(by_telephone(said()), RATE_HZ) < 4_300
    assert bandwidth_hz(by_telephone(said()) * np.float32(0.05), RATE_HZ) < 4_300
    assert bandwidth_hz(with_noise(by_telephone(said()), 40), RATE_HZ) < 4_300


@pytest.mark.parametrize("afterwards", [1.0, 0.7, 0.3])
def test_clipping_is_seen_also_when_it_was_made_softer_later(afterwards: float) -> None:
    assert clipped_share(clipped(said()) * np.float32(afterwards)) > 0.01


def test_loud_is_not_clipped() -> None:
    loud = said() / np.abs(said()).max()
    low_tone = np.sin(2 * np.pi * 100 * np.arange(48_000) / 48_000).astype(np.float32)
    assert clipped_share(loud) == 0
    assert clipped_share(low_tone * 0.99) < 0.0005
