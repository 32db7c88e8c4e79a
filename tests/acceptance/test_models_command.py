"""`bazgoo models` from a terminal: search, pull over a line that is cut, speak, carry to a machine without a line."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.hub_standin import HubStandin, Repository, noise

VOICE = "fa_IR-tiny-x_low"
FOLDER = "fa/fa_IR/tiny/x_low"
BIG = 6_000_000
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def standin(tiny_voice: Path, tmp_path: Path) -> Iterator[HubStandin]:
    files = {f"{FOLDER}/{VOICE}.onnx{end}": Path(f"{tiny_voice}{end}") for end in ("", ".json")}
    repositories = [
        Repository("rhasspy/piper-voices", {**files, "README.md": b"voices"}, card={"license": "mit"}),
        Repository("someone/asr", {"model.nemo": noise(tmp_path / "big", BIG), "README.md": b"asr"}),
        Repository("datasets/someone/words", {"train.csv": b"a,b"}),
    ]
    with HubStandin(repositories) as standin:
        yield standin


@pytest.fixture
def environment(standin: HubStandin, tmp_path: Path) -> dict[str, str]:
    return {
        "PATH": os.defpath,
        "HOME": str(tmp_path),
        "LANG": "C",
        "PYTHONPATH": os.environ.get("PYTHONPATH", ""),
        "BAZGOO_DATA_DIR": str(tmp_path / "data"),
        "HF_ENDPOINT": standin.url,
    }


@pytest.fixture
def run(environment: dict[str, str], tmp_path: Path) -> Run:
    def run(*arguments: str, **settings: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-m", "bazgoo", *arguments],
            check=False,
            capture_output=True,
            text=True,
            cwd=tmp_path,
            env=environment | settings,
            timeout=60,
        )

    return run


def test_a_piper_voice_is_pulled_by_its_name_alone_and_speaks_at_once(run: Run, tmp_path: Path) -> None:
    done = run("models", "pull", VOICE)
    assert done.returncode == 0, done.stderr
    assert f"--voice '{VOICE}'" in done.stderr
    assert run("speak", "سلام", "--voice", VOICE, "-o", "a.wav").returncode == 0
    assert (tmp_path / "a.wav").stat().st_size > 1000
    (model,) = json.loads(run("models", "list", "--json").stdout)["items"]
    assert (model["name"], model["voices"], model["license"], model["missing"]) == (VOICE, [VOICE], "mit", [])


def test_pulling_again_brings_nothing(run: Run, standin: HubStandin) -> None:
    first = json.loads(run("models", "pull", VOICE, "--json").stdout)
    sent = standin.bytes_sent
    assert (
        json.loads(run("models", "pull", "rhasspy/piper-voices", "--voice", VOICE, "--json").stdout) == first
    )
    assert standin.bytes_sent == sent


def test_ctrl_c_keeps_what_came_and_the_same_command_goes_on(
    run: Run, standin: HubStandin, environment: dict[str, str], tmp_path: Path
) -> None:
    standin.pace_bytes_s = 500_000
    command = [sys.executable, "-m", "bazgoo", "models", "pull", "someone/asr"]
    pulling = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=tmp_path, env=environment)
    try:
        assert pulling.stderr
        assert any("%" in line for line in pulling.stderr)
        pulling.send_signal(signal.SIGINT)
        told = pulling.stderr.read()
        assert pulling.wait(30) == 130
    finally:
        pulling.kill()
        pulling.wait(30)
    assert "run the same command" in told
    assert "Traceback" not in told
    assert json.loads(run("models", "list", "--json").stdout)["unfinished"]
    standin.pace_bytes_s = 0
    done = run("models", "pull", "someone/asr")
    assert done.returncode == 0
    assert "NeMo" in done.stderr
    assert standin.bytes_sent < BIG * 1.3
    listed = json.loads(run("models", "list", "--json").stdout)
    assert (len(listed["items"]), listed["unfinished"]) == (1, [])


def test_a_branch_that_moved_on_takes_the_place(run: Run, standin: HubStandin) -> None:
    first = json.loads(run("models", "pull", "someone/asr", "--json").stdout)
    standin.shelf.repositories["someone/asr"].commit({"model.nemo": b"smaller"})
    second = json.loads(run("models", "pull", "someone/asr", "--json").stdout)
    assert second["id"] == first["id"]
    assert [(file["path"], file["size"]) for file in second["files"]] == [("model.nemo", 7)]
    assert len(list(Path(second["folder"]).iterdir())) == 2


def test_a_model_is_carried_to_a_machine_without_a_line(run: Run, tmp_path: Path) -> None:
    run("models", "pull", VOICE)
    assert run("models", "export", VOICE).returncode == 0
    away = {"BAZGOO_DATA_DIR": str(tmp_path / "away"), "HF_ENDPOINT": "http://hub.invalid"}
    done = run("models", "import", f"{VOICE}.tar", "--json", **away)
    assert [model["name"] for model in json.loads(done.stdout)["items"]] == [VOICE]
    assert run("speak", "سلام", "--voice", VOICE, "-o", "b.wav", **away).returncode == 0


def test_a_pair_of_voice_files_is_imported(run: Run, tiny_voice: Path) -> None:
    assert run("models", "import", str(tiny_voice), f"{tiny_voice}.json").returncode == 0
    assert run("models", "list").stdout.startswith(f"{VOICE}\tpiper\tinstalled")


def test_a_removed_model_is_gone_and_an_unknown_one_is_told(run: Run) -> None:
    run("models", "pull", VOICE)
    assert json.loads(run("models", "remove", VOICE, "--json").stdout)["freed_bytes"] > 1000
    assert json.loads(run("models", "list", "--json").stdout)["items"] == []
    done = run("models", "remove", VOICE)
    assert (done.returncode, "model_not_installed" in done.stderr) == (1, True)


def test_a_search_says_what_runs_here(run: Run) -> None:
    (found,) = json.loads(run("models", "search", "piper", "--json").stdout)["items"]
    assert (found["repo_id"], found["engine"], found["installed"]) == ("rhasspy/piper-voices", "piper", False)
    assert found["size_bytes"] > 1000
    lines = run("models", "search", "someone").stdout.splitlines()
    assert [line.split("\t")[0] for line in lines] == ["someone/asr"]


def test_a_dataset_is_kept(run: Run) -> None:
    model = json.loads(run("models", "pull", "datasets/someone/words", "--json").stdout)
    assert (model["format"], model["why_not"]) == ("dataset", "dataset")


REFUSED = [
    (("pull", "rhasspy/piper-voices"), "nothing_to_download"),
    (("pull", "fa_IR-nobody-medium"), "nothing_to_download"),
    (("pull", "no/such"), "repo_not_found"),
    (("pull", "nonsense"), "repo_not_found"),
    (("pull", "someone/asr", "--file", "*.xyz"), "nothing_to_download"),
    (("export", "nobody"), "model_not_installed"),
]


@pytest.mark.parametrize("arguments,code", REFUSED)
def test_what_cannot_be_done_is_told_with_its_code(run: Run, arguments: tuple[str, ...], code: str) -> None:
    done = run("models", *arguments)
    assert (done.returncode, f"[{code}]" in done.stderr) == (1, True)


def test_a_pull_that_brought_nothing_leaves_nothing(run: Run, standin: HubStandin, tmp_path: Path) -> None:
    standin.shelf.repositories["someone/asr"].gated = "auto"
    assert "[repo_gated]" in run("models", "pull", "someone/asr").stderr
    assert not list((tmp_path / "data").glob("models/*"))


def test_a_mirror_is_asked_first_and_the_hub_when_it_is_gone(run: Run, standin: HubStandin) -> None:
    with HubStandin(standin.shelf.repositories.values()) as mirror:
        assert run("models", "pull", VOICE, "--endpoint", mirror.url).returncode == 0
        assert (bool(mirror.journal), bool(standin.journal)) == (True, False)
        gone = mirror.url
    assert run("models", "search", "piper", BAZGOO_HUB_ENDPOINTS=gone).stdout.startswith(
        "rhasspy/piper-voices"
    )


def test_a_damaged_file_is_found_by_its_hash_and_mended(
    run: Run, standin: HubStandin, tmp_path: Path
) -> None:
    assert run("models", "pull", VOICE).returncode == 0
    (graph,) = (tmp_path / "data" / "models").rglob("*.onnx")
    whole = graph.read_bytes()
    graph.write_bytes(whole[:100] + bytes([whole[100] ^ 1]) + whole[101:])
    found = run("models", "check", "--json")
    assert found.returncode == 1
    (model,) = json.loads(found.stdout)["items"]
    assert [Path(file).name for file in model["damaged"]] == [graph.name]
    refused = run("speak", "سلام", "--voice", VOICE, "-o", "a.wav")
    assert (refused.returncode, "[voice_damaged]" in refused.stderr) == (1, True)
    before = standin.bytes_sent
    assert run("models", "check", "--mend").returncode == 0
    assert standin.bytes_sent - before == len(whole)
    assert graph.read_bytes() == whole
    assert run("models", "check", VOICE).returncode == 0
    assert run("speak", "سلام", "--voice", VOICE, "-o", "a.wav").returncode == 0
