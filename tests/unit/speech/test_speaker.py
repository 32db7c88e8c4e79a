"""The whole path, with the engine that is always there and the tiny Piper voice."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from bazgoo.engines import EspeakEngine, Voice
from bazgoo.errors import NothingToSpeak, SsmlInvalid, TextEmpty, VoiceNotFound
from bazgoo.phonemes import Utterance
from bazgoo.speech import Clip, Speaker, open_speaker

TEXT = "سلام دنیا. امروز هوا بسیار خوب است؛ برویم بیرون! تو هم می‌آیی؟"


class ObservedEngine(EspeakEngine):
    """eSpeak NG, noting what it was asked to say."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str, float]] = []

    def synthesize(self, utterance: Utterance, voice: Voice, speed: float) -> NDArray[np.float32]:
        self.asked.append((utterance.ipa, voice.id, speed))
        return super().synthesize(utterance, voice, speed)


def joined(clips: Sequence[Clip]) -> NDArray[np.float32]:
    return np.concatenate([clip.samples for clip in clips])


@pytest.fixture
def engine() -> ObservedEngine:
    return ObservedEngine()


@pytest.fixture
def speaker(engine: ObservedEngine) -> Speaker:
    return Speaker([engine])


def test_every_passage_is_a_clip_with_its_place_in_the_text(speaker: Speaker) -> None:
    clips = list(speaker.stream(TEXT))
    assert len(clips) > 2
    assert all(TEXT[clip.start : clip.end].strip() == clip.text.strip() for clip in clips)
    assert all(earlier.end <= later.start for earlier, later in pairwise(clips))
    assert all(np.abs(clip.samples).max() > 0.05 for clip in clips)


def test_the_whole_is_the_clips_joined(speaker: Speaker) -> None:
    clips = list(speaker.stream(TEXT))
    whole = speaker.speak(TEXT)
    assert np.array_equal(whole.samples, joined(clips))
    assert (whole.start, whole.end) == (clips[0].start, clips[-1].end)
    assert whole.duration_s == pytest.approx(sum(clip.duration_s for clip in clips))


def test_the_first_clip_is_made_before_the_second_is_asked_of_the_engine(
    speaker: Speaker, engine: ObservedEngine
) -> None:
    clips = speaker.stream(TEXT)
    next(clips)
    assert len(engine.asked) == 1


def test_what_was_said_is_not_made_again(speaker: Speaker, engine: ObservedEngine) -> None:
    first = speaker.speak(TEXT)
    asked = len(engine.asked)
    again = speaker.speak("ابتدا این. " + TEXT).samples
    assert len(engine.asked) <= asked + 2
    assert np.array_equal(speaker.speak(TEXT).samples, first.samples)
    assert len(again) > len(first.samples)


@pytest.mark.parametrize("change", [{"voice": "espeak-fa-female"}, {"speed": 1.5}])
def test_another_voice_or_speed_is_another_sound(speaker: Speaker, change: dict[str, str | float]) -> None:
    usual = speaker.speak("سلام")
    assert not np.array_equal(speaker.speak("سلام", **change).samples, usual.samples)  # type: ignore[arg-type]


def test_twice_the_speed_takes_about_half_the_time(speaker: Speaker) -> None:
    assert speaker.speak(TEXT, speed=2.0).duration_s == pytest.approx(
        speaker.speak(TEXT).duration_s / 2, rel=0.2
    )


def test_a_sentence_is_followed_by_a_pause(speaker: Speaker) -> None:
    clip = next(iter(speaker.stream("سلام. خوبی؟")))
    assert not clip.samples[-round(0.1 * clip.sample_rate_hz) :].any()


def test_prosody_rate_multiplies_the_speed(speaker: Speaker, engine: ObservedEngine) -> None:
    list(speaker.stream('<speak><prosody rate="200%">سلام</prosody></speak>', speed=1.5, ssml=True))
    assert engine.asked[0][2] == pytest.approx(3.0)


def test_prosody_volume_changes_loudness_but_is_not_made_again(
    speaker: Speaker, engine: ObservedEngine
) -> None:
    usual = speaker.speak("<speak>سلام</speak>", ssml=True)
    softer = speaker.speak('<speak><prosody volume="-6dB">سلام</prosody></speak>', ssml=True)
    assert np.abs(softer.samples).max() == pytest.approx(
        np.abs(usual.samples).max() * 10 ** (-6 / 20), rel=1e-3
    )
    assert len(engine.asked) == 1


def test_a_break_is_heard_as_silence_of_its_length(speaker: Speaker) -> None:
    without = speaker.speak("<speak>سلام دنیا</speak>", ssml=True).duration_s
    paused = speaker.speak('<speak>سلام دنیا<break time="3s"/></speak>', ssml=True).duration_s
    assert paused - without == pytest.approx(3.0, abs=0.5)


def test_an_authors_ipa_is_what_the_engine_says(speaker: Speaker, engine: ObservedEngine) -> None:
    speaker.speak('<speak><phoneme alphabet="ipa" ph="salˈɑm">فلان</phoneme></speak>', ssml=True)
    assert "salˈɑm" in engine.asked[0][0]


@pytest.mark.parametrize("text", ["", " ", "\n\t ", "\u200c\n"])
def test_a_text_of_nothing_but_spaces_is_empty(speaker: Speaker, text: str) -> None:
    with pytest.raises((TextEmpty, NothingToSpeak)):
        next(speaker.stream(text))


@pytest.mark.parametrize("text", ["😀", "😀 🎉 !", "؟!…", "***"])
def test_a_text_without_a_word_has_nothing_to_speak(speaker: Speaker, text: str) -> None:
    with pytest.raises(NothingToSpeak):
        next(speaker.stream(text))


def test_an_unknown_voice_is_told_by_its_name(speaker: Speaker) -> None:
    with pytest.raises(VoiceNotFound, match="nobody"):
        next(speaker.stream("سلام", voice="nobody"))


def test_broken_ssml_is_told_before_the_first_sound(speaker: Speaker, engine: ObservedEngine) -> None:
    with pytest.raises(SsmlInvalid):
        list(speaker.stream("<speak>سلام", ssml=True))
    assert engine.asked == []


def test_many_threads_speak_at_once_and_each_hears_its_own_words(tiny_voice: Path) -> None:
    texts = [f"این جمله شمارهٔ {number} است." for number in range(12)]
    alone = {text: open_speaker(tiny_voice.parent).speak(text).samples for text in texts}
    shared = open_speaker(tiny_voice.parent)
    with ThreadPoolExecutor(6) as threads:
        together = threads.map(lambda text: shared.speak(text).samples, texts * 3)
    assert all(np.array_equal(heard, alone[text]) for text, heard in zip(texts * 3, together, strict=True))


@pytest.fixture
def piper_voice(make_voice: Callable[[Path], Path], tmp_path: Path) -> Path:
    """A tiny Piper voice of our own, to be changed."""
    return make_voice(tmp_path)


def test_a_piper_voice_is_preferred_to_espeak(piper_voice: Path) -> None:
    speaker = open_speaker(piper_voice.parent)
    assert speaker.voice(None).engine == "piper"
    assert speaker.voice("espeak-fa").engine == "espeak"
    assert speaker.speak("سلام دنیا").duration_s > 0.1


def test_a_voice_put_in_place_of_another_is_heard_at_once(piper_voice: Path) -> None:
    speaker = open_speaker(piper_voice.parent)
    before = speaker.speak("سلام دنیا").samples
    config = piper_voice.with_name(f"{piper_voice.name}.json")
    config.write_text(
        config.read_text("utf-8").replace('"length_scale": 1.0', '"length_scale": 2.0'), "utf-8"
    )
    assert len(speaker.speak("سلام دنیا").samples) > 1.5 * len(before)
