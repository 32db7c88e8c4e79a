"""Datasets in a whole studio, as the contract says, and through kills of its processes."""

import io
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from threading import Thread
from typing import Any

import httpx
import psutil
import pytest
import soundfile

from bazgoo.phonemes.espeak_ng import SAMPLE_RATE_HZ, synthesize
from tests.acceptance.conftest import Installation
from tests.acceptance.visitors import Visitor

TEXTS = [f"این جملهٔ شمارهٔ {number} برای آزمودن است." for number in range(1, 9)]
COPIES = 50
LONG = 120.0


@pytest.fixture(scope="module")
def archive() -> bytes:
    """An LJSpeech zip that takes some seconds to check."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as zipped:
        rows = []
        for place, text in enumerate(TEXTS):
            sound = io.BytesIO()
            soundfile.write(sound, synthesize(text), SAMPLE_RATE_HZ, "PCM_16", format="WAV")
            for copy in range(COPIES):
                name = f"clip{place * COPIES + copy:04d}"
                # every clip is another, so that none is known already
                zipped.writestr(f"voice/wavs/{name}.wav", sound.getvalue() + bytes([copy, place]))
                rows.append(f"{name}|{text}")
        zipped.writestr("voice/metadata.csv", "\n".join(rows))
    return file.getvalue()


@pytest.fixture
def sara(installation: Installation) -> Iterator[Visitor]:
    with Visitor(installation.port) as visitor:
        yield visitor


def _at_work(installation: Installation) -> list[psutil.Process]:
    """The studio's worker and all that works for it."""
    worker = next(process for process in installation.note() if "bazgoo.server.worker" in process.cmdline())
    return [worker, *worker.children(recursive=True)]


def test_what_the_contract_says_of_datasets(join) -> None:
    sara, reza = join(), join()
    files = {"file": ("labels.csv", "text,label\nهوا خوب است,خوب\nهوا بد است,بد\n".encode())}
    answer = sara.post("/api/datasets", data={"name": "برچسب‌ها", "type": "csv"}, files=files)
    assert answer.status_code == 201, answer.text
    made = answer.json()
    assert {"id", "name", "type", "size_mb", "record_count", "metadata", "created_at"} <= set(made)
    assert (made["name"], made["type"], made["record_count"]) == ("برچسب‌ها", "csv", 2)
    assert made["metadata"]["report"]["labels"] == {"خوب": 1, "بد": 1}
    assert sara.get("/api/datasets").json()["items"][0]["id"] == made["id"]
    page = sara.get(f"/api/datasets/{made['id']}/records").json()
    assert [(record["n"], record["label"]) for record in page["items"]] == [(1, "خوب"), (2, "بد")]
    assert reza.get(f"/api/datasets/{made['id']}").status_code == 404
    assert reza.delete(f"/api/datasets/{made['id']}").status_code == 404
    assert sara.delete(f"/api/datasets/{made['id']}").status_code == 200
    assert sara.get(f"/api/datasets/{made['id']}").status_code == 404


@pytest.mark.parametrize("stage", ["importing", "checking"])
def test_an_import_goes_on_after_everything_was_killed(
    installation: Installation, sara: Visitor, archive: bytes, wait_until: Callable[..., None], stage: str
) -> None:
    studio = installation.serve()
    sara.join("sara")
    made: dict[str, Any] = {}

    def look() -> dict[str, Any]:
        for item in sara.get("/api/datasets").raise_for_status().json()["items"]:
            made.update(item)
        return made.get("metadata", {})

    sending = Thread(target=_send, args=(installation.port, sara.login, archive))
    sending.start()
    try:
        wait_until(lambda: look().get("stage") == stage, LONG)
        working = _at_work(installation)
        for process in (psutil.Process(studio.pid), working[0]):
            process.kill()
        studio.communicate()
        wait_until(lambda: not any(process.is_running() for process in working))
    finally:
        sending.join()
    installation.serve()
    wait_until(lambda: look()["status"] == "ready", LONG)
    assert made["record_count"] == len(TEXTS) * COPIES
    assert {path.name for path in (installation.data_dir / "datasets").iterdir()} == {made["id"]}


def _send(port: int, login: dict[str, Any], archive: bytes) -> None:
    """Send an archive to a studio that will not live to answer."""
    with Visitor(port) as visitor, suppress(httpx.HTTPError):
        visitor.take(login)
        visitor.post("/api/datasets", files={"file": ("voice.zip", archive)})
