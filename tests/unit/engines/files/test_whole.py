"""A voice whose weights changed since they were installed does not speak; one that nobody installed is not judged."""

import shutil
from pathlib import Path

import pytest

from bazgoo.engines import PiperEngine
from bazgoo.errors import VoiceDamaged
from bazgoo.store import Shelf
from tests.unit.store.conftest import put


def _change(path: Path) -> None:
    """Give the graph a description (field 6 of a ModelProto): it would load and sound as before."""
    with path.open("ab") as file:
        file.write(b"\x32\x01x")


@pytest.fixture
def folder(tmp_path: Path, tiny_voice: Path) -> Path:
    """Models with an installed voice."""
    put(Shelf(tmp_path / "models"), tiny_voice)
    return tmp_path / "models"


def test_a_voice_that_changed_does_not_speak_and_is_no_longer_offered(folder, sentence) -> None:
    engine = PiperEngine(folder)
    (voice,) = engine.voices()
    _change(voice.path)
    with pytest.raises(VoiceDamaged, match=voice.path.name):
        engine.synthesize(sentence, voice, 1.0)
    assert engine.voices() == []
    assert engine.damage(voice.id)


def test_what_is_whole_again_speaks(folder, sentence, tiny_voice) -> None:
    engine = PiperEngine(folder)
    (voice,) = engine.voices()
    _change(voice.path)
    with pytest.raises(VoiceDamaged):
        engine.synthesize(sentence, voice, 1.0)
    shutil.copy(tiny_voice, voice.path)
    assert len(engine.synthesize(sentence, voice, 1.0))


def test_json_tuned_by_hand_and_voices_without_a_manifest_speak(
    folder, tmp_path, sentence, tiny_voice
) -> None:
    engine = PiperEngine(folder)
    (voice,) = engine.voices()
    with voice.path.with_name(f"{voice.path.name}.json").open("a") as file:
        file.write("\n")
    assert len(engine.synthesize(sentence, engine.voices()[0], 1.0))
    loose = tmp_path / "loose"
    loose.mkdir()
    for path in (tiny_voice, tiny_voice.with_name(f"{tiny_voice.name}.json")):
        shutil.copy(path, loose)
    _change(loose / tiny_voice.name)
    engine = PiperEngine(loose)
    assert len(engine.synthesize(sentence, engine.voices()[0], 1.0))
