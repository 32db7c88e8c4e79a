"""The journal of a run: whole lines only, and names that others can rely on."""

import json
from pathlib import Path

import pytest

from bazgoo import events
from bazgoo.events import TrainingPaused
from bazgoo.training.journal import Journal, name_of, told


@pytest.mark.parametrize("left", [b'{"event": "ep', b"x" * 200_000, b""])
def test_a_half_written_line_is_cut_off(tmp_path: Path, left: bytes) -> None:
    path = tmp_path / "events.jsonl"
    with Journal(path) as journal:
        journal(TrainingPaused(3))
    path.write_bytes(path.read_bytes() + left)
    assert len(list(told(path))) == 1
    with Journal(path) as journal:
        journal(TrainingPaused(4))
    assert [json.loads(line)["step"] for line in path.read_text("utf-8").splitlines()] == [3, 4]


def test_one_goes_on_reading_where_one_was(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    assert list(told(path)) == []
    with Journal(path) as journal:
        journal(TrainingPaused(1))
        ((at, row),) = told(path)
        journal(TrainingPaused(2))
    assert row["event"] == "training_paused"
    assert [row["step"] for _, row in told(path, at)] == [2]


def test_names_are_those_of_the_events() -> None:
    assert name_of(events.EpochFinished) == "epoch_finished"
    assert name_of(events.CheckpointSaved) == "checkpoint_saved"
