import numpy as np
import pytest

from bazgoo.engines import EspeakEngine
from bazgoo.engines.espeak import MAN, WOMAN

engine = EspeakEngine()


def test_a_man_and_a_woman_are_always_there():
    assert [voice.id for voice in engine.voices()] == ["espeak-fa", "espeak-fa-female"]
    assert {voice.language for voice in engine.voices()} == {"fa"}


@pytest.mark.parametrize("voice", [MAN, WOMAN])
def test_speech_is_audible_mono_float_within_full_scale(voice, sentence):
    samples = engine.synthesize(sentence, voice, 1.0)
    assert samples.dtype == np.float32
    assert samples.ndim == 1
    assert 3 < len(samples) / voice.sample_rate < 7
    assert 0.3 < np.abs(samples).max() <= 1.0


@pytest.mark.parametrize("speed", [0.25, 0.4, 0.5, 0.8, 1.5, 2.0, 3.0, 4.0])
def test_speech_is_as_much_shorter_as_it_is_faster(speed, sentence):
    usual = len(engine.synthesize(sentence, MAN, 1.0))
    assert len(engine.synthesize(sentence, MAN, speed)) * speed == pytest.approx(usual, rel=0.1)


def test_the_voices_differ_in_pitch(utter):
    def pitch_hz(samples: np.ndarray) -> float:
        middle = samples[len(samples) // 2 :][:8192]
        lags = np.correlate(middle, middle, "full")[len(middle) :]
        return MAN.sample_rate / (70 + lags[70:320].argmax())

    vowel = utter("ˈɑːɑːɑːɑː")
    man, woman = (pitch_hz(engine.synthesize(vowel, voice, 1.0)) for voice in (MAN, WOMAN))
    assert woman > 1.4 * man


def test_a_comma_is_a_pause(utter):
    apart = engine.synthesize(utter("salˈɑm , dˈonjɑ"), MAN, 1.0)
    together = engine.synthesize(utter("salˈɑm dˈonjɑ"), MAN, 1.0)
    assert len(apart) > len(together) + 0.1 * MAN.sample_rate


def test_a_very_long_utterance_is_spoken_to_the_end(utter):
    once = len(engine.synthesize(utter("ketˈɑbe xˈuːbe mˈan"), MAN, 1.0))
    many = len(engine.synthesize(utter("ketˈɑbe xˈuːbe mˈan " * 100), MAN, 1.0))
    assert many == pytest.approx(100 * once, rel=0.15)


def test_a_word_longer_than_espeaks_room_is_spoken_whole(utter):
    short = len(engine.synthesize(utter("salɑ" * 20), MAN, 1.0))
    long = len(engine.synthesize(utter("salɑ" * 500), MAN, 1.0))
    assert long == pytest.approx(25 * short, rel=0.15)


def test_an_empty_utterance_is_silence(utter):
    assert not engine.synthesize(utter(""), MAN, 1.0).any()
