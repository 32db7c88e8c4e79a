"""`bazgoo bench browser`, with a real Chromium, a real studio and static hosts on loopback."""

import json
import os
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from bazgoo.cli.voice.contents import PAGES
from tests.chromium import find

BENCH = (sys.executable, "-m", "bazgoo", "bench", "browser")


@pytest.mark.chromium
@pytest.mark.skipif(not (PAGES / "embed.json").exists(), reason="the pages are not built")
def test_a_voice_is_measured_in_the_page_and_beside_this_machine(tiny_voice: Path, tmp_path: Path) -> None:
    if find() is None:
        pytest.skip("no Chromium on this machine")
    environment = os.environ | {"BAZGOO_DATA_DIR": str(tmp_path / "data"), "TMPDIR": str(tmp_path)}
    command = [*BENCH, str(tiny_voice), "--rounds", "1", "--json"]
    done = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, check=True, timeout=550
    )
    figures = json.loads(done.stdout)["figures"]
    by_name = {figure["name"]: figure for figure in figures if figure["voice"] in ("", tiny_voice.stem)}
    assert len(by_name) == len(figures)
    assert all(figure["bazgoo"] > 0 for figure in figures)
    speaking = [figure for figure in figures if figure["unit"] == "real-time factor"]
    assert speaking[0]["name"] == "speaking, one thread"
    assert len(speaking) == 2
    assert all(figure["peers"]["server"] > 0 for figure in speaking)
    for name in ("studio: page usable", "first audio, warm", "page usable", "reader ready", "voice ready"):
        assert name in by_name
    assert by_name["fetched until usable"]["unit"] == "kB"
    assert by_name["fetched until it speaks"]["bazgoo"] > 20
    assert not any(str(tmp_path) in _words(process) for process in psutil.process_iter())


def _words(process: psutil.Process) -> str:
    try:
        return " ".join(process.cmdline())
    except psutil.Error:
        return ""


def test_without_playwright_it_says_what_is_missing(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text("import sys\nsys.modules['playwright'] = None\n")
    path = os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(
        BENCH,
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": path, "LC_ALL": "C.UTF-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert done.returncode == 1
    assert "[chromium_missing]" in done.stderr
