"""Several ranks learn what one does."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("torch")

from bazgoo.training import recipes, trainer
from bazgoo.training.journal import told
from bazgoo.training.run import Run
from tests.unit.training import tiny

ROOT = Path(__file__).parents[3]
CONFIG = {"dropout": 0.0, "batch_size": 9, "optimizer": "sgd", "learning_rate": 0.05, "epochs": 10}


def together(run: Run, ranks: int = 2) -> int:
    """Teach ``run`` on several ranks by torchrun."""
    torchrun = [sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc_per_node", str(ranks)]
    process = subprocess.Popen(
        [*torchrun, tiny.__file__, str(run.folder)],
        stdin=subprocess.DEVNULL,
        stderr=run.log.open("ab"),
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "src")]),
            "OMP_NUM_THREADS": "1",
        },
        process_group=0,
    )
    try:
        return process.wait(240)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def losses(run: Run) -> dict[int, float]:
    history = [row for _, row in told(run.events) if row["event"] == "epoch_finished"]
    return {row["epoch"]: row["metrics"]["val_loss"] for row in history}


def mean_losses(run: Run) -> list[float]:
    return [row["metrics"]["loss"] for _, row in told(run.events) if row["event"] == "epoch_finished"]


def test_two_ranks_learn_what_one_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recipes, "task_of", lambda recipe: tiny.open_task)
    alone, two = tiny.asked(tmp_path / "alone", CONFIG), tiny.asked(tmp_path / "two", CONFIG)
    trainer.train(alone)
    assert together(two) == 0, two.log.read_text("utf-8")
    assert list(losses(two)) == list(range(1, 11))
    for epoch, loss in losses(alone).items():
        assert losses(two)[epoch] == pytest.approx(loss, abs=1e-4)
    assert mean_losses(two) == pytest.approx(mean_losses(alone), abs=1e-4)


def test_what_two_began_one_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recipes, "task_of", lambda recipe: tiny.open_task)
    alone, two = tiny.asked(tmp_path / "alone", CONFIG), tiny.asked(tmp_path / "two", CONFIG)
    trainer.train(alone)
    assert together(two) == 0, two.log.read_text("utf-8")
    halfway = sorted(two.checkpoints.glob("*.pt"))[0].name
    trainer.train(two, resume_from=halfway)
    assert losses(two)[10] == pytest.approx(losses(alone)[10], abs=1e-4)


def test_it_runs_in_a_process_group_that_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from torch import distributed

    monkeypatch.setattr(recipes, "task_of", lambda recipe: tiny.open_task)
    run = tiny.asked(tmp_path / "run", CONFIG)
    store = (tmp_path / "store").as_uri()
    distributed.init_process_group("gloo", init_method=store, rank=0, world_size=1)
    try:
        trainer.train_loop(str(run.folder))
        assert distributed.is_initialized()
    finally:
        distributed.destroy_process_group()
    assert len(losses(run)) == 10
