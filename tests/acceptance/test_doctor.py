"""`bazgoo doctor` tells what works here and what to mend."""

import os
import socket
import subprocess
import sys
from pathlib import Path


def consult(data_dir: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    surroundings = {**os.environ, "BAZGOO_DATA_DIR": str(data_dir), "COLUMNS": "300", "LANG": "C.UTF-8"}
    return subprocess.run(
        [sys.executable, "-m", "bazgoo", "doctor"],
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**surroundings, "LC_ALL": "", **environment},
        cwd="/",
    )


def test_a_machine_in_order_is_told_so(tmp_path: Path) -> None:
    result = consult(tmp_path / "داده ها", PORT="1")
    assert result.returncode == 0, result.stdout + result.stderr
    assert "PostgreSQL" in result.stderr
    assert "espeak-fa" in result.stderr
    assert "✗" not in result.stderr


def test_a_damaged_voice_is_named_with_its_reason(tmp_path: Path) -> None:
    models = tmp_path / "data" / "models"
    models.mkdir(parents=True)
    (models / "fa_IR-broken-medium.onnx").write_bytes(b"not a graph")
    result = consult(tmp_path / "data", PORT="1")
    assert result.returncode == 1
    assert "fa_IR-broken-medium" in result.stderr


def test_a_data_directory_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    result = consult(tmp_path / "file" / "data", PORT="1")
    assert result.returncode == 1
    assert str(tmp_path / "file" / "data") in result.stderr


def test_a_busy_port_is_named(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as busy:
        port = str(busy.getsockname()[1])
        result = consult(tmp_path / "data", PORT=port)
    assert result.returncode == 1
    assert port in result.stderr


def test_persian_is_spoken_where_the_locale_is_persian(tmp_path: Path) -> None:
    assert "جای خالی دیسک" in consult(tmp_path / "data", PORT="1", LC_ALL="fa_IR.UTF-8").stderr
