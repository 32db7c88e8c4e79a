import json
import logging
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from piper import PiperVoice, SynthesisConfig

from bazgoo.engines import PiperEngine
from bazgoo.engines.piper.config import read_config
from bazgoo.engines.piper.symbols import phoneme_ids
from bazgoo.errors import VoiceDamaged, VoiceNotFound


def place(voice: Path, folder: Path, name: str | None = None) -> Path:
    """A copy of ``voice`` with its JSON in ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    copy = folder / (name or voice.name)
    shutil.copy(f"{voice}.json", f"{copy}.json")
    return Path(shutil.copy(voice, copy))


def ids_of(engine: PiperEngine) -> list[str]:
    return [voice.id for voice in engine.voices()]


@pytest.fixture
def models_dir(tmp_path) -> Path:
    return tmp_path / "models"


@pytest.fixture
def engine(models_dir) -> PiperEngine:
    return PiperEngine(models_dir)


def test_a_voice_is_described_by_its_files(engine, models_dir, tiny_voice):
    graph = place(tiny_voice, models_dir)
    (voice,) = engine.voices()
    assert (voice.id, voice.name, voice.language) == ("fa_IR-tiny-x_low", "tiny", "fa")
    assert (voice.engine, voice.sample_rate, voice.quality) == ("piper", 22_050, "x_low")
    assert voice.path == graph


@pytest.mark.parametrize("speed", [0.5, 1.0, 2.0])
def test_samples_are_those_of_stock_piper_for_the_same_ids(speed, engine, models_dir, tiny_voice, sentence):
    graph = place(tiny_voice, models_dir)
    stock = PiperVoice.load(graph)
    raw = stock.phoneme_ids_to_audio(
        phoneme_ids(sentence, read_config(graph)), SynthesisConfig(length_scale=1 / speed)
    )
    (voice,) = engine.voices()
    samples = engine.synthesize(sentence, voice, speed)
    assert samples.dtype == np.float32
    np.testing.assert_allclose(samples, raw / np.abs(raw).max(), atol=1e-6)


def test_stock_piper_speaks_the_tiny_voice_just_as_loudly(engine, models_dir, tiny_voice, utter):
    stock = PiperVoice.load(place(tiny_voice, models_dir))
    (chunk,) = stock.synthesize("سلام")
    samples = engine.synthesize(utter("salˈɑm"), engine.voices()[0], 1.0)
    np.testing.assert_allclose(samples, chunk.audio_float_array, atol=1e-6)


def test_speech_is_as_much_shorter_as_it_is_faster(engine, models_dir, tiny_voice, sentence):
    place(tiny_voice, models_dir)
    (voice,) = engine.voices()
    usual = len(engine.synthesize(sentence, voice, 1.0))
    for speed in (0.25, 0.5, 2.0, 4.0):
        assert len(engine.synthesize(sentence, voice, speed)) * speed == pytest.approx(usual, rel=0.05)


def test_an_utterance_of_marks_alone_is_silence(engine, models_dir, tiny_voice, utter):
    place(tiny_voice, models_dir)
    assert not engine.synthesize(utter("."), engine.voices()[0], 1.0).any()


def test_each_speaker_of_a_voice_is_a_voice(engine, models_dir, make_voice, utter):
    make_voice(models_dir, "two", speakers=("amir", "mina"))
    amir, mina = engine.voices()
    assert (amir.id, mina.id) == ("fa_IR-two-x_low#amir", "fa_IR-two-x_low#mina")
    low, high = (engine.synthesize(utter("ˈɑː"), voice, 1.0) for voice in (amir, mina))
    assert _crossings(high) == pytest.approx(2 * _crossings(low), rel=0.05)


def _crossings(samples: np.ndarray) -> int:
    return int((np.diff(np.sign(samples)) != 0).sum())


def test_a_voice_dropped_in_speaks_and_a_removed_one_is_gone(engine, models_dir, tiny_voice, sentence):
    assert engine.voices() == []
    graph = place(tiny_voice, models_dir / "deep" / "below")
    (voice,) = engine.voices()
    assert engine.synthesize(sentence, voice, 1.0).any()
    graph.unlink()
    assert engine.voices() == []
    with pytest.raises(VoiceNotFound):
        engine.synthesize(sentence, voice, 1.0)


def test_a_replaced_file_is_loaded_anew(engine, models_dir, tiny_voice, make_voice, sentence):
    graph = place(tiny_voice, models_dir)
    before = engine.synthesize(sentence, engine.voices()[0], 1.0)
    beside = Path(f"{graph}.json")
    slower = json.loads(beside.read_text()) | {"inference": {"length_scale": 2.0}}
    beside.write_text(json.dumps(slower))
    assert len(engine.synthesize(sentence, engine.voices()[0], 1.0)) == pytest.approx(
        2 * len(before), rel=0.01
    )


def test_of_two_files_with_one_name_the_first_is_taken(engine, models_dir, tiny_voice):
    first = place(tiny_voice, models_dir / "a")
    place(tiny_voice, models_dir / "b")
    assert [voice.path for voice in engine.voices()] == [first]


def test_a_file_named_on_its_own_needs_no_folder(tiny_voice, sentence):
    engine = PiperEngine(files=[tiny_voice])
    (voice,) = engine.voices()
    assert engine.synthesize(sentence, voice, 1.0).any()


def test_damaged_files_are_passed_over_logged_and_explained(engine, models_dir, tiny_voice, caplog):
    place(tiny_voice, models_dir)
    place(tiny_voice, models_dir, "fa_IR-cut-low.onnx").with_suffix(".onnx.json").write_text("{")
    (models_dir / "stray.onnx").write_bytes(b"")
    (models_dir / "notes.txt").write_text("not a voice")
    with caplog.at_level(logging.WARNING):
        assert ids_of(engine) == ["fa_IR-tiny-x_low"]
        assert ids_of(engine) == ["fa_IR-tiny-x_low"]
    assert caplog.text.count("is passed over") == 2
    assert isinstance(engine.damage("fa_IR-cut-low"), VoiceDamaged)
    assert isinstance(engine.damage("stray"), VoiceDamaged)
    assert engine.damage("fa_IR-tiny-x_low") is None
    assert engine.damage("unheard-of") is None


@pytest.mark.parametrize("content", [b"", b"not a graph", None])
def test_a_graph_that_does_not_load_is_damage_until_it_is_replaced(
    content, engine, models_dir, tiny_voice, sentence
):
    graph = place(tiny_voice, models_dir)
    graph.write_bytes(tiny_voice.read_bytes()[:900] if content is None else content)
    (voice,) = engine.voices()
    for _ in range(2):
        with pytest.raises(VoiceDamaged):
            engine.synthesize(sentence, voice, 1.0)
    assert engine.voices() == []
    assert isinstance(engine.damage(voice.id), VoiceDamaged)
    place(tiny_voice, models_dir)
    assert ids_of(engine) == [voice.id]
    assert engine.synthesize(sentence, voice, 1.0).any()


def test_ids_that_a_graph_does_not_know_are_damage(engine, models_dir, tiny_voice, utter):
    graph = place(tiny_voice, models_dir)
    beside = Path(f"{graph}.json")
    config = json.loads(beside.read_text())
    config["phoneme_id_map"]["a"] = [4000]
    beside.write_text(json.dumps(config))
    with pytest.raises(VoiceDamaged):
        engine.synthesize(utter("bad"), engine.voices()[0], 1.0)


def test_another_voice_speaks_while_one_is_damaged(engine, models_dir, tiny_voice, sentence):
    place(tiny_voice, models_dir, "fa_IR-cut-low.onnx").write_bytes(b"")
    place(tiny_voice, models_dir)
    cut, whole = engine.voices()
    with pytest.raises(VoiceDamaged):
        engine.synthesize(sentence, cut, 1.0)
    assert engine.synthesize(sentence, whole, 1.0).any()


def test_many_threads_and_voices_at_once_get_the_same_samples(engine, models_dir, tiny_voice, sentence):
    for number in range(5):
        place(tiny_voice, models_dir, f"fa_IR-v{number}-x_low.onnx")
    voices = engine.voices()
    expected = engine.synthesize(sentence, voices[0], 1.0)
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda voice: engine.synthesize(sentence, voice, 1.0), [*voices] * 6))
    assert all(np.array_equal(samples, expected) for samples in made)


def test_the_runtime_is_imported_only_when_a_voice_speaks():
    program = (
        "import sys; from bazgoo.engines import PiperEngine; PiperEngine().voices();"
        "sys.exit('onnxruntime' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
