"""VITS voices of Transformers: what is read, and what is refused."""

import json
import shutil

import numpy as np
import pytest

from bazgoo.engines import MmsEngine
from bazgoo.errors import VoiceDamaged, VoiceUnsupported


def change(file, **changed):
    file.write_text(json.dumps(json.loads(file.read_text()) | changed))


@pytest.fixture
def model(make_mms, tmp_path):
    return make_mms(tmp_path / "mms-tts-fas")


def test_a_voice_is_described_by_its_files(model, tmp_path):
    (voice,) = MmsEngine(tmp_path).voices()
    assert (voice.id, voice.language, voice.engine, voice.sample_rate) == ("mms-tts-fas", "fa", "mms", 16_000)


@pytest.mark.parametrize("changed", [{"is_uroman": True}, {"phonemize": True}])
def test_other_ways_of_reading_are_refused(changed, model, tmp_path):
    change(model.with_name("tokenizer_config.json"), **changed)
    assert isinstance(MmsEngine(tmp_path).damage("mms-tts-fas"), VoiceUnsupported)


def test_many_speakers_are_refused(model, tmp_path):
    change(model.with_name("config.json"), num_speakers=9)
    assert isinstance(MmsEngine(tmp_path).damage("mms-tts-fas"), VoiceUnsupported)


@pytest.mark.parametrize(
    "changed",
    [
        {"hidden_size": 10**9},
        {"num_hidden_layers": -1},
        {"num_hidden_layers": 10**9},
        {"hidden_act": "mish"},
        {"upsample_rates": "8"},
        {"upsample_rates": [64, 64, 64, 64]},
        {"sampling_rate": 0},
        {"speaking_rate": 0},
    ],
)
def test_a_configuration_without_sense_is_damage(changed, model, tmp_path):
    change(model.with_name("config.json"), **changed)
    engine = MmsEngine(tmp_path)
    assert engine.voices() == []
    assert isinstance(engine.damage("mms-tts-fas"), VoiceDamaged)


@pytest.mark.parametrize(
    "changed",
    [
        {"hidden_size": 16},
        {"num_hidden_layers": 3},
        {"num_attention_heads": 3},
        {"flow_size": 12},
        {"upsample_rates": [4, 2, 2]},
        {"window_size": 3},
        {"duration_predictor_flow_bins": 8},
        {"speaking_rate": 1e-9},
        {"resblock_kernel_sizes": [3]},
    ],
)
def test_weights_that_do_not_fit_their_configuration_are_damage(changed, model, tmp_path, utter):
    change(model.with_name("config.json"), **changed)
    engine = MmsEngine(tmp_path)
    (voice,) = engine.voices()
    with pytest.raises(VoiceDamaged):
        engine.synthesize(utter("سلام"), voice, 1.0)
    assert engine.voices() == []


def test_ids_that_the_weights_do_not_have_are_damage(model, tmp_path, utter):
    change(model.with_name("vocab.json"), س=4000)
    engine = MmsEngine(tmp_path)
    (voice,) = engine.voices()
    with pytest.raises(VoiceDamaged):
        engine.synthesize(utter("سلام"), voice, 1.0)


@pytest.mark.parametrize("name", ["vocab.json", "tokenizer_config.json"])
def test_a_missing_file_is_named(name, model, tmp_path):
    model.with_name(name).unlink()
    told = MmsEngine(tmp_path).damage("mms-tts-fas")
    assert isinstance(told, VoiceDamaged)
    assert name in told.message("fa") and name in told.message("en")


def test_other_weights_are_loaded_anew(model, make_mms, tmp_path, utter):
    engine = MmsEngine(tmp_path, seed=3)
    utterance = utter("سلام دنیا")
    before = engine.synthesize(utterance, engine.voices()[0], 1.0)
    shutil.copy(make_mms(tmp_path.parent / f"{tmp_path.name}-other", noise_scale=0.0), model)
    change(model.with_name("config.json"), noise_scale=0.0)
    after = engine.synthesize(utterance, engine.voices()[0], 1.0)
    assert before.shape == after.shape
    assert not np.array_equal(before, after)


def test_models_of_other_kinds_are_left_alone(model, tmp_path):
    change(model.with_name("config.json"), model_type="speecht5")
    engine = MmsEngine(tmp_path)
    assert engine.voices() == []
    assert engine.damages() == []
