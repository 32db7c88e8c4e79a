"""Loudness against the calibrations of ITU-R BS.1770 and EBU Tech 3341."""

import numpy as np
import pytest

from bazgoo.datasets.loudness import FLOOR_LUFS, loudness_lufs


def _tone(rate_hz: int, seconds: float, dbfs: float, hz: float = 997.0) -> np.ndarray:
    at = np.arange(int(rate_hz * seconds)) / rate_hz
    return (10 ** (dbfs / 20) * np.sin(2 * np.pi * hz * at)).astype(np.float32)


@pytest.mark.parametrize("rate_hz", [16_000, 22_050, 44_100, 48_000])
def test_a_full_scale_tone_in_one_channel_is_three_below_zero(rate_hz: int) -> None:
    assert loudness_lufs(_tone(rate_hz, 5, 0), rate_hz) == pytest.approx(-3.01, abs=0.06)


def test_low_tones_weigh_less_and_high_tones_more() -> None:
    low, middle, high = (loudness_lufs(_tone(48_000, 2, -20, hz), 48_000) for hz in (40, 997, 6_000))
    assert low < middle - 3
    assert high == pytest.approx(middle + 3.3, abs=0.4)


def test_pauses_do_not_make_speech_softer() -> None:
    tone, pause = _tone(48_000, 10, -23), _tone(48_000, 20, -80)
    assert loudness_lufs(np.concatenate([pause, tone, pause]), 48_000) == pytest.approx(-26, abs=0.15)


def test_the_much_softer_part_is_passed_over() -> None:
    """EBU Tech 3341, case 3: −36, −23 and −36 dBFS, here in one channel."""
    parts = [_tone(48_000, 10, -36), _tone(48_000, 60, -23), _tone(48_000, 10, -36)]
    assert loudness_lufs(np.concatenate(parts), 48_000) == pytest.approx(-26, abs=0.15)


def test_silence_and_the_very_short_have_a_number_too() -> None:
    assert loudness_lufs(np.zeros(48_000, np.float32), 48_000) == FLOOR_LUFS
    assert loudness_lufs(_tone(48_000, 0.2, 0), 48_000) == pytest.approx(-3, abs=0.5)
