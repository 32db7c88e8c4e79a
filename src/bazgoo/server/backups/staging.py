"""A restored installation beside the old one, and the moment in which it takes its place.

Everything is made in `.restoring/` first. When it is whole, a note says so, and then folders change places by renaming:
before the note a cut leaves the old as it was, behind it whoever comes next goes on to the end.
"""

import json
import os
import shutil
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from bazgoo.errors import DataThere, FolderFixed, RestoreRunning
from bazgoo.server.backups.archive.contents import FOLDERS, KEY
from bazgoo.server.lock import Lock

STAGE, OLD = ".restoring", ".replaced"
READY = "ready.json"
DATABASE = ("database", "database.json")


def check_room(data_dir: Path, *, replace: bool, database: bool) -> None:
    """See that nothing would be lost; raises DataThere, FolderFixed."""
    for name in (*FOLDERS, *(DATABASE if database else ()), KEY):
        there = data_dir / name
        if there.is_symlink() or there.is_mount():
            raise FolderFixed(folder=there)
        if not replace and (there.is_file() or (there.is_dir() and any(there.iterdir()))):
            raise DataThere(place=data_dir)


@contextmanager
def staged(data_dir: Path) -> Iterator[Path]:
    """The folder in which all is made; gone in the end. Raises RestoreRunning."""
    lock = _lock(data_dir)
    if not lock.acquire():
        raise RestoreRunning(folder=data_dir)
    stage = data_dir / STAGE
    try:
        _settle(data_dir)
        for name in FOLDERS:
            (stage / name).mkdir(parents=True)
        yield stage
    finally:
        _settle(data_dir)
        lock.release()


def take_place(data_dir: Path, names: Collection[str]) -> None:
    """Let what is staged under ``names`` be the installation; what was there before goes."""
    os.sync()
    note = data_dir / STAGE / f".{READY}.new"
    note.write_text(json.dumps(sorted(names)))
    with note.open("rb") as file:
        os.fsync(file.fileno())
    note.replace(note.with_name(READY))
    _settle(data_dir)


def settle(data_dir: Path) -> None:
    """Finish what a restore that was cut has left: to its end, or as if it had never begun; raises RestoreRunning."""
    if not (data_dir / STAGE).exists() and not (data_dir / OLD).exists():
        return
    lock = _lock(data_dir)
    if not lock.acquire():
        raise RestoreRunning(folder=data_dir)
    try:
        _settle(data_dir)
    finally:
        lock.release()


def _settle(data_dir: Path) -> None:
    stage, old = data_dir / STAGE, data_dir / OLD
    note = stage / READY
    if note.exists():
        old.mkdir(exist_ok=True)
        for name in json.loads(note.read_text()):
            _exchange(stage / name, data_dir / name, old / name)
        note.unlink()
    for folder in (stage, old):
        shutil.rmtree(folder, ignore_errors=True)


def _exchange(new: Path, place: Path, old: Path) -> None:
    """Put ``new`` into its place, unless that has been done."""
    if new.exists():
        if place.exists():
            place.rename(old)
        new.rename(place)


def _lock(data_dir: Path) -> Lock:
    return Lock(data_dir / "run" / "restore.lock")
