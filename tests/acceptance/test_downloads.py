"""Models brought by a whole studio whose processes are killed on the way."""

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from tests.acceptance.conftest import Installation
from tests.acceptance.visitors import Visitor
from tests.hub_standin import HubStandin, Repository, noise

SIZE = 12_000_000
LONG = 90.0
BIG, TINY = {"repo_id": "someone/big"}, {"repo_id": "someone/tiny"}


@pytest.fixture(scope="module")
def standin(tmp_path_factory: pytest.TempPathFactory, tiny_voice: Path) -> Iterator[HubStandin]:
    big = noise(tmp_path_factory.mktemp("hub") / "model.safetensors", SIZE)
    config = tiny_voice.with_name(f"{tiny_voice.name}.json")
    repositories = [
        Repository("someone/big", {"model.safetensors": big, "config.json": b'{"model_type": "bert"}'}),
        Repository("someone/tiny", {path.name: path.read_bytes() for path in (tiny_voice, config)}),
    ]
    with HubStandin(repositories) as standin:
        yield standin


@pytest.fixture
def here(installation: Installation, standin: HubStandin) -> Iterator[Installation]:
    """An installation whose Hub is slow."""
    standin.pace_bytes_s = 400_000
    installation.environment["HF_ENDPOINT"] = standin.url
    yield installation
    standin.pace_bytes_s = None


@pytest.fixture
def sara(here: Installation) -> Iterator[Visitor]:
    with Visitor(here.port) as visitor:
        yield visitor


Until = Callable[..., dict[str, Any]]


@pytest.fixture
def until(sara: Visitor, wait_until: Callable[..., None]) -> Until:
    """Waits until a download fits; while the studio is away it cannot."""

    def until(download: dict[str, Any], fits: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        told: dict[str, Any] = {}

        def happened() -> bool:
            answer = sara.get(f"/api/sources/download/{download['id']}")
            told.update(answer.raise_for_status().json())
            assert told["status"] != "failed", told
            return fits(told)

        wait_until(happened, LONG)
        return told

    return until


def _begin(sara: Visitor, wanted: dict[str, str]) -> dict[str, Any]:
    answer = sara.post("/api/sources/download", json=wanted)
    assert answer.status_code in (200, 202), answer.text
    told: dict[str, Any] = answer.json()
    return told


def _worker(installation: Installation) -> psutil.Process:
    return next(each for each in installation.note() if "bazgoo.server.worker" in each.cmdline())


def _files(installation: Installation) -> list[Path]:
    return [path for path in (installation.data_dir / "models").rglob("*") if path.is_file()]


def _completed(told: dict[str, Any]) -> bool:
    return bool(told["status"] == "completed")


def test_a_download_goes_on_after_its_worker_its_database_and_its_studio_were_killed(
    here: Installation, sara: Visitor, standin: HubStandin, until: Until, wait_until: Callable[..., None]
) -> None:
    studio = here.serve()
    sara.join("sara")
    download = _begin(sara, BIG)
    before = until(download, lambda told: told["bytes_downloaded"] > 1_500_000)
    _worker(here).kill()
    after = until(download, lambda told: told["bytes_downloaded"] > before["bytes_downloaded"] + 1_000_000)
    assert after["seq"] > before["seq"]

    killed = here.postmaster()
    os.kill(killed, signal.SIGKILL)
    wait_until(lambda: here.postmaster() not in (None, killed), LONG)
    here.wait_until_healthy()
    again = until(download, lambda told: told["bytes_downloaded"] > after["bytes_downloaded"] + 1_000_000)
    assert again["seq"] > after["seq"]

    studio.kill()
    studio.communicate(timeout=30)
    wait_until(lambda: here.left() == [], LONG)
    standin.pace_bytes_s = None
    here.serve()
    done = until(download, _completed)
    assert done["seq"] > again["seq"]
    assert standin.bytes_sent < SIZE * 1.5
    model = next(path for path in _files(here) if path.name == "model.safetensors")
    assert model.stat().st_size == SIZE


def test_a_paused_download_stays_paused_over_a_restart_and_a_cancelled_one_leaves_nothing(
    here: Installation, sara: Visitor, until: Until
) -> None:
    studio = here.serve()
    sara.join("sara")
    download = _begin(sara, BIG)
    until(download, lambda told: told["bytes_downloaded"] > 500_000)
    joined = _begin(sara, BIG)
    assert joined["id"] == download["id"]
    where = f"/api/sources/download/{download['id']}"
    paused = sara.post(f"{where}/pause").json()
    assert paused["status"] == "paused"
    studio.send_signal(signal.SIGTERM)
    studio.communicate(timeout=30)
    here.serve()
    assert sara.get(where).json()["status"] == "paused"
    assert _files(here)
    sara.post(f"{where}/resume")
    until(download, lambda told: told["status"] == "downloading")
    assert sara.delete(where).json()["status"] == "cancelled"
    assert _files(here) == []
    assert here.ask("SELECT count(*) FROM models") == [(0,)]


def test_a_downloaded_voice_speaks_at_once_and_goes_when_it_is_uninstalled(
    here: Installation, sara: Visitor, until: Until
) -> None:
    here.serve()
    sara.join("sara")
    done = until(_begin(sara, TINY), _completed)
    voices = {voice["id"]: voice for voice in sara.get("/api/voices").json()["items"]}
    assert voices["fa_IR-tiny-x_low"]["model_id"] == done["model_id"]
    said = {"text": "سلام", "voice": "fa_IR-tiny-x_low"}
    assert sara.post("/api/speech", json=said).content[:4] == b"RIFF"

    ticket = sara.post(f"/api/sources/installed/{done['model_id']}/bundle").json()
    bundle = sara.get(ticket["url"]).content
    assert len(bundle) == ticket["size_bytes"]
    uninstalled = sara.delete(f"/api/sources/installed/{done['model_id']}")
    assert uninstalled.json()["freed_bytes"] > 0
    assert _files(here) == []
    assert "fa_IR-tiny-x_low" not in {voice["id"] for voice in sara.get("/api/voices").json()["items"]}

    brought = sara.post("/api/sources/import", files=[("files", ("tiny.tar", bundle))])
    assert brought.status_code == 201, brought.text
    assert sara.post("/api/speech", json=said).content[:4] == b"RIFF"

    (path,) = [path for path in _files(here) if path.suffix == ".onnx"]
    path.unlink()
    (told,) = sara.get("/api/sources/installed").json()["items"]
    assert (told["status"], told["missing"]) == ("failed", ["fa_IR-tiny-x_low.onnx"])


def test_told_to_stop_while_it_downloads_a_studio_leaves_nothing_running_and_goes_on_later(
    here: Installation, sara: Visitor, standin: HubStandin, until: Until
) -> None:
    studio = here.serve()
    sara.join("sara")
    download = _begin(sara, BIG)
    before = until(download, lambda told: told["bytes_downloaded"] > 500_000)
    here.note()
    studio.send_signal(signal.SIGTERM)
    studio.communicate(timeout=30)
    assert here.left() == []
    standin.pace_bytes_s = None
    here.serve()
    assert until(download, _completed)["seq"] > before["seq"]
