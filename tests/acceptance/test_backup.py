"""Everything is wiped and comes back: the commands as a person runs them, on real studios."""

import io
import shutil
import signal
import wave
from pathlib import Path

import httpx
import psutil
import pytest

from tests.acceptance.conftest import Installation
from tests.acceptance.visitors import Visitor

PASSWORD = "گذرواژهٔ پشتیبان"


def _recording() -> bytes:
    with io.BytesIO() as file:
        with wave.open(file, "wb") as out:
            out.setnchannels(1)
            out.setsampwidth(2)
            out.setframerate(16_000)
            out.writeframes(bytes(range(256)) * 250)
        return file.getvalue()


def _fill(visitor: Visitor, tiny_voice: Path) -> str:
    """A lexicon entry, a model from files, a dataset with a recording, a key; the key."""
    visitor.put("/api/lexicon/کرم", json={"ipa": "kerem"}).raise_for_status()
    pair = [tiny_voice, tiny_voice.with_name(f"{tiny_voice.name}.json")]
    files = [("files", (path.name, path.read_bytes())) for path in pair]
    visitor.post("/api/sources/import", files=files).raise_for_status()
    made = visitor.post("/api/datasets", data={"name": "صدای من", "type": "audio"}, files={"x": ("", b"")})
    dataset = made.raise_for_status().json()["id"]
    record = {"text": (None, "سلام دنیا"), "audio": ("a.wav", _recording())}
    visitor.post(f"/api/datasets/{dataset}/records", files=record).raise_for_status()
    return str(visitor.post("/api/auth/keys", json={"name": "k"}).raise_for_status().json()["key"])


def _state(visitor: httpx.Client) -> dict[str, object]:
    """What a person sees of their things."""
    datasets = visitor.get("/api/datasets").raise_for_status().json()["items"]
    where = f"/api/datasets/{datasets[0]['id']}/records"
    return {
        "me": visitor.get("/api/auth/me").raise_for_status().json(),
        "lexicon": visitor.get("/api/lexicon").raise_for_status().json(),
        "models": visitor.get("/api/sources/installed").raise_for_status().json()["items"],
        "datasets": [(each["id"], each["name"], each["record_count"]) for each in datasets],
        "audio": visitor.get(f"{where}/1/audio").raise_for_status().content,
        "speech": visitor.post("/api/speech", json={"text": "سلام", "voice": "fa_IR-tiny-x_low"}).status_code,
    }


def _wipe(installation: Installation) -> None:
    """The studio is killed, its database with it, and nothing of its folder is left."""
    studio = psutil.Process(installation.note()[0].pid)
    processes = [studio, *studio.children(recursive=True)]
    for process in processes:
        process.kill()
    psutil.wait_procs(processes, timeout=30)
    shutil.rmtree(installation.data_dir)


@pytest.fixture
def sealed(installation: Installation, tmp_path: Path) -> list[str]:
    """The option that gives the password."""
    (tmp_path / "password").write_text(f"{PASSWORD}\n", "utf-8")
    return ["--password-file", str(tmp_path / "password")]


def test_everything_is_wiped_and_comes_back(installation, tiny_voice, sealed, tmp_path, wait_until) -> None:
    backups = tmp_path / "safe"
    backups.mkdir()
    installation.serve()
    with Visitor(installation.port) as visitor:
        visitor.join("sara")
        key = _fill(visitor, tiny_voice)
        made = installation.run("backup", "--out", str(backups / "a.backup"), *sealed)
        assert made.returncode == 0, made.stderr
        refused = installation.run("restore", str(backups / "a.backup"), "--replace", *sealed)
        assert (refused.returncode, "studio_running" in refused.stderr) == (1, True)
        visitor.put("/api/lexicon/مرد", json={"ipa": "mard"}).raise_for_status()
        options = ["--out", str(backups), "--base", str(backups / "a.backup"), *sealed]
        assert installation.run("backup", *options).returncode == 0
        (later,) = set(backups.iterdir()) - {backups / "a.backup"}
        before = _state(visitor)
        _wipe(installation)

        assert "backup_password_missing" in installation.run("restore", str(later)).stderr
        restored = installation.run("restore", str(later), *sealed)
        assert restored.returncode == 0, restored.stderr
        installation.serve()
        assert _state(visitor) == before  # with the login of before, since the key came along
        visitor.headers["Authorization"] = f"Bearer {key}"
        assert _state(visitor) == before
    assert later.stat().st_size < (backups / "a.backup").stat().st_size


def test_a_restore_that_is_killed_leaves_the_old_as_it_was(
    installation, tiny_voice, tmp_path, wait_until
) -> None:
    studio = installation.serve()
    out, stage = tmp_path / "a.backup", installation.data_dir / ".restoring"
    with Visitor(installation.port) as visitor:
        visitor.join("sara")
        _fill(visitor, tiny_voice)
        assert installation.run("backup", "--out", str(out)).returncode == 0
        visitor.put("/api/lexicon/مرد", json={"ipa": "mard"}).raise_for_status()
        before = _state(visitor)
        studio.send_signal(signal.SIGTERM)
        studio.wait(60)
        restore = installation.begin("restore", str(out), "--replace")
        wait_until((stage / "database").exists)
        restore.kill()
        restore.wait()
        assert stage.exists()
        installation.serve()
        assert _state(visitor) == before
        assert not stage.exists()
