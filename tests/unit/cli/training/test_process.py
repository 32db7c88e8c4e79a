"""The trainer's process is told what it is to do."""

import shutil
import sys
from pathlib import Path

import pytest

from bazgoo.cli.training.process import Trainer
from bazgoo.training.run import Asked, Run


@pytest.mark.parametrize(("workers", "wanted"), [(None, []), (2, ["--cluster", "2"])])
def test_on_how_many_workers_it_is_to_teach(
    workers: int | None, wanted: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    echo = shutil.which("echo")
    assert echo
    monkeypatch.setattr(sys, "executable", echo)
    run = Run.create(tmp_path / "run", Asked("voice", "آوا", str(tmp_path), {}))
    with Trainer(run, workers) as trainer:
        assert list(trainer.events()) == []
    assert run.log.read_text("utf-8").split() == ["-m", "bazgoo.training", str(run.folder), *wanted]
