"""Who answers to the names that OpenAI's programs know."""

from dataclasses import replace

import pytest

from bazgoo.engines import EspeakEngine, Voice
from bazgoo.errors import SpeechModelNotFound, VoiceNotFound
from bazgoo.server.voices.openai import MODELS, NAMES, check_model, find_voice, stand_ins
from bazgoo.speech import Speaker

AMIR = Voice("fa_IR-amir-medium", "amir", "fa", "piper", 22_050)
GANJI = replace(AMIR, id="fa_IR-ganji-medium", name="ganji")
ESPEAK = list(EspeakEngine().voices())


def test_every_name_has_a_voice() -> None:
    assert set(stand_ins(ESPEAK)) == set(NAMES)


def test_a_womans_name_is_answered_by_a_woman_and_a_mans_by_a_man() -> None:
    answers = stand_ins(ESPEAK)
    assert answers["nova"].gender == answers["shimmer"].gender == "female"
    assert answers["onyx"].gender == answers["echo"].gender == "male"


def test_the_best_engine_answers_to_all_names() -> None:
    assert {voice.engine for voice in stand_ins([AMIR, GANJI, *ESPEAK]).values()} == {"piper"}


def test_voices_of_unknown_gender_take_turns() -> None:
    assert set(stand_ins([AMIR, GANJI]).values()) == {AMIR, GANJI}


def test_the_same_voices_always_answer_the_same() -> None:
    assert stand_ins([AMIR, GANJI]) == stand_ins([AMIR, GANJI])


def test_a_native_id_is_taken_too() -> None:
    assert find_voice("espeak-fa-female", Speaker([EspeakEngine()])).id == "espeak-fa-female"


def test_an_unknown_name_is_not_found() -> None:
    with pytest.raises(VoiceNotFound):
        find_voice("nobody", Speaker([EspeakEngine()]))


@pytest.mark.parametrize("name", MODELS)
def test_a_known_model_is_accepted(name: str) -> None:
    check_model(name)


def test_an_unknown_model_is_not_found() -> None:
    with pytest.raises(SpeechModelNotFound, match="whisper-1"):
        check_model("whisper-1")
