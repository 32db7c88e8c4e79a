"""The moment in which a restored installation takes the place of the old one, and what a cut in it leaves."""

import json
from pathlib import Path

import pytest

from bazgoo.errors import DataThere, FolderFixed, RestoreRunning
from bazgoo.server.backups import staging
from bazgoo.server.data_dir import check_data_dir

NAMES = ["checkpoints", "database", "database.json", "datasets", "jwt_secret", "models"]


def _installation(folder: Path, says: str) -> None:
    for name in NAMES:
        place = folder / name if "." in name or name == "jwt_secret" else folder / name / "file"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(says)


def _says(folder: Path) -> set[str]:
    return {path.read_text() for path in folder.rglob("*") if path.is_file() and path.parent.name != "run"}


@pytest.mark.parametrize("moved", range(len(NAMES) * 2 + 1))
def test_a_cut_while_folders_change_places_is_finished_by_whoever_comes_next(tmp_path, moved) -> None:
    _installation(tmp_path, "old")
    _installation(tmp_path / staging.STAGE, "new")
    (tmp_path / staging.STAGE / staging.READY).write_text(json.dumps(NAMES))
    (tmp_path / staging.OLD).mkdir()
    for step in range(moved):
        name = NAMES[step // 2]
        if step % 2 == 0:
            (tmp_path / name).rename(tmp_path / staging.OLD / name)
        else:
            (tmp_path / staging.STAGE / name).rename(tmp_path / name)
    check_data_dir(tmp_path)
    assert _says(tmp_path) == {"new"}
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([*NAMES, "run"])


def test_a_cut_before_all_is_made_leaves_the_old_as_it_was(tmp_path) -> None:
    _installation(tmp_path, "old")
    _installation(tmp_path / staging.STAGE, "new")
    check_data_dir(tmp_path)
    assert _says(tmp_path) == {"old"}
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([*NAMES, "run"])


def test_while_a_restore_is_at_work_nobody_else_begins(tmp_path) -> None:
    with staging.staged(tmp_path):
        with pytest.raises(RestoreRunning):
            check_data_dir(tmp_path)
        with pytest.raises(RestoreRunning), staging.staged(tmp_path):
            pass
    check_data_dir(tmp_path)


def test_what_is_there_is_seen(tmp_path) -> None:
    for name in ("models", "datasets", "logs", "backups"):
        (tmp_path / name).mkdir()
    (tmp_path / "logs" / "studio.log").touch()
    staging.check_room(tmp_path, replace=False, database=True)
    (tmp_path / "database").mkdir()
    (tmp_path / "database" / "PG_VERSION").touch()
    staging.check_room(tmp_path, replace=False, database=False)
    staging.check_room(tmp_path, replace=True, database=True)
    with pytest.raises(DataThere):
        staging.check_room(tmp_path, replace=False, database=True)


def test_a_folder_that_cannot_change_places_is_told_before_anything_happens(tmp_path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "models").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(FolderFixed):
        staging.check_room(tmp_path, replace=True, database=True)
