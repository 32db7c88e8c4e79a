"""VITS voices for sherpa-onnx sound here as they sound there."""

import shutil

import numpy as np
import pytest
import sherpa_onnx

from bazgoo.engines import SherpaEngine, voices_in
from bazgoo.engines.sherpa.config import language_of, read_config
from bazgoo.engines.sherpa.symbols import symbol_ids
from bazgoo.errors import VoiceDamaged, VoiceUnsupported


def stock(model, text="", codepoints=(), speed=1.0, speaker=0) -> np.ndarray:
    """What sherpa-onnx itself makes."""
    vits = sherpa_onnx.OfflineTtsVitsModelConfig(
        model=str(model), tokens=str(model.with_name("tokens.txt")), lexicon=""
    )
    config = sherpa_onnx.OfflineTtsConfig(
        model=sherpa_onnx.OfflineTtsModelConfig(vits=vits, num_threads=1), silence_scale=1.0
    )
    wanted = sherpa_onnx.GenerationConfig()
    wanted.speed, wanted.silence_scale, wanted.sid = speed, 1.0, speaker
    wanted.phoneme_codepoints = [list(codepoints)] if codepoints else []
    return np.array(sherpa_onnx.OfflineTts(config).generate(text, wanted).samples, np.float32)


@pytest.mark.parametrize("speed", [0.5, 1.0, 2.0])
@pytest.mark.parametrize("kind", ["piper", "coqui-phonemes"])
def test_phonemes_sound_as_in_sherpa_onnx(kind, speed, make_sherpa, tmp_path, utter):
    model = make_sherpa(tmp_path, kind)
    utterance = utter("salˈɑm , donjˈɑː .")
    made = SherpaEngine(tmp_path).synthesize(utterance, SherpaEngine(tmp_path).voices()[0], speed)
    expected = stock(model, codepoints=map(ord, utterance.ipa), speed=speed)
    np.testing.assert_array_equal(made, expected)


@pytest.mark.parametrize("changed", [{}, {"use_eos_bos": "0"}, {"use_eos_bos": "1"}])
@pytest.mark.parametrize("kind", ["coqui", "mms"])
def test_letters_sound_as_in_sherpa_onnx(kind, changed, make_sherpa, tmp_path, utter):
    model = make_sherpa(tmp_path, kind, **changed)
    engine = SherpaEngine(tmp_path)
    made = engine.synthesize(utter("سلام دنیا"), engine.voices()[0], 1.0)
    np.testing.assert_array_equal(made, stock(model, "سلام دنیا"))


def test_each_speaker_sounds_as_in_sherpa_onnx(make_sherpa, tmp_path, utter):
    model = make_sherpa(tmp_path / "two", "piper", speakers=2)
    engine = SherpaEngine(tmp_path)
    voices = engine.voices()
    assert [voice.id for voice in voices] == ["two#0", "two#1"]
    utterance = utter("salˈɑm")
    for number, voice in enumerate(voices):
        expected = stock(model, codepoints=map(ord, utterance.ipa), speaker=number)
        np.testing.assert_array_equal(engine.synthesize(utterance, voice, 1.0), expected)


def test_a_begin_an_end_and_a_blank_around_every_symbol(make_sherpa, tmp_path, utter):
    config = read_config(make_sherpa(tmp_path, "coqui"))
    assert symbol_ids(utter("اب"), config) == [46, 45, 1, 45, 2, 45, 47]


def test_what_the_tables_write_otherwise_is_known_too(make_sherpa, tmp_path, utter):
    config = read_config(make_sherpa(tmp_path, "mms", add_blank="0", use_eos_bos="0"))
    letters = {number: letter for letter, number in config.tokens.items()}
    spelled = "".join(letters[number] for number in symbol_ids(utter("كي ABC می\u200cروم"), config))
    assert spelled == "کی abc میروم"


@pytest.mark.parametrize("name", ["tokens.txt", "tokens_fa.txt", "tokens_sherpa_with_fa.txt"])
def test_the_table_may_have_a_longer_name(name, make_sherpa, tmp_path):
    make_sherpa(tmp_path)
    (tmp_path / "tokens.txt").rename(tmp_path / name)
    assert SherpaEngine(tmp_path).voices()


def test_a_named_file_keeps_its_name(make_sherpa, tmp_path):
    make_sherpa(tmp_path, name="fa-haaniye_low.onnx")
    assert [voice.id for voice in SherpaEngine(tmp_path).voices()] == ["fa-haaniye_low"]


@pytest.mark.parametrize(
    "changed",
    [
        {"frontend": "", "comment": "mms"},
        {"frontend": "", "jieba": "1"},
        {"frontend": "", "comment": "melo", "jieba": "1"},
    ],
)
def test_voices_that_need_a_list_of_words_are_refused(changed, make_sherpa, tmp_path):
    make_sherpa(tmp_path / "zh", "mms", **changed)
    engine = SherpaEngine(tmp_path)
    assert not engine.voices()
    assert isinstance(engine.damage("zh"), VoiceUnsupported)


@pytest.mark.parametrize(
    "changed",
    [
        {"sample_rate": ""},
        {"sample_rate": "0"},
        {"sample_rate": "fast"},
        {"sample_rate": "-1"},
        {"n_speakers": "9999999999"},
        {"blank_id": "-3"},
    ],
)
def test_metadata_without_sense_is_damage(changed, make_sherpa, tmp_path):
    make_sherpa(tmp_path / "sara", "mms", **changed)
    engine = SherpaEngine(tmp_path)
    assert not engine.voices()
    assert isinstance(engine.damage("sara"), VoiceDamaged)


def test_ids_that_a_graph_does_not_know_are_damage(make_sherpa, tmp_path):
    make_sherpa(tmp_path / "sara")
    (tmp_path / "sara" / "tokens.txt").write_text("a 1\n_ 0\n^ 1\n")
    assert isinstance(SherpaEngine(tmp_path).damage("sara"), VoiceDamaged)


@pytest.mark.parametrize(
    "said, language",
    [
        ({"voice": "fa"}, "fa"),
        ({"voice": "en-us"}, "en"),
        ({"language": "Persian"}, "fa"),
        ({"language": "Persian+English"}, "fa"),
        ({"language": "fas"}, "fa"),
        ({"language": "Twi", "voice": "lfn"}, "und"),
        ({}, "und"),
    ],
)
def test_the_language_is_told_by_voice_or_name(said, language):
    assert language_of(said) == language


def test_a_json_that_is_not_pipers_leaves_the_voice_to_this_engine(make_sherpa, tmp_path):
    model = make_sherpa(tmp_path, name="fa-haaniye_low.onnx")
    beside = model.with_name("fa-haaniye_low.onnx.json")
    beside.write_text('{"audio": {"sample_rate": 22050}, "phoneme_id_map": {}, "text_language": "fa"}')
    (voice,) = voices_in(tmp_path)
    assert (voice.id, voice.engine) == ("fa-haaniye_low", "sherpa-vits")


def test_a_piper_voice_with_tokens_beside_it_stays_pipers(tiny_voice, tmp_path):
    for file in (tiny_voice, tiny_voice.with_name(f"{tiny_voice.name}.json")):
        shutil.copy(file, tmp_path)
    (tmp_path / "tokens.txt").write_text("_ 0\n^ 1\n$ 2\n")
    (voice,) = voices_in(tmp_path)
    assert (voice.id, voice.engine) == ("fa_IR-tiny-x_low", "piper")
