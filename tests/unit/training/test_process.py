"""The trainer's process: it pauses when asked, survives every kill, and says why it failed."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("torch")

from bazgoo.training import recipes, trainer
from bazgoo.training.journal import told
from bazgoo.training.run import Run
from tests.unit.training import tiny

Start = Callable[..., "subprocess.Popen[bytes]"]
ROOT = Path(__file__).parents[3]


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts the process on a run; its standard input is a pipe."""
    started: list[subprocess.Popen[bytes]] = []

    def begin(
        run: Run, *options: str, program: tuple[str, ...] = (tiny.__file__,)
    ) -> "subprocess.Popen[bytes]":
        paths = os.pathsep.join([str(ROOT), str(ROOT / "src"), os.environ.get("PYTHONPATH", "")])
        process = subprocess.Popen(
            [sys.executable, *program, str(run.folder), *options],
            stdin=subprocess.PIPE,
            stderr=run.log.open("ab"),
            env={**os.environ, "PYTHONPATH": paths},
            process_group=0,
        )
        started.append(process)
        return process

    try:
        yield begin
    finally:
        for process in started:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
            process.communicate()


def rows(run: Run, event: str) -> list[dict[str, Any]]:
    return [row for _, row in told(run.events) if row["event"] == event]


def until(process: "subprocess.Popen[bytes]", run: Run, event: str, times: int = 1) -> None:
    """Wait for an event."""
    while len(rows(run, event)) < times:
        assert process.poll() is None, run.log.read_text("utf-8")
        time.sleep(0.02)


def weights(run: Run) -> str:
    return str(rows(run, "checkpoint_saved")[-1]["sha256"])


@pytest.fixture
def done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The unbroken run, in this process."""
    monkeypatch.setattr(recipes, "task_of", lambda recipe: tiny.open_task)
    run = tiny.asked(tmp_path / "done", {})
    trainer.train(run)
    return run


@pytest.mark.parametrize("how", ["SIGTERM", "SIGINT", "the end of its input"])
def test_asked_to_pause_it_saves_and_goes_on_exactly(
    start: Start, tmp_path: Path, done: Run, how: str
) -> None:
    run = tiny.asked(tmp_path / "run", {}, sleep_s=0.05)
    process = start(run)
    until(process, run, "epoch_finished")
    if how == "the end of its input":
        assert process.stdin
        process.stdin.close()
        process.stdin = None
    else:
        process.send_signal(getattr(signal, how))
    assert process.wait(60) == 0
    (paused,) = rows(run, "training_paused")
    assert paused["step"] == rows(run, "checkpoint_saved")[-1]["step"] < 42
    assert start(run).wait(120) == 0
    assert rows(run, "training_started")[-1]["step"] == paused["step"]
    assert weights(run) == weights(done)


@pytest.mark.parametrize("by_input", [True, False])
def test_asked_to_pause_before_the_first_step_it_ends_at_once(
    start: Start, tmp_path: Path, by_input: bool
) -> None:
    run = tiny.asked(tmp_path / "run", {}, prepares_s=1000)
    process = start(run)
    while not (run.folder / "preparing").exists():
        assert process.poll() is None, run.log.read_text("utf-8")
        time.sleep(0.02)
    if by_input:
        assert process.stdin
        process.stdin.close()
        process.stdin = None
    else:
        process.terminate()
    assert process.wait(60) == 0
    assert [row["event"] for _, row in told(run.events)] == ["training_paused"]


def test_killed_it_goes_on_from_its_last_checkpoint(start: Start, tmp_path: Path, done: Run) -> None:
    run = tiny.asked(tmp_path / "run", {}, sleep_s=0.05)
    process = start(run)
    until(process, run, "epoch_finished", 3)
    process.kill()
    process.wait()
    with run.events.open("ab") as file:
        file.write(b'{"event": "training_prog')
    assert start(run).wait(120) == 0
    assert rows(run, "training_started")[-1]["step"] == 14
    assert weights(run) == weights(done)


def test_a_step_that_hangs_does_not_keep_it(start: Start, tmp_path: Path) -> None:
    run = tiny.asked(tmp_path / "run", {}, hang_at=14)
    process = start(run)
    until(process, run, "checkpoint_saved")
    process.terminate()
    assert process.wait(60) == 3
    assert rows(run, "training_paused") == []


@pytest.mark.parametrize(
    ("mishap", "code"), [({"nan_at": 3}, "training_diverged"), ({"break_at": 3}, "training_broken")]
)
def test_a_failure_is_an_event_and_an_exit_code(
    start: Start, tmp_path: Path, mishap: dict[str, int], code: str
) -> None:
    run = tiny.asked(tmp_path / "run", {}, **mishap)
    assert start(run).wait(120) == 1
    (failed,) = rows(run, "training_failed")
    assert failed["code"] == code
    assert failed["fa"]
    assert code in run.log.read_text("utf-8")


def test_a_config_that_is_wrong_is_told(start: Start, tmp_path: Path) -> None:
    run = tiny.asked(tmp_path / "run", {"epochs": 0})
    assert start(run).wait(120) == 1
    assert rows(run, "training_failed")[0]["code"] == "training_config_invalid"


def test_without_torch_it_says_how_to_add_it(start: Start, tmp_path: Path) -> None:
    run = tiny.asked(tmp_path / "run", {})
    program = "import sys, runpy; sys.modules['torch'] = None; runpy.run_module('bazgoo.training', run_name='__main__')"
    assert start(run, program=("-c", program)).wait(120) == 1
    assert rows(run, "training_failed")[0]["code"] == "torch_missing"


def test_a_model_is_made_anew_from_a_checkpoint(start: Start, done: Run) -> None:
    before = json.loads((done.export / "model.json").read_text("utf-8"))
    assert start(done, "--export", "step-00000014.pt").wait(120) == 0
    assert json.loads((done.export / "model.json").read_text("utf-8")) != before
    assert start(done, "--export", "step-00000015.pt").wait(120) == 1
    assert rows(done, "training_failed")[0]["code"] == "checkpoint_not_found"


def test_it_goes_on_from_a_checkpoint_that_is_named(start: Start, done: Run) -> None:
    before = weights(done)
    assert start(done, "--from", "step-00000014.pt").wait(120) == 0
    assert rows(done, "training_started")[-1]["step"] == 14
    assert weights(done) == before
