"""Two workers of a Ray cluster on this machine learn what one process does, pause when asked, and leave nothing."""

import importlib.util
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

pytest.importorskip("torch")

from bazgoo.errors import ClusterMissing
from bazgoo.training import cluster, recipes, trainer
from bazgoo.training.journal import told
from bazgoo.training.run import Run
from tests.unit.training import on_a_cluster, tiny

ROOT = Path(__file__).parents[3]
CONFIG = {"dropout": 0.0, "batch_size": 9, "optimizer": "sgd", "learning_rate": 0.05, "epochs": 4}
Start = Callable[[Run], "subprocess.Popen[bytes]"]

with_ray = pytest.mark.skipif(
    not importlib.util.find_spec("ray"), reason="Ray (extra `cluster`) is not installed"
)


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts a trainer on two workers; afterwards all that it has started is gone."""
    began: list[subprocess.Popen[bytes]] = []
    before = {process.pid for process in of_ray()}

    def begin(run: Run) -> "subprocess.Popen[bytes]":
        paths = os.pathsep.join([str(ROOT), str(ROOT / "src"), os.environ.get("PYTHONPATH", "")])
        process = subprocess.Popen(
            [sys.executable, on_a_cluster.__file__, str(run.folder), "--cluster", "2"],
            stdin=subprocess.PIPE,
            stdout=run.log.open("ab"),
            stderr=subprocess.STDOUT,
            env={**os.environ, "PYTHONPATH": paths, "OMP_NUM_THREADS": "1"},
            process_group=0,
        )
        began.append(process)
        return process

    try:
        yield begin
    finally:
        for process in began:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
        for left in of_ray():
            if left.pid not in before:
                left.kill()


def of_ray() -> list[psutil.Process]:
    """The processes of Ray on this machine."""
    found = []
    for process in psutil.process_iter(["name", "cmdline"]):
        words = " ".join(process.info["cmdline"] or [])
        if "/ray/" in words or words.startswith("ray::"):
            found.append(process)
    return found


def rows(run: Run, event: str) -> list[dict[str, Any]]:
    return [row for _, row in told(run.events) if row["event"] == event]


def losses(run: Run) -> dict[int, float]:
    return {row["epoch"]: row["metrics"]["val_loss"] for row in rows(run, "epoch_finished")}


@with_ray
def test_two_workers_learn_what_one_process_does(
    tmp_path: Path, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recipes, "task_of", lambda recipe: tiny.open_task)
    alone, two = tiny.asked(tmp_path / "alone", CONFIG), tiny.asked(tmp_path / "two", CONFIG)
    trainer.train(alone)
    before = {process.pid for process in of_ray()}
    assert start(two).wait(400) == 0, two.log.read_text("utf-8")
    assert losses(two) == pytest.approx(losses(alone), abs=1e-4)
    assert (two.export / "model.json").exists()
    assert not (two.folder / ".ray").exists()
    for _ in range(100):
        if left := {process.pid for process in of_ray()} - before:
            time.sleep(0.1)
    assert not left


@with_ray
def test_workers_pause_when_asked_and_go_on(tmp_path: Path, start: Start) -> None:
    run = tiny.asked(tmp_path / "run", {**CONFIG, "epochs": 40}, sleep_s=0.02)
    process = start(run)
    while not rows(run, "training_progressed"):
        assert process.poll() is None, run.log.read_text("utf-8")
        time.sleep(0.1)
    process.terminate()
    assert process.wait(400) == 0, run.log.read_text("utf-8")
    paused = rows(run, "training_paused")
    assert len(paused) == 1
    assert not (run.folder / ".pause").exists()
    run.ask(tiny.asked(tmp_path / "faster", {**CONFIG, "epochs": 40}).asked())
    assert start(run).wait(400) == 0, run.log.read_text("utf-8")
    assert rows(run, "training_started")[-1]["step"] == paused[0]["step"]
    assert rows(run, "training_completed")


@with_ray
def test_what_breaks_a_worker_is_told_once(tmp_path: Path, start: Start) -> None:
    run = tiny.asked(tmp_path / "run", CONFIG, break_at=3)
    assert start(run).wait(400) == 1, run.log.read_text("utf-8")
    (failed,) = rows(run, "training_failed")
    assert failed["code"] == "training_broken"


@pytest.mark.skipif(bool(importlib.util.find_spec("ray")), reason="Ray is installed")
def test_without_ray_it_says_how_to_add_it(tmp_path: Path) -> None:
    run = tiny.asked(tmp_path / "run", CONFIG)
    with pytest.raises(ClusterMissing):
        cluster.train(run, 2)
