"""What holds for every engine that reads files."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from bazgoo.engines import MatchaEngine, MmsEngine, SherpaEngine, file_engines, voice_id_of, voices_in
from bazgoo.errors import VoiceDamaged, VoiceNotFound
from bazgoo.speech import Speaker, open_speaker

KINDS = ("piper", "coqui", "coqui-phonemes", "mms", "matcha", "icefall", "transformers")


@pytest.fixture(params=KINDS)
def make(request, make_sherpa, make_matcha, make_mms):
    """Makes a voice of one format in a folder; gives the path of its model."""

    def made(folder: Path) -> Path:
        if request.param == "transformers":
            return make_mms(folder)
        if request.param in ("matcha", "icefall"):
            return make_matcha(folder, request.param)
        return make_sherpa(folder, request.param)

    return made


def test_it_is_found_speaks_and_goes_without_a_restart(make, tmp_path):
    speaker = open_speaker(tmp_path)
    before = speaker.voices()
    model = make(tmp_path / "deep" / "sara")
    voice = speaker.voice()
    assert (voice.id, voice.language, voice.path) == ("sara", "fa", model)
    clip = speaker.speak("سلام دنیا")
    assert clip.sample_rate_hz == voice.sample_rate
    assert np.abs(clip.samples).max() <= 1
    assert clip.samples.any()
    shutil.rmtree(model.parent)
    assert speaker.voices() == before
    with pytest.raises(VoiceNotFound):
        speaker.voice("sara")


def test_faster_speech_is_shorter(make, tmp_path):
    make(tmp_path)
    engines = file_engines(tmp_path)
    if any(isinstance(engine, MmsEngine) and engine.voices() for engine in engines):
        engines = [MmsEngine(tmp_path, seed=1)]
    speaker = Speaker(engines)
    slow, usual, fast = (len(_sound(speaker, speed)) for speed in (0.5, 1.0, 2.0))
    assert fast < 0.75 * usual < 0.75 * 0.75 * slow


def _sound(speaker: Speaker, speed: float) -> np.ndarray:
    return next(speaker.stream("هوا امروز خوب است", speed=speed)).samples


def test_its_manifest_names_it(make, tmp_path):
    folder = tmp_path / "3f1c0d3e-5a53-4b7e-9d3a-0d2f6a1f8f11"
    model = make(folder)
    (folder / "bazgoo.json").write_text(json.dumps({"name": "persian-sara", "voices": ["persian-sara"]}))
    assert [voice.id for voice in voices_in(tmp_path)] == ["persian-sara"]
    assert voice_id_of(model) == "persian-sara"


@pytest.mark.parametrize("manifest", ["", "{", "[]", '{"name": 3}', '{"name": ""}', "[" * 100_000])
def test_a_manifest_that_says_no_name_leaves_the_name_of_the_folder(manifest, make, tmp_path):
    make(tmp_path / "sara")
    (tmp_path / "sara" / "bazgoo.json").write_text(manifest)
    assert [voice.id for voice in voices_in(tmp_path)] == ["sara"]


def test_one_engine_alone_reads_it(make, tmp_path):
    make(tmp_path / "sara")
    assert len([engine for engine in file_engines(tmp_path) if engine.voices()]) == 1
    assert not [damage for engine in file_engines(tmp_path) for damage in engine.damages()]


@pytest.mark.parametrize("content", [b"", b"not a model", 0.1, 0.9, "noise"])
def test_a_damaged_model_is_told_of_until_it_is_replaced(content, make, tmp_path):
    model = make(tmp_path / "sara")
    whole = model.read_bytes()
    model.write_bytes(_damaged(whole, content))
    speaker = open_speaker(tmp_path)
    for _ in range(2):
        with pytest.raises(VoiceDamaged) as told:
            speaker.speak("سلام دنیا", voice="sara")
        assert told.value.message("fa") and told.value.message("en")
    assert "sara" not in [voice.id for voice in speaker.voices()]
    model.write_bytes(whole)
    assert speaker.speak("سلام دنیا", voice="sara").samples.any()


def _damaged(whole: bytes, content: bytes | float | str) -> bytes:
    if isinstance(content, bytes):
        return content
    if content == "noise":
        return np.random.default_rng(0).bytes(len(whole))
    return whole[: int(len(whole) * content)]


def test_a_missing_table_is_damage(make, tmp_path):
    model = make(tmp_path / "sara")
    table = "vocab.json" if model.suffix == ".safetensors" else "tokens.txt"
    others = (tmp_path / "sara" / table).read_bytes()
    for content in (b"\xff\xfe", b"nothing of use", b"{", b"a b c\n"):
        (tmp_path / "sara" / table).write_bytes(content)
        with pytest.raises(VoiceDamaged):
            open_speaker(tmp_path).speak("سلام", voice="sara")
    (tmp_path / "sara" / table).write_bytes(others)
    assert open_speaker(tmp_path).voice("sara")


def test_a_file_named_on_its_own_needs_no_folder(make, tmp_path):
    model = make(tmp_path / "sara")
    speaker = open_speaker(None, files=[model])
    assert speaker.voice(voice_id_of(model)).path == model
    assert speaker.speak("سلام", voice="sara").samples.any()


def test_a_text_with_no_letter_it_knows_is_no_error(make, tmp_path, utter):
    make(tmp_path / "sara")
    (voice,) = voices_in(tmp_path)
    engine = next(engine for engine in file_engines(tmp_path) if engine.name == voice.engine)
    assert np.abs(engine.synthesize(utter("漢字"), voice, 1.0)).max(initial=0) <= 1


def test_all_engines_keep_the_few_models_used_last_together(make_sherpa, make_matcha, make_mms, tmp_path):
    for number in range(2):
        make_sherpa(tmp_path / f"s{number}")
        make_matcha(tmp_path / f"m{number}")
        make_mms(tmp_path / f"t{number}")
    engines = file_engines(tmp_path)
    speaker = Speaker(engines)
    for voice in speaker.voices():
        speaker.speak("سلام", voice=voice.id)
    assert len(speaker.voices()) == 6
    assert len({id(engine._shelf) for engine in engines}) == 1
    assert len(engines[0]._shelf._places) == 3


def test_data_folders_and_recognisers_are_no_voices(make_sherpa, tmp_path):
    make_sherpa(tmp_path / "asr", "mms", model_type="zipformer2")
    make_sherpa(tmp_path / "sara" / "espeak-ng-data", "piper")
    assert not voices_in(tmp_path)
    assert not [damage for engine in file_engines(tmp_path) for damage in engine.damages()]


def test_listing_imports_nothing_slow(make, tmp_path):
    make(tmp_path / "sara")
    program = (
        "import sys, pathlib; from bazgoo.engines import voices_in;"
        f"assert [voice.id for voice in voices_in(pathlib.Path({str(tmp_path)!r}))] == ['sara'];"
        "sys.exit(bool({'onnxruntime', 'onnx', 'google.protobuf'} & set(sys.modules)))"
    )
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)


@pytest.mark.parametrize("engine", [SherpaEngine, MatchaEngine, MmsEngine])
def test_a_voice_that_has_gone_is_not_found(engine, make, tmp_path, utter):
    model = make(tmp_path / "sara")
    found = engine(tmp_path).voices()
    model.unlink()
    for voice in found:
        with pytest.raises(VoiceNotFound):
            engine(tmp_path).synthesize(utter("salˈɑm"), voice, 1.0)
