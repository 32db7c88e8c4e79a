"""`bazgoo dataset` from a terminal: import, check, export, and bring one from the Hub, without a server."""

import io
import json
import os
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile

from bazgoo.phonemes.espeak_ng import SAMPLE_RATE_HZ, synthesize
from tests.hub_standin import HubStandin, Repository

SENTENCES = ["سلام، حال شما چطور است؟", "امروز هوا خیلی خوب است.", "کتاب‌ها روی میز بودند.", "او به خانه رفت."]
Run = Callable[..., "subprocess.CompletedProcess[str]"]


def _wav(text: str) -> bytes:
    out = io.BytesIO()
    soundfile.write(out, synthesize(text), SAMPLE_RATE_HZ, format="WAV")
    return out.getvalue()


@pytest.fixture(scope="module")
def clips() -> dict[str, bytes]:
    return {f"wavs/{n}.wav": _wav(text) for n, text in enumerate(SENTENCES)}


@pytest.fixture
def archive(clips: dict[str, bytes], tmp_path: Path) -> Path:
    with zipfile.ZipFile(tmp_path / "lj.zip", "w") as opened:
        for name, content in clips.items():
            opened.writestr(f"lj/{name}", content)
        rows = [f"{n}|{text}" for n, text in enumerate(SENTENCES)]
        opened.writestr("lj/metadata.csv", "\n".join([*rows, "9|گم"]))
    return tmp_path / "lj.zip"


@pytest.fixture
def standin(clips: dict[str, bytes]) -> Iterator[HubStandin]:
    rows = [
        json.dumps({"file_name": name, "text": text}) for name, text in zip(clips, SENTENCES, strict=True)
    ]
    shard = io.BytesIO()
    with tarfile.open(fileobj=shard, mode="w") as tar:
        for name, content in clips.items():
            info = tarfile.TarInfo(f"fa_train_0/{Path(name).stem}.mp3.wav")
            info.size = len(content)
            tar.addfile(info, io.BytesIO(content))
    table = "client_id\tpath\tsentence\n" + "".join(
        f"me\t{n}.mp3.wav\t{text}\n" for n, text in enumerate(SENTENCES)
    )
    repositories = [
        Repository(
            "datasets/someone/voice",
            {**clips, "metadata.jsonl": "\n".join(rows).encode(), "README.md": b"mine"},
            card={"license": "cc0-1.0"},
        ),
        Repository(
            "datasets/someone/common",
            {"transcript/fa/train.tsv": table.encode(), "audio/fa/train/fa_train_0.tar": shard.getvalue()},
        ),
        Repository("datasets/someone/parquet", {"data/train-0.parquet": b"PAR1"}),
    ]
    with HubStandin(repositories) as standin:
        yield standin


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def run(*arguments: str, **settings: str) -> "subprocess.CompletedProcess[str]":
        environment = {
            "PATH": os.defpath,
            "HOME": str(tmp_path),
            "LANG": "C",
            "PYTHONPATH": os.environ.get("PYTHONPATH", ""),
            "BAZGOO_DATA_DIR": str(tmp_path / "data"),
        }
        return subprocess.run(
            [sys.executable, "-m", "bazgoo", "dataset", *arguments],
            check=False,
            capture_output=True,
            text=True,
            cwd=tmp_path,
            env=environment | settings,
            timeout=120,
        )

    return run


def test_import_check_and_export(run: Run, archive: Path, tmp_path: Path) -> None:
    brought = run("import", "lj.zip", "mine", "--name", "صدای من", "--license", "cc0-1.0", "--json")
    assert brought.returncode == 0, brought.stderr
    told = json.loads(brought.stdout)
    assert (told["name"], told["type"], told["layout"], told["records"]) == (
        "صدای من",
        "audio",
        "ljspeech",
        4,
    )
    assert [(each["line"], each["code"]) for each in told["rejected"]] == [(5, "no_audio")]
    assert "metadata.csv:5" in brought.stderr

    checked = run("check", "mine", "--json")
    report = json.loads(checked.stdout)
    assert (report["records"], report["version"]) == (4, told["version"])
    assert 0 < report["quality"] <= 100
    shown = run("check", "mine", LANG="fa_IR.UTF-8")
    assert shown.returncode == 0 and "کیفیت" in shown.stderr

    assert run("export", "mine", "out.zip", "--layout", "audiofolder").returncode == 0
    again = json.loads(run("check", "out.zip", "--json").stdout)
    assert (again["layout"], again["accepted"], again["rejected"]) == ("audiofolder", 4, [])
    assert {path.name for path in tmp_path.iterdir()} - {".cache"} == {"lj.zip", "mine", "out.zip"}


def test_a_long_recording_with_its_script(run: Run, tmp_path: Path) -> None:
    pause = np.zeros(SAMPLE_RATE_HZ, np.int16)
    parts = [part for text in SENTENCES * 2 for part in (synthesize(text), pause)]
    soundfile.write(tmp_path / "فصل.flac", np.concatenate(parts), SAMPLE_RATE_HZ)
    (tmp_path / "script.txt").write_bytes("\r\n".join(SENTENCES * 2).encode("utf-16"))
    told = json.loads(run("import", "فصل.flac", "book", "--script", "script.txt", "--json").stdout)
    assert (told["layout"], told["accepted"], told["rejected"]) == ("long_recording", 8, [])


def test_what_cannot_be_used_says_why_and_leaves_nothing(run: Run, archive: Path, tmp_path: Path) -> None:
    archive.write_bytes(archive.read_bytes()[:-100])
    before = sorted(tmp_path.iterdir())
    for command in (("import", "lj.zip", "mine"), ("check", "lj.zip")):
        refused = run(*command)
        assert refused.returncode == 1 and "[archive_damaged]" in refused.stderr
    assert sorted(tmp_path.iterdir()) == before
    (tmp_path / "full").mkdir()
    (tmp_path / "full/mine.txt").write_text("سلام")
    assert "[file_unwritable]" in run("import", "full", "full").stderr
    assert "[dataset_damaged]" in run("export", "full", "out").stderr
    assert (tmp_path / "full/mine.txt").exists()


def test_a_dataset_comes_from_the_hub(run: Run, standin: HubStandin, tmp_path: Path) -> None:
    brought = run("pull", "someone/voice", "--json", HF_ENDPOINT=standin.url)
    assert brought.returncode == 0, brought.stderr
    told = json.loads(brought.stdout)
    assert (told["name"], told["layout"], told["records"]) == ("someone/voice", "audiofolder", 4)
    assert {path.name for path in tmp_path.iterdir()} - {".cache"} == {"voice"}


def test_shards_of_a_repository_are_unpacked(run: Run, standin: HubStandin, tmp_path: Path) -> None:
    told = json.loads(run("pull", "someone/common", "cv", "--json", HF_ENDPOINT=standin.url).stdout)
    assert (told["layout"], told["records"], told["rejected"]) == ("common_voice", 4, [])


def test_what_the_hub_has_in_another_form_is_said(run: Run, standin: HubStandin, tmp_path: Path) -> None:
    refused = run("pull", "someone/parquet", "p", HF_ENDPOINT=standin.url)
    assert refused.returncode == 1
    assert "Parquet" in refused.stderr and "[dataset_invalid]" in refused.stderr
    assert "[repo_not_found]" in run("pull", "someone/nothing", HF_ENDPOINT=standin.url).stderr
