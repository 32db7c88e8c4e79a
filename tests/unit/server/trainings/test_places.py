"""Who has a run, and how it is taken from them; which GPU a training has."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from bazgoo.server.trainings import graphics, places
from bazgoo.server.trainings.places import Place
from bazgoo.settings import Settings

SLEEP = (sys.executable, "-c", "import time; time.sleep(600)")


@pytest.fixture
def place(tmp_path: Path) -> Place:
    place = Place(tmp_path, uuid4())
    place.folder.mkdir()
    return place


@pytest.fixture
def trainer(place: Place) -> Iterator["subprocess.Popen[bytes]"]:
    """A process that has the run, though who started it does not hold it any more."""
    held = place.hold()
    assert held
    process = subprocess.Popen(SLEEP, process_group=0, pass_fds=(held,))
    try:
        places.note(held, process.pid)
        os.close(held)
        yield process
    finally:
        process.kill()
        process.wait()


def test_a_run_is_held_by_one(place: Place) -> None:
    held = place.hold()
    assert held
    assert place.hold() is None
    os.close(held)
    again = place.hold()
    assert again
    os.close(again)


def test_a_trainer_holds_its_run_when_its_worker_is_gone(place: Place, trainer) -> None:
    assert place.hold() is None
    holder = place.holder()
    assert holder
    assert (holder.group, holder.worker) == (trainer.pid, os.getpid())


def test_to_remove_a_run_ends_its_trainer(place: Place, trainer) -> None:
    assert place.remove()
    assert trainer.wait() < 0
    assert list(place.folder.parent.iterdir()) == []


def test_the_trainers_of_a_worker_are_ended_after_their_time(place: Place, trainer) -> None:
    places.end_all(place.folder.parent, os.getpid() + 1, 0)
    assert trainer.poll() is None
    places.end_all(place.folder.parent, os.getpid(), 0)
    assert trainer.wait() < 0


def test_what_nobody_wants_is_taken_away(place: Place, trainer) -> None:
    other = Place(place.folder.parent, uuid4())
    other.folder.mkdir()
    (place.folder.parent / "notes").mkdir()
    wanted = uuid4()
    assert set(places.tidy(place.folder.parent, {wanted})) > set()
    assert [path.name for path in place.folder.parent.iterdir()] == ["notes"]
    assert trainer.wait() < 0


def test_each_training_has_a_gpu_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    graphics.gpus.cache_clear()
    try:
        monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "3,5")
        assert graphics.environment(1) == {"CUDA_VISIBLE_DEVICES": "5"}
        assert graphics.environment(None) == {}
        assert graphics.most_at_once(Settings(data_dir=tmp_path)) == 2
        assert graphics.most_at_once(Settings(data_dir=tmp_path, max_trainings=1)) == 1
        graphics.gpus.cache_clear()
        monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "")
        assert graphics.environment(0) == {}
        assert graphics.most_at_once(Settings(data_dir=tmp_path)) == 1
    finally:
        graphics.gpus.cache_clear()
