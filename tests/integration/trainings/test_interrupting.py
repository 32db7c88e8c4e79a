"""Trainings paused, resumed, cancelled, killed: nothing that was learnt is lost, and nothing is left behind."""

import asyncio
import os
import signal
import time
from uuid import uuid4

import psycopg
import pytest

from bazgoo.server.trainings.places import Place
from tests.integration.sources.conftest import working
from tests.integration.trainings.conftest import eventually, trainers


@pytest.fixture
def slow(monkeypatch) -> None:
    """Steps that leave time to interrupt them."""
    monkeypatch.setenv("LITTLE_STEP_S", "0.1")


async def _weights(client, who, job) -> str:
    """The hash of the last weights."""
    saved = (await client.get(f"/api/training/{job['id']}/checkpoints", headers=who)).json()["items"]
    return saved[0]["sha256"]


async def _post(client, who, job, act: str, **said) -> dict:
    answer = await client.post(f"/api/training/{job['id']}/{act}", json=said or None, headers=who)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def test_a_paused_training_comes_to_what_an_unbroken_one_does(
    client, sara, texts, worker, begin, until, slow, monkeypatch
) -> None:
    job = await begin(sara, texts)
    await until(sara, job, lambda told: told["step"] > 12)
    paused = await _post(client, sara, job, "pause")
    assert paused["status"] == "paused"
    await eventually(lambda: not trainers())
    assert (await _post(client, sara, job, "pause"))["status"] == "paused"
    monkeypatch.setenv("LITTLE_STEP_S", "0.001")
    assert (await _post(client, sara, job, "resume"))["status"] in ("queued", "running")
    done = await until(sara, job, "completed")
    whole = await until(sara, await begin(sara, texts), "completed")
    assert await _weights(client, sara, done) == await _weights(client, sara, whole)
    log = (await client.get(f"/api/training/{job['id']}/log", headers=sara)).json()["lines"]
    assert len(log) == 2
    assert log[1] != "learning from step 0"


async def test_a_training_resumed_at_once_waits_until_its_state_is_saved(
    client, sara, texts, worker, begin, until, slow
) -> None:
    job = await begin(sara, texts, max_steps=20)
    await until(sara, job, lambda told: told["step"] > 3)
    await _post(client, sara, job, "pause")
    await _post(client, sara, job, "resume")
    await until(sara, job, "completed")
    log = (await client.get(f"/api/training/{job['id']}/log", headers=sara)).json()["lines"]
    assert len(log) == 2
    assert log[1] != "learning from step 0"


async def test_it_goes_on_from_the_checkpoint_that_is_named(
    client, sara, texts, worker, begin, until, slow, monkeypatch
) -> None:
    job = await begin(sara, texts)
    await until(sara, job, lambda told: told["step"] > 32)
    await _post(client, sara, job, "pause")
    await eventually(lambda: not trainers())
    saved = (await client.get(f"/api/training/{job['id']}/checkpoints", headers=sara)).json()["items"]
    chosen = next(each for each in saved if each["step"] == 10)
    monkeypatch.setenv("LITTLE_STEP_S", "0.001")
    unknown = await client.post(
        f"/api/training/{job['id']}/resume", json={"checkpoint_id": str(uuid4())}, headers=sara
    )
    assert (unknown.status_code, unknown.json()["code"]) == (404, "checkpoint_not_found")
    await _post(client, sara, job, "resume", checkpoint_id=chosen["id"])
    await until(sara, job, "completed")
    log = (await client.get(f"/api/training/{job['id']}/log", headers=sara)).json()["lines"]
    assert log[-1] == "learning from step 10"
    saved = (await client.get(f"/api/training/{job['id']}/checkpoints", headers=sara)).json()["items"]
    assert [each["step"] for each in saved] == [60, 50, 40, 30, 20, 10]


async def test_a_cancelled_training_is_gone_with_its_process_and_its_files(
    client, sara, texts, worker, begin, until, slow, settings
) -> None:
    job = await begin(sara, texts)
    await until(sara, job, lambda told: told["step"] > 12)
    cancelled = await client.delete(f"/api/training/{job['id']}", headers=sara)
    assert (cancelled.status_code, cancelled.json()["status"]) == (200, "cancelled")
    await eventually(lambda: not trainers())
    await eventually(lambda: list(settings.trainings_dir.iterdir()) == [])
    assert (await client.get(f"/api/training/{job['id']}/checkpoints", headers=sara)).json()["items"] == []
    for act in ("pause", "resume"):
        late = await client.post(f"/api/training/{job['id']}/{act}", headers=sara)
        assert (late.status_code, late.json()["code"]) == (409, "training_finished")
    again = await client.delete(f"/api/training/{job['id']}", headers=sara)
    assert (again.status_code, again.json()["status"]) == (200, "cancelled")
    assert (await client.get(f"/api/training/{job['id']}", headers=sara)).status_code == 404


async def test_cancelling_reaches_a_trainer_whose_worker_is_gone(
    client, sara, texts, begin, until, slow, settings, ask
) -> None:
    async with working(settings) as worker:
        job = await begin(sara, texts)
        await until(sara, job, lambda told: told["step"] > 2)
        for life in worker.training_workshop()._lives.values():
            life.cancel()  # it looks no more, as one that hangs
        assert len(trainers()) in (0, 1)
        cancelled = await client.delete(f"/api/training/{job['id']}", headers=sara)
        assert cancelled.status_code == 200
        await eventually(lambda: not trainers())
        await eventually(lambda: list(settings.trainings_dir.iterdir()) == [])


async def test_a_killed_trainer_goes_on_from_its_last_checkpoint(
    client, sara, texts, worker, begin, until, slow, monkeypatch
) -> None:
    job = await begin(sara, texts)
    await until(sara, job, lambda told: told["step"] > 12)
    monkeypatch.setenv("LITTLE_STEP_S", "0.001")
    (trainer,) = trainers()
    trainer.kill()
    done = await until(sara, job, "completed")
    log = (await client.get(f"/api/training/{job['id']}/log", headers=sara)).json()["lines"]
    assert log == ["learning from step 0", "learning from step 10"]
    whole = await until(sara, await begin(sara, texts), "completed")
    assert await _weights(client, sara, done) == await _weights(client, sara, whole)


async def test_one_that_is_killed_again_and_again_says_so_and_can_be_resumed(
    client, sara, texts, worker, begin, until, slow, monkeypatch
) -> None:
    job = await begin(sara, texts)
    for _ in range(2):
        await eventually(trainers)
        await until(sara, job, lambda told: told["step"] > 1)
        for trainer in trainers():
            os.kill(trainer.pid, signal.SIGKILL)
        await eventually(lambda gone=trainer: gone not in trainers())
    failed = await until(sara, job, "failed")
    assert failed["error"]["code"] == "trainer_crashed"
    assert failed["error_message"] == failed["error"]["message"]
    assert trainers() == []
    monkeypatch.setenv("LITTLE_STEP_S", "0.001")
    await _post(client, sara, job, "resume")
    assert (await until(sara, job, "completed"))["error"] is None


async def test_what_the_trainer_says_of_its_failure_is_told(
    client, sara, texts, worker, begin, until
) -> None:
    job = await begin(sara, texts, learning_rate=1.0, max_steps=5000, seed=8)
    # a step that is far too long makes the loss grow without end
    failed = await until(sara, job, lambda told: told["status"] in ("failed", "completed"))
    if failed["status"] == "failed":
        assert failed["error"]["code"] == "training_diverged"


async def test_a_worker_that_goes_leaves_its_training_to_the_next(
    client, sara, texts, begin, until, slow, settings, ask, monkeypatch
) -> None:
    async with working(settings):
        job = await begin(sara, texts)
        await until(sara, job, lambda told: told["step"] > 12)
    assert ask("SELECT status, claim FROM training_jobs") == [("queued", None)]
    await eventually(lambda: not trainers())
    monkeypatch.setenv("LITTLE_STEP_S", "0.001")
    async with working(settings):
        await until(sara, job, "completed")
    log = (await client.get(f"/api/training/{job['id']}/log", headers=sara)).json()["lines"]
    assert len(log) == 2
    assert log[1] not in ("learning from step 0", "learning from step 10")


async def test_a_training_goes_on_while_the_database_is_away(
    client, sara, texts, worker, begin, until, slow, database_url, database
) -> None:
    job = await begin(sara, texts)
    await until(sara, job, lambda told: told["step"] > 2)
    name = database_url.rpartition("/")[2].partition("?")[0]
    with psycopg.connect(database_url.replace(f"/{name}", "/postgres"), autocommit=True) as connection:
        connection.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false".encode())
        try:
            end = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s"
            for _ in range(3):
                connection.execute(end, (name,))
                await asyncio.sleep(1)
            assert len(trainers()) == 1
        finally:
            connection.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true".encode())
    await database.close()
    done = await until(sara, job, "completed")
    rows = (await client.get(f"/api/training/{job['id']}/metrics", headers=sara)).json()["items"]
    assert {10, 20, 30, 40, 50, 60} <= {row["step"] for row in rows}
    log = (await client.get(f"/api/training/{done['id']}/log", headers=sara)).json()["lines"]
    assert log == ["learning from step 0"]  # nobody began again


async def test_runs_that_nobody_owns_are_taken_away(
    client, sara, texts, begin, until, slow, settings, ask
) -> None:
    async with working(settings) as worker:
        job = await begin(sara, texts)
        await until(sara, job, lambda told: told["step"] > 2)
        ask("DELETE FROM users")
        await eventually(lambda: not trainers())
        await eventually(lambda: list(settings.trainings_dir.iterdir()) == [])
        stray = Place(settings.trainings_dir, uuid4())
        (stray.folder / "checkpoints").mkdir(parents=True)
        os.utime(stray.folder, (0, time.time() - 3600))
        await worker.training_workshop().tidy()
    assert list(settings.trainings_dir.iterdir()) == []
