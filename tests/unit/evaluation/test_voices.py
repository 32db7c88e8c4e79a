"""A voice judged on a dataset that eSpeak has spoken."""

import numpy as np
import pytest
import soundfile

from bazgoo.datasets import Dataset
from bazgoo.datasets.holding_out import held_out
from bazgoo.datasets.prompts import prompts
from bazgoo.errors import NothingHeldOut, VoiceNotFound
from bazgoo.evaluation.predictors import opinion_predictor_below, recogniser_below
from bazgoo.evaluation.voices import Panel, judge_voice
from bazgoo.events import VoiceJudged
from bazgoo.phonemes import espeak_ng
from bazgoo.speech import open_speaker
from tests.voices.make_tiny_judges import make_judges


@pytest.fixture(scope="module")
def dataset(tmp_path_factory):
    folder = tmp_path_factory.mktemp("datasets")
    with Dataset.create(folder / "dataset", "آزمایش", "audio") as created:
        for (
            prompt
        ) in prompts():  # chance holds out one in twenty, by content, and eSpeak is never quite the same
            sound = espeak_ng.synthesize(prompt.text).astype(np.float32) / 32_768
            soundfile.write(folder / "said.wav", sound, espeak_ng.SAMPLE_RATE_HZ)
            created.add(prompt.text, file=folder / "said.wav", move=True)
            if len(held_out(created)) >= 3:
                break
        yield created


def figures(judgement):
    return {score.name: score for score in judgement.scores}


def test_the_voice_that_was_recorded_is_near_and_far_from_chance(dataset):
    told = []
    judged = judge_voice(open_speaker(None), "espeak-fa", dataset, emit=told.append)
    found = figures(judged)
    count = len(held_out(dataset))
    assert judged.sentences == count > 0
    assert told[-1] == VoiceJudged(count, count)
    assert found["mcd"].voice < 3 < 6 < found["mcd"].chance
    assert found["mcd"].recordings == pytest.approx(0, abs=1e-3)
    assert found["duration_ratio"].voice == pytest.approx(1, abs=0.1)
    assert found["voicing_errors"].voice < found["voicing_errors"].chance
    assert found["pitch_difference"].voice < found["pitch_difference"].chance
    assert found["loudness"].voice == pytest.approx(found["loudness"].recordings, abs=2)
    assert found["real_time_factor"].voice > 0
    assert (found["real_time_factor"].chance, found["real_time_factor"].recordings) == (None, None)


def test_a_voice_that_sings_is_no_nearer_than_chance(dataset, tiny_voice):
    speaker = open_speaker(None, files=[tiny_voice])
    found = figures(judge_voice(speaker, "fa_IR-tiny-x_low", dataset, most=2))
    assert found["mcd"].voice > found["mcd"].chance


def test_only_those_who_are_there_judge(dataset, tmp_path):
    nobody = figures(judge_voice(open_speaker(None), "espeak-fa", dataset, most=1))
    assert not {"phoneme_errors", "character_errors", "opinion"} & set(nobody)
    models = make_judges(tmp_path / "models")
    panel = Panel(None, recogniser_below(models), opinion_predictor_below(models))
    found = figures(judge_voice(open_speaker(None), "espeak-fa", dataset, panel, most=2))
    assert 1 < found["opinion"].voice < 5
    assert found["opinion"].recordings == pytest.approx(found["opinion"].voice, abs=0.1)
    assert found["character_errors"].voice > 50  # it writes at random
    assert "phoneme_errors" not in found


def test_a_dataset_that_holds_nothing_out_judges_nobody(tmp_path):
    with (
        Dataset.create(tmp_path / "empty", "خالی", "audio") as empty,
        pytest.raises(NothingHeldOut),
    ):
        judge_voice(open_speaker(None), "espeak-fa", empty)


def test_a_voice_that_is_not_there_is_named(dataset):
    with pytest.raises(VoiceNotFound):
        judge_voice(open_speaker(None), "fa_IR-nobody-low", dataset)
