"""A voice goes on exactly where it was stopped."""

from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("torch")

from bazgoo.training import trainer
from bazgoo.training.journal import told
from bazgoo.training.run import Asked, Run
from tests.unit.training.voice.speech import make_dataset

CONFIG = {"max_steps": 4, "batch_size": 2, "validation_split": 0.2, "device": "cpu", "checkpoint_every": 100}


def _rows(run: Run, event: str) -> list[dict[str, Any]]:
    return [row for _, row in told(run.events) if row["event"] == event]


def test_what_is_interrupted_ends_with_the_weights_of_the_unbroken_run(tmp_path: Path) -> None:
    with make_dataset(tmp_path) as dataset:
        folder = str(dataset.folder)
    unbroken, broken = (
        Run.create(tmp_path / name, Asked("voice", "صدای من", folder, CONFIG, ("سلام.",))) for name in "ab"
    )
    trainer.train(unbroken)
    asked = iter(range(100))
    trainer.train(broken, stop=lambda: next(asked) == 1)
    assert _rows(broken, "training_paused")
    assert not broken.export.exists()
    trainer.train(broken)
    one, other = (_rows(run, "checkpoint_saved")[-1]["sha256"] for run in (unbroken, broken))
    assert one == other
    (model,), (same,) = (list(run.export.glob("*.onnx")) for run in (unbroken, broken))
    assert model.read_bytes() == same.read_bytes()
    assert {sample["kind"] for sample in _rows(broken, "sample_made")} == {"audio", "alignment"}
