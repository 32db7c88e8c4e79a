"""A folder of files, such as a training exports, becomes a model."""

import shutil
from pathlib import Path
from uuid import uuid4

import pytest

from bazgoo.errors import ImportUnusable
from bazgoo.events import Event
from bazgoo.store import Shelf, import_folder

VOICE = "fa_IR-tiny-x_low"


@pytest.fixture
def exported(tiny_voice: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "export"
    folder.mkdir()
    for file in (tiny_voice, tiny_voice.with_name(f"{tiny_voice.name}.json")):
        shutil.copy(file, folder)
    (folder / "README.md").write_text("کارت", encoding="utf-8")
    return folder


def test_a_voice_is_recognised_and_its_card_stays_with_it(shelf: Shelf, exported: Path) -> None:
    model = import_folder(shelf, exported, license="cc0-1.0")
    assert (model.engine, model.voices, model.license) == ("piper", (VOICE,), "cc0-1.0")
    assert [file.path for file in model.files] == ["README.md", f"{VOICE}.onnx", f"{VOICE}.onnx.json"]
    assert shelf.models() == [model]
    assert shelf.damaged(model) == []
    assert sorted(path.name for path in shelf.folder(model.id).iterdir()) == sorted(
        ["bazgoo.json", *(file.path for file in model.files)]
    )


def test_the_same_files_are_not_installed_twice(shelf: Shelf, exported: Path) -> None:
    assert import_folder(shelf, exported) == import_folder(shelf, exported)


def test_a_classifier_is_one(shelf: Shelf, tmp_path: Path) -> None:
    folder = tmp_path / "export"
    (folder / "tfjs").mkdir(parents=True)
    for name in ("model.onnx", "classifier.json", "tfjs/model.json", "tfjs/weights.bin"):
        (folder / name).write_bytes(name.encode())
    model = import_folder(shelf, folder, name="شاد یا غمگین")
    assert (model.name, model.type, model.format) == ("شاد یا غمگین", "classification", "classifier")
    assert (model.engine, model.why_not) == (None, "classifier")
    assert shelf.damaged(model) == []


def test_a_model_becomes_another_under_its_id(shelf: Shelf, exported: Path) -> None:
    model_id = str(uuid4())
    before = import_folder(shelf, exported, model_id=model_id)
    (exported / "README.md").rename(exported / "MODEL_CARD")
    (exported / f"{VOICE}.onnx").write_bytes(b"better")
    after = import_folder(shelf, exported, model_id=model_id)
    assert (before.id, after.id) == (model_id, model_id)
    assert [file.path for file in after.files] == ["MODEL_CARD", f"{VOICE}.onnx", f"{VOICE}.onnx.json"]
    assert shelf.damaged(after) == []


@pytest.mark.parametrize("there_before", [False, True])
def test_what_goes_wrong_changes_nothing(shelf: Shelf, exported: Path, there_before: bool) -> None:
    model_id = str(uuid4())
    before = [import_folder(shelf, exported, model_id=model_id)] if there_before else []

    def stop(event: Event) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_folder(shelf, exported, model_id=model_id, emit=stop)
    assert shelf.models() == before
    assert all(shelf.damaged(model) == [] for model in before)
    assert shelf.folder(model_id).exists() == there_before
    assert list(shelf.models_dir.glob("*/.parts")) == []


def test_an_empty_folder_is_no_model(shelf: Shelf, tmp_path: Path) -> None:
    with pytest.raises(ImportUnusable):
        import_folder(shelf, tmp_path)
