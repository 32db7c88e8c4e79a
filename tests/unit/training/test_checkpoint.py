"""Checkpoints: whole or not there, few, and one can go back to each."""

from pathlib import Path

import pytest

pytest.importorskip("torch")

from bazgoo.errors import CheckpointDamaged, CheckpointNotFound
from bazgoo.training import recipes, trainer
from bazgoo.training.checkpoint import KEPT, Checkpoints
from bazgoo.training.run import Run
from tests.unit.training import tiny
from tests.unit.training.test_loop import every, rows, through, weights


@pytest.fixture(autouse=True)
def only_the_tiny_recipe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recipes, "task_of", lambda recipe: tiny.open_task)


@pytest.fixture
def done(tmp_path: Path) -> Run:
    run = tiny.asked(tmp_path / "done", {})
    trainer.train(run)
    return run


def test_few_are_kept_and_the_best_of_all(tmp_path: Path) -> None:
    config = {"epochs": 30, "checkpoint_every": 1, "optimizer": "sgd", "learning_rate": 1.0}
    run = tiny.asked(tmp_path / "a", config)
    trainer.train(run)
    saved = rows(run, "checkpoint_saved")
    best = min(saved, key=lambda row: row["loss"])["file"]
    kept = {path.name for path in run.checkpoints.glob("*.pt")}
    assert kept == {row["file"] for row in saved[-KEPT:]} | {best}
    assert [row["best"] for row in saved if row["file"] == best] == [True]
    removed = {row["file"] for row in rows(run, "checkpoint_removed")}
    assert removed == {row["file"] for row in saved} - kept
    assert {path.suffix for path in run.checkpoints.iterdir()} == {".pt", ".json"}


@pytest.mark.parametrize("damage", ["cut", "changed", "gone", "no json"])
def test_a_damaged_one_falls_back_to_the_one_before(tmp_path: Path, done: Run, damage: str) -> None:
    run = tiny.asked(tmp_path / "a", {})
    trainer.train(run, stop=every(30))
    last = sorted(run.checkpoints.glob("*.pt"))[-1]
    content = bytearray(last.read_bytes())
    content[len(content) // 2] ^= 1
    match damage:
        case "cut":
            last.write_bytes(content[:100])
        case "changed":
            last.write_bytes(content)
        case "gone":
            last.unlink()
        case "no json":
            last.with_suffix(".json").unlink()
    trainer.train(run)
    assert rows(run, "training_started")[-1]["step"] == 14
    assert {path.stem for path in run.checkpoints.glob("*.json")} == {
        p.stem for p in run.checkpoints.glob("*.pt")
    }
    assert weights(run) == weights(done)


def test_without_any_that_is_whole_it_begins_anew(tmp_path: Path, done: Run) -> None:
    run = tiny.asked(tmp_path / "a", {})
    trainer.train(run, stop=every(5))
    for path in run.checkpoints.glob("*.pt"):
        path.write_bytes(b"")
    trainer.train(run)
    assert rows(run, "training_started")[-1]["step"] == 0
    assert weights(run) == weights(done)


def test_one_can_go_back(done: Run) -> None:
    before = weights(done)
    trainer.train(done, resume_from="step-00000014.pt")
    assert rows(done, "training_started")[-1]["step"] == 14
    assert {row["file"] for row in rows(done, "checkpoint_removed")} == {
        "step-00000028.pt",
        "step-00000042.pt",
    }
    assert weights(done) == before


def test_the_model_is_made_anew_from_an_earlier_one(done: Run) -> None:
    last = (done.export / "model.json").read_bytes()
    trainer.export(done, "step-00000014.pt")
    assert (done.export / "model.json").read_bytes() != last
    assert rows(done, "training_completed")[-1]["step"] == 14
    trainer.export(done, "step-00000042.pt")
    assert (done.export / "model.json").read_bytes() == last


@pytest.mark.parametrize("name", ["step-00000001.pt", "../training.pt", "/etc/passwd"])
def test_only_what_lies_there_is_read(done: Run, name: str) -> None:
    with pytest.raises(CheckpointNotFound):
        trainer.train(done, resume_from=name)


def test_a_damaged_one_is_not_made_a_model(done: Run) -> None:
    (done.checkpoints / "step-00000028.pt").write_bytes(b"PK")
    with pytest.raises(CheckpointDamaged):
        trainer.export(done, "step-00000028.pt")
    assert (done.export / "model.json").is_file()


def test_what_a_crash_left_untold_is_told(tmp_path: Path) -> None:
    run = tiny.asked(tmp_path / "a", {})
    trainer.train(run, stop=every(20))
    lines = run.events.read_text("utf-8").splitlines(keepends=True)
    run.events.write_text("".join(line for line in lines if "checkpoint_saved" not in line), "utf-8")
    through(run, lambda: False)
    files = [row["file"] for row in rows(run, "checkpoint_saved")]
    assert files[0] == "step-00000014.pt"
    assert len(files) == len(set(files))


def test_a_write_that_fails_leaves_the_one_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Checkpoints(tmp_path / "kept", lambda event: None)
    import torch

    state = {"networks": {"a": torch.ones(2)}, "averages": {}}
    kept.save(state, epoch=1, step=1, loss=1.0, accuracy=None, best=True)

    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(torch, "save", fail)
    with pytest.raises(KeyboardInterrupt):
        kept.save(state, epoch=2, step=2, loss=1.0, accuracy=None, best=True)
    assert [saved.step for saved in kept.all()] == [1]
    assert sorted(path.name for path in (tmp_path / "kept").iterdir()) == [
        "step-00000001.json",
        "step-00000001.pt",
    ]
