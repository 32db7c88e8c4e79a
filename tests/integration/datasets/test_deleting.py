"""Datasets go with their files, whoever is working on them; what nobody owns is taken away."""

import asyncio
import os
import time
from uuid import uuid4

import psutil

from bazgoo.server.datasets.places import Places
from tests.integration.datasets.conftest import SENTENCES
from tests.integration.sources.conftest import working


def _left(settings) -> list[str]:
    return sorted(path.name for path in settings.datasets_dir.iterdir())


def _benches() -> list[psutil.Process]:
    """The processes of steps that this test has going."""
    return [
        child
        for child in psutil.Process().children(recursive=True)
        if child.is_running() and "bazgoo.server.datasets.working.bench" in " ".join(_command(child))
    ]


def _command(process: psutil.Process) -> list[str]:
    try:
        return process.cmdline()
    except psutil.Error:
        return []


async def test_a_deleted_dataset_is_gone_with_its_files(client, sara, empty, record, settings, ask) -> None:
    await record(empty, SENTENCES[0])
    where = f"/api/datasets/{empty['id']}"
    gone = await client.delete(where, headers=sara)
    assert (gone.status_code, gone.json()["id"]) == (200, empty["id"])
    assert gone.json()["freed_bytes"] > 10_000
    assert _left(settings) == []
    assert ask("SELECT count(*) FROM datasets") == [(0,)]
    assert (await client.get(where, headers=sara)).status_code == 404
    assert (await client.delete(where, headers=sara)).status_code == 404


async def test_deleting_ends_the_work_at_once(
    client, sara, settings, ask, ljspeech, monkeypatch, worker
) -> None:
    monkeypatch.setattr("bazgoo.server.datasets.arrival.WAIT_S", 0)
    files = {"file": ("voice.zip", ljspeech)}
    made = (await client.post("/api/datasets", files=files, headers=sara)).json()
    for _ in range(400):
        if _benches():
            break
        await asyncio.sleep(0.02)
    assert (await client.delete(f"/api/datasets/{made['id']}", headers=sara)).status_code == 200
    for _ in range(400):
        if not _benches() and _left(settings) == []:
            break
        await asyncio.sleep(0.02)
    assert _benches() == []
    assert _left(settings) == []


async def test_a_deletion_that_is_not_kept_puts_the_files_back(
    client, sara, empty, settings, monkeypatch
) -> None:
    def fail(self) -> bool:
        self.folder.rename(self.deleted)
        raise OSError("the disk is in a mood")

    monkeypatch.setattr(Places, "set_aside", fail)
    assert (await client.delete(f"/api/datasets/{empty['id']}", headers=sara)).status_code == 500
    assert _left(settings) == [empty["id"]]
    assert (await client.get(f"/api/datasets/{empty['id']}", headers=sara)).status_code == 200


async def test_a_worker_takes_away_what_nobody_owns(client, sara, empty, settings) -> None:
    stray, young, half_gone = uuid4(), uuid4(), Places(settings.datasets_dir, uuid4())
    for name in (str(stray), f".making-{stray}", str(young), half_gone.deleted.name, "notes"):
        (settings.datasets_dir / name / "originals").mkdir(parents=True)
    for name in (str(stray), f".making-{stray}", half_gone.deleted.name, "notes"):
        os.utime(settings.datasets_dir / name, (0, time.time() - 3600))
    (settings.datasets_dir / empty["id"]).rename(settings.datasets_dir / f".deleted-{empty['id']}")
    async with working(settings) as worker:
        await worker.dataset_workshop().tidy()
    assert _left(settings) == sorted([empty["id"], str(young), "notes"])


async def test_the_datasets_of_a_person_go_with_them(client, sara, empty, settings, ask) -> None:
    ask("DELETE FROM users")
    os.utime(settings.datasets_dir / empty["id"], (0, time.time() - 3600))
    async with working(settings) as worker:
        await worker.dataset_workshop().tidy()
    assert _left(settings) == []
