"""`bazgoo bench voice` and `bazgoo bench training`, as programs call them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import soundfile

from bazgoo.datasets import Dataset
from bazgoo.datasets.prompts import prompts
from bazgoo.phonemes import espeak_ng


@pytest.fixture(scope="module")
def dataset(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("datasets")
    with Dataset.create(folder / "dataset", "eSpeak", "audio") as created:
        for prompt in prompts()[:40]:
            sound = espeak_ng.synthesize(prompt.text)
            soundfile.write(folder / "said.wav", sound, espeak_ng.SAMPLE_RATE_HZ)
            created.add(prompt.text, file=folder / "said.wav", move=True)
    return folder / "dataset"


def bench(*arguments: str, data_dir: Path) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "bazgoo", "bench", *arguments]
    environment = os.environ | {"BAZGOO_DATA_DIR": str(data_dir)}
    return subprocess.run(
        command, check=False, capture_output=True, timeout=550, encoding="utf-8", env=environment
    )


def test_a_voice_is_judged_without_a_judge(dataset, tmp_path):
    done = bench("voice", "espeak-fa", "--dataset", str(dataset), "--most", "2", "--json", data_dir=tmp_path)
    told = json.loads(done.stdout)
    scores = {score["name"]: score for score in told["scores"]}
    assert told["voice"] == "espeak-fa"
    assert scores["mcd"]["unit"] == "dB"
    assert scores["mcd"]["voice"] < scores["mcd"]["chance"]
    assert "phoneme_errors" not in scores
    assert "phoneme errors" in done.stderr


def test_figures_are_a_table_for_people(dataset, tmp_path):
    done = bench("voice", "espeak-fa", "--dataset", str(dataset), "--most", "1", data_dir=tmp_path)
    assert "mcd (dB)" in done.stdout
    assert "another sentence" in done.stdout


def test_a_voice_that_is_not_there_is_told_of(dataset, tmp_path):
    done = bench("voice", "fa_IR-nobody-low", "--dataset", str(dataset), data_dir=tmp_path)
    assert done.returncode == 1
    assert "[voice_not_found]" in done.stderr


def test_a_judge_is_taught_where_there_is_none(dataset, tmp_path):
    pytest.importorskip("torch")
    from bazgoo.cli.bench.teaching import teach_judge
    from bazgoo.evaluation.judge import is_judge

    assert teach_judge(dataset, tmp_path / "judge", steps=2) > 0
    assert is_judge(tmp_path / "judge")
    asked = ("voice", "espeak-fa", "--dataset", str(dataset), "--judge", str(tmp_path / "judge"), "--json")
    told = json.loads(bench(*asked, data_dir=tmp_path).stdout)
    (errors,) = (score for score in told["scores"] if score["name"] == "phoneme_errors")
    assert errors["voice"] > 50  # after two steps it has learnt nothing


def test_teaching_is_measured(tmp_path):
    pytest.importorskip("torch")
    few = ("--steps", "2", "--sentences", "40", "--judge-steps", "2", "--classifier-steps", "2")
    figures = json.loads(bench("training", *few, "--json", data_dir=tmp_path).stdout)["figures"]
    by_name = {figure["name"]: figure for figure in figures}
    for what in ("judge", "classifier", "voice"):
        assert by_name[f"{what}, 2 steps"]["bazgoo"] > 0
    assert by_name["voice, 2 steps: mcd"]["peers"]["recordings"] == 0
    for what in ("speaking", "size"):
        figure = by_name[f"voice, 2 steps: {what}"]
        assert figure["bazgoo"] > 0
        assert set(figure["peers"]) <= {"Piper-medium-shaped"}
