"""`bazgoo train` from a terminal: from a table to a classifier on the shelf, paused and resumed on the way."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytest.importorskip("torch")

GARDEN, WAR = ["گل", "باغ", "درخت", "بهار", "چمن"], ["جنگ", "سرباز", "تفنگ", "نبرد", "دشمن"]
Command = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def recipe(tmp_path: Path) -> Path:
    dice = random.Random(1)
    rows = [f"{' '.join(dice.choices(words, k=4))},{words[0]}" for words in (GARDEN, WAR) for _ in range(60)]
    (tmp_path / "topics.csv").write_text("\n".join(["text,label", *rows]), "utf-8")
    path = tmp_path / "topic.toml"
    path.write_text(
        'recipe = "classifier"\nname = "موضوع"\ndataset = "topics.csv"\nlicense = "cc0-1.0"\n'
        "[config]\nepochs = 8\ncheckpoint_every = 4\nlearning_rate = 0.01\n",
        "utf-8",
    )
    return path


@pytest.fixture
def train(recipe: Path, tmp_path: Path) -> Iterator[Command]:
    started: list[subprocess.Popen[str]] = []

    def begin(*options: str) -> "subprocess.Popen[str]":
        process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "bazgoo",
                "train",
                str(recipe),
                "--data-dir",
                str(tmp_path / "data"),
                *options,
            ],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            env={**os.environ, "LC_ALL": "C.UTF-8", "OMP_NUM_THREADS": "1"},
        )
        started.append(process)
        return process

    try:
        yield begin
    finally:
        for process in started:
            if process.poll() is None:
                process.terminate()
            process.communicate(timeout=60)


def rows(recipe: Path, event: str) -> list[dict[str, object]]:
    events = recipe.with_suffix("") / "run" / "events.jsonl"
    lines = events.read_text("utf-8").splitlines() if events.exists() else []
    return [row for row in map(json.loads, lines) if row["event"] == event]


def test_a_table_becomes_a_classifier(train: Command, recipe: Path, tmp_path: Path) -> None:
    out, told = train("--json").communicate()
    model = json.loads(out)
    assert (model["name"], model["type"], model["license"]) == ("موضوع", "classification", "cc0-1.0"), told
    assert model["metrics"]["val_accuracy"] > 0.9
    folder = Path(model["folder"])
    assert folder == tmp_path / "data" / "models" / model["id"]
    assert {"README.md", "model.onnx", "classifier.json"} <= {path.name for path in folder.iterdir()}
    out, _ = train().communicate()
    assert out.strip() == str(folder)  # it is done, and the same again
    assert len(rows(recipe, "training_started")) == 1


def test_interrupted_it_pauses_and_the_same_command_goes_on(train: Command, recipe: Path) -> None:
    first = train()
    while not rows(recipe, "epoch_finished") and first.poll() is None:
        time.sleep(0.05)
    first.send_signal(signal.SIGINT)
    _, told = first.communicate()
    if rows(recipe, "training_paused"):  # else it was faster
        assert first.returncode == 130
        assert f"bazgoo train {recipe}" in told.replace("\n", "")
    out, told = train().communicate()
    assert Path(out.strip()).is_dir(), told


def test_what_cannot_be_taught_is_refused_with_reasons(train: Command, recipe: Path) -> None:
    table = recipe.with_name("topics.csv")
    table.write_text(table.read_text("utf-8").replace(WAR[0], GARDEN[0]), "utf-8")
    checking = train("--check", "--json")
    out, _ = checking.communicate()
    told = json.loads(out)
    assert (checking.returncode, told["ok"]) == (1, False)
    assert [each["code"] for each in told["refusals"]] == ["one_label"]
    teaching = train()
    _, said = teaching.communicate()
    assert teaching.returncode == 1
    assert "[training_refused]" in said


def test_a_check_says_what_it_takes(train: Command, recipe: Path) -> None:
    checking = train("--check")
    _, told = checking.communicate()
    assert checking.returncode == 0
    assert "120 examples" in told
    assert not (recipe.with_suffix("") / "run").exists()


def test_a_field_that_is_wrong_is_named(train: Command, recipe: Path) -> None:
    recipe.write_text(recipe.read_text("utf-8").replace("epochs = 8", "epochs = -1"), "utf-8")
    process = train()
    _, told = process.communicate()
    assert process.returncode == 1
    assert "epochs" in told
    assert "[training_config_invalid]" in told
