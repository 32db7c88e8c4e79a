"""The loop: exact when it is interrupted, and honest when it cannot go on."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("torch")

from bazgoo.errors import TrainingBroken, TrainingDiverged, TrainingRefused
from bazgoo.training import recipes, trainer
from bazgoo.training.journal import told
from bazgoo.training.run import Run
from tests.unit.training import tiny


@pytest.fixture(autouse=True)
def only_the_tiny_recipe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recipes, "task_of", lambda recipe: tiny.open_task)


def rows(run: Run, event: str) -> list[dict[str, Any]]:
    return [row for _, row in told(run.events) if row["event"] == event]


def weights(run: Run) -> str:
    return str(rows(run, "checkpoint_saved")[-1]["sha256"])


def every(steps: int) -> Callable[[], bool]:
    """Asked to stop each so many times that it looks."""
    asked = iter(range(1, 10**6))
    return lambda: next(asked) % steps == 0


def through(run: Run, stop: Callable[[], bool]) -> int:
    """Teach until it is done; how often it was set in."""
    times = 0
    while not run.export.exists():
        trainer.train(run, stop=stop)
        times += 1
    return times


def test_what_is_interrupted_ends_with_the_weights_of_the_unbroken_run(tmp_path: Path) -> None:
    unbroken, broken = tiny.asked(tmp_path / "a", {}), tiny.asked(tmp_path / "b", {})
    trainer.train(unbroken)
    assert through(broken, every(3)) > 10
    assert weights(broken) == weights(unbroken)
    assert (broken.export / "model.json").read_bytes() == (unbroken.export / "model.json").read_bytes()


def test_its_history_is_that_of_the_unbroken_run(tmp_path: Path) -> None:
    unbroken, broken = tiny.asked(tmp_path / "a", {}), tiny.asked(tmp_path / "b", {})
    trainer.train(unbroken)
    through(broken, every(4))
    paces = ("at", "steps_per_s")
    histories = [
        [
            {**row, "at": 0, "metrics": {**row["metrics"], "steps_per_s": 0}}
            for row in rows(run, "epoch_finished")
        ]
        for run in (unbroken, broken)
    ]
    assert histories[0] == histories[1], paces


@pytest.mark.parametrize("optimizer", ["adam", "adamw", "sgd", "rmsprop"])
def test_every_optimiser_learns_and_goes_on_exactly(tmp_path: Path, optimizer: str) -> None:
    config = {"optimizer": optimizer, "learning_rate": 0.01, "epochs": 20}
    unbroken, broken = tiny.asked(tmp_path / "a", config), tiny.asked(tmp_path / "b", config)
    trainer.train(unbroken)
    through(broken, every(40))
    assert weights(broken) == weights(unbroken)
    errors = [row["metrics"]["val_loss"] for row in rows(unbroken, "epoch_finished")]
    assert errors[-1] < errors[0] / 2


def test_another_seed_gives_other_weights(tmp_path: Path) -> None:
    runs = [tiny.asked(tmp_path / str(seed), {"seed": seed, "epochs": 1}) for seed in (1, 2)]
    for run in runs:
        trainer.train(run)
    assert weights(runs[0]) != weights(runs[1])


def test_it_tells_what_happens(tmp_path: Path) -> None:
    run = tiny.asked(tmp_path / "a", {})
    trainer.train(run)
    names = Counter(row["event"] for _, row in told(run.events))
    assert names["epoch_finished"] == 6
    assert names["checkpoint_saved"] == names["sample_made"] == 3
    assert [row["step"] for row in rows(run, "checkpoint_saved")] == [14, 28, 42]
    (started,) = rows(run, "training_started")
    assert (started["step"], started["total_steps"], started["total_epochs"], started["device"]) == (
        0,
        42,
        6,
        "cpu",
    )
    (sample,) = {row["file"] for row in rows(run, "sample_made")} & {"step-00000042/1.wav"}
    assert (run.samples / sample).is_file()
    metrics = rows(run, "epoch_finished")[-1]["metrics"]
    assert {"loss", "val_loss", "val_accuracy", "learning_rate", "steps_per_s", "body_loss"} <= set(metrics)
    (done,) = rows(run, "training_completed")
    assert done["metrics"]["val_loss"] == metrics["val_loss"]
    assert rows(run, "training_progressed")[0]["metrics"]["loss"] > 0
    assert "# ریز" in (run.export / "README.md").read_text("utf-8")
    assert list(run.tensorboard.iterdir())


def test_a_number_of_steps_ends_it_within_an_epoch(tmp_path: Path) -> None:
    run = tiny.asked(tmp_path / "a", {"max_steps": 10, "epochs": 1000})
    trainer.train(run)
    (started,) = rows(run, "training_started")
    assert (started["total_steps"], started["total_epochs"]) == (10, 2)
    assert rows(run, "training_completed")[0]["step"] == 10


def test_patience_ends_it_and_the_best_state_becomes_the_model(tmp_path: Path) -> None:
    config = {"patience": 2, "epochs": 300, "optimizer": "sgd", "learning_rate": 1.0, "checkpoint_every": 50}
    run = tiny.asked(tmp_path / "a", config)
    trainer.train(run)
    (done,) = rows(run, "training_completed")
    history = {row["step"]: row["metrics"]["val_loss"] for row in rows(run, "epoch_finished")}
    assert done["stopped_early"]
    assert len(history) < 300
    assert done["metrics"]["val_loss"] == min(history.values())
    assert done["step"] == min(history, key=lambda step: history[step])


def test_without_validation_the_loss_itself_counts(tmp_path: Path) -> None:
    run = tiny.asked(tmp_path / "a", {"validation_split": 0, "patience": 3})
    trainer.train(run)
    assert "val_loss" not in rows(run, "epoch_finished")[0]["metrics"]
    assert rows(run, "checkpoint_saved")[0]["loss"] > 0


def test_a_loss_that_is_no_number_ends_it_and_the_last_state_is_good(tmp_path: Path) -> None:
    run = tiny.asked(tmp_path / "a", {}, nan_at=20)
    with pytest.raises(TrainingDiverged):
        trainer.train(run)
    assert [row["step"] for row in rows(run, "checkpoint_saved")] == [14]
    assert rows(run, "training_failed")[0]["code"] == "training_diverged"


def test_a_fault_of_the_recipe_is_told(tmp_path: Path) -> None:
    run = tiny.asked(tmp_path / "a", {}, break_at=3)
    with pytest.raises(TrainingBroken):
        trainer.train(run)
    (failed,) = rows(run, "training_failed")
    assert (failed["code"], "LookupError: nothing there" in failed["en"]) == ("training_broken", True)


def test_it_goes_on_with_what_the_dataset_holds_now(tmp_path: Path) -> None:
    run = tiny.asked(tmp_path / "a", {})
    trainer.train(run, stop=every(10))
    with tiny.Dataset.open(tmp_path / "numbers") as dataset:
        dataset.exclude([5, 6])
    trainer.train(run)
    assert len(rows(run, "training_completed")) == 1


def test_an_empty_dataset_is_refused(tmp_path: Path) -> None:
    run = tiny.asked(tmp_path / "a", {})
    with tiny.Dataset.open(tmp_path / "numbers") as dataset:
        dataset.exclude(range(1, 67))
    with pytest.raises(TrainingRefused):
        trainer.train(run)
