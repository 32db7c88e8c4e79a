"""A shelf with a tiny Piper voice on it."""

import shutil
from pathlib import Path
from uuid import uuid4

import pytest

from bazgoo.store import Manifest, Shelf


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "models")


@pytest.fixture
def installed(shelf: Shelf, tiny_voice: Path) -> Manifest:
    return put(shelf, tiny_voice, repo_id="someone/voices", revision="main", commit="c" * 40, license="mit")


def put(shelf: Shelf, voice: Path, **names: str) -> Manifest:
    """Install ``voice`` as a download would have brought it, in a folder of the repository."""
    model_id = str(uuid4())
    folder = shelf.folder(model_id) / "fa"
    folder.mkdir(parents=True)
    for file in (voice, voice.with_name(f"{voice.name}.json")):
        shutil.copy(file, folder)
    (folder / "MODEL_CARD").write_text("کارت", encoding="utf-8")
    return shelf.install(model_id, **names)
