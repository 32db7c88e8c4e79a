import numpy as np
import pytest

from bazgoo.audio.spectrogram import FLOOR, MelShape, log_mel

SHAPE = MelShape()
SECOND = np.arange(SHAPE.sample_rate_hz) / SHAPE.sample_rate_hz


def tone(hz: float) -> np.ndarray:
    return (0.5 * np.sin(2 * np.pi * hz * SECOND)).astype(np.float32)


def test_there_is_a_frame_for_each_hop_and_one_more():
    assert log_mel(tone(440), SHAPE).shape == (1 + SHAPE.sample_rate_hz // SHAPE.hop, SHAPE.mels)


@pytest.mark.parametrize(("hz", "band"), [(500, 11), (1000, 23), (4000, 56)])
def test_a_tone_is_heard_in_the_band_of_slaneys_scale_it_lies_in(hz, band):
    middle = log_mel(tone(hz), SHAPE)[40]
    assert abs(int(middle.argmax()) - band) <= 1


def test_twice_as_loud_is_the_logarithm_of_two_more():
    soft, loud = log_mel(tone(500), SHAPE)[40], log_mel(2 * tone(500), SHAPE)[40]
    assert loud.max() - soft.max() == pytest.approx(np.log(2), abs=1e-4)


def test_silence_lies_on_the_floor():
    assert np.all(log_mel(np.zeros(1000, np.float32), SHAPE) == np.float32(np.log(np.float32(FLOOR))))
