"""A model is on the shelf when its manifest is, and the disk alone says so."""

import json
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from bazgoo.engines import PiperEngine
from bazgoo.errors import ModelNotFound
from bazgoo.store import Manifest, Shelf
from tests.unit.store.conftest import put

VOICE = "fa_IR-tiny-x_low"


def test_what_lies_in_the_folder_is_recognised_hashed_and_listed(shelf: Shelf, installed: Manifest) -> None:
    assert (installed.name, installed.voices) == (VOICE, (VOICE,))
    assert (installed.format, installed.engine, installed.type) == ("piper", "piper", "tts")
    assert (installed.repo_id, installed.license) == ("someone/voices", "mit")
    assert [file.path for file in installed.files] == [
        "fa/MODEL_CARD",
        f"fa/{VOICE}.onnx",
        f"fa/{VOICE}.onnx.json",
    ]
    assert installed.size_bytes == sum(file.size for file in installed.files) > 0
    assert shelf.models() == [installed]
    assert shelf.missing(installed) == shelf.damaged(installed) == []


@pytest.mark.parametrize("name", ["id", VOICE, "someone/voices"])
def test_a_model_is_found_by_id_voice_and_repository(shelf: Shelf, installed: Manifest, name: str) -> None:
    assert shelf.find(installed.id if name == "id" else name) == installed


def test_the_voices_of_the_manifest_are_those_of_the_engine(shelf: Shelf, make_voice, tmp_path: Path) -> None:
    for voice in (
        make_voice(tmp_path, name="one"),
        make_voice(tmp_path, name="two", speakers=("مینا", "رضا")),
    ):
        put(shelf, voice)
    listed = {voice for model in shelf.models() for voice in model.voices}
    assert listed == {voice.id for voice in PiperEngine(shelf.models_dir).voices()}
    assert len(listed) == 3


def test_a_model_that_no_engine_runs_is_kept_with_the_reason(shelf: Shelf) -> None:
    folder = shelf.folder(model_id := str(uuid4()))
    folder.mkdir(parents=True)
    (folder / "best_model.pth").write_bytes(b"x")
    model = shelf.install(model_id, repo_id="someone/coqui")
    assert (model.engine, model.why_not, model.name, model.voices) == (None, "pickle", "coqui", ())


def test_a_dataset_is_kept_as_one(shelf: Shelf) -> None:
    folder = shelf.folder(model_id := str(uuid4()))
    folder.mkdir(parents=True)
    (folder / "train.csv").write_bytes(b"a,b")
    model = shelf.install(model_id, repo_id="datasets/someone/words")
    assert (model.format, model.engine, model.why_not, model.name) == ("dataset", None, "dataset", "words")


def test_a_folder_without_its_own_readable_manifest_is_no_model(shelf: Shelf, installed: Manifest) -> None:
    told = (shelf.folder(installed.id) / "bazgoo.json").read_text(encoding="utf-8")
    for content in ("", "{", "[]", json.dumps({"id": installed.id}), told):
        folder = shelf.folder(str(uuid4()))
        folder.mkdir()
        (folder / "bazgoo.json").write_text(content, encoding="utf-8")
    assert shelf.models() == [installed]


def test_files_deleted_or_changed_by_hand_are_named(shelf: Shelf, installed: Manifest) -> None:
    folder = shelf.folder(installed.id) / "fa"
    (folder / "MODEL_CARD").unlink()
    graph = folder / f"{VOICE}.onnx"
    graph.write_bytes(bytes(graph.stat().st_size))
    assert shelf.missing(installed) == ["fa/MODEL_CARD"]
    assert shelf.damaged(installed) == ["fa/MODEL_CARD", f"fa/{VOICE}.onnx"]


def test_removing_frees_the_disk_also_of_what_was_half_deleted(shelf: Shelf, installed: Manifest) -> None:
    (shelf.folder(installed.id) / "fa/MODEL_CARD").unlink()
    assert shelf.remove(installed.id) > installed.size_bytes // 2
    assert shelf.models() == list(shelf.models_dir.iterdir()) == []
    assert shelf.remove(installed.id) == 0


def test_what_a_killed_removal_left_goes_with_the_next(shelf: Shelf, installed: Manifest) -> None:
    shelf.folder(installed.id).rename(shelf.models_dir.with_name(f".removed-from-models-{installed.id}"))
    assert not PiperEngine(shelf.models_dir).voices()
    shelf.remove(str(uuid4()))
    assert [path.name for path in shelf.models_dir.parent.glob("[!t]*")] == ["models"]


@pytest.mark.parametrize(
    "name", ["", "..", "../x", "a/b", "{12345678-1234-5678-1234-567812345678}", "nobody"]
)
def test_only_a_uuid_names_a_folder(shelf: Shelf, name: str) -> None:
    with pytest.raises(ModelNotFound):
        shelf.folder(name)
    with pytest.raises(ModelNotFound):
        shelf.find(name)


def test_installing_again_takes_the_place(shelf: Shelf, installed: Manifest) -> None:
    again = shelf.install(installed.id, repo_id=installed.repo_id, revision="other")
    assert shelf.models() == [again]
    assert again == replace(
        installed, revision="other", commit=None, license=None, installed_at=again.installed_at
    )
