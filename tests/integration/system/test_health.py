"""Whether the studio can work."""

import httpx
import numpy as np
import psycopg
import pytest
from numpy.typing import NDArray

from bazgoo import __version__
from bazgoo.engines import EspeakEngine, Voice
from bazgoo.errors import VoiceDamaged
from bazgoo.phonemes import Utterance
from bazgoo.server.database import Database
from bazgoo.server.system.health import Pulse
from bazgoo.settings import Settings
from bazgoo.speech import Speaker
from tests.integration.people import serve, visit


@pytest.mark.parametrize("path", ["/health", "/api/health"])
async def test_a_studio_that_can_work_says_so_to_anyone(client: httpx.AsyncClient, path: str) -> None:
    answer = await client.get(path)
    assert answer.status_code == 200
    health = answer.json()
    troubles = health.pop("troubles")
    assert health == {
        "status": "ok",
        "version": __version__,
        "database": "ok",
        "workers": 0,
        "queue_oldest_s": None,
        "disk": "ok",
        "engines": {},
    }
    assert [(trouble["code"], trouble["down"]) for trouble in troubles] == [("no_worker", False)]


async def test_workers_that_gave_a_sign_of_life_are_counted(
    client: httpx.AsyncClient, database_url: str
) -> None:
    with psycopg.connect(database_url) as connection:
        connection.execute("INSERT INTO procrastinate_workers DEFAULT VALUES")
        connection.execute(
            "INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - interval '10 minutes')"
        )
    assert (await client.get("/health")).json()["workers"] == 1


@pytest.mark.parametrize("path", ["/health", "/api/health"])
async def test_a_database_that_is_gone_is_named_with_a_503(settings: Settings, path: str) -> None:
    # port 9 is "discard": nobody listens
    nowhere = Database("postgresql://nobody@127.0.0.1:9/nothing")
    async with visit(nowhere, settings) as client:
        answer = await client.get(path)
    assert answer.status_code == 503
    health = answer.json()
    assert (health["status"], health["database"], health["workers"]) == ("down", "down", None)
    assert [(trouble["code"], trouble["down"]) for trouble in health["troubles"]] == [
        ("database_unavailable", True)
    ]


async def test_without_a_database_a_request_is_told_to_come_back(settings: Settings) -> None:
    nowhere = Database("postgresql://nobody@127.0.0.1:9/nothing")
    async with visit(nowhere, settings) as client:
        answer = await client.post("/api/auth/login", json={"email": "sara@example.org", "password": "x"})
    assert (answer.status_code, answer.json()["code"]) == (503, "database_unavailable")
    assert "127.0.0.1" not in answer.text


async def test_work_that_no_worker_comes_to_is_told_with_how_long_it_has_waited(
    client: httpx.AsyncClient, database_url: str
) -> None:
    with psycopg.connect(database_url) as connection:
        waits = """INSERT INTO procrastinate_jobs (queue_name, task_name, scheduled_at)
                   VALUES ('q', 't', now() + %s::interval) RETURNING id"""
        job = connection.execute(waits, [None]).fetchone()
        connection.execute(waits, ["1 hour"])  # it may not begin yet
        connection.execute(
            "UPDATE procrastinate_events SET at = now() - interval '10 minutes' WHERE job_id = %s", job
        )
    persian, english = (
        await client.get("/health"),
        await client.get("/health", headers={"Accept-Language": "en"}),
    )
    assert persian.status_code == 200
    assert 600 <= persian.json()["queue_oldest_s"] < 1200
    told = [
        next(each for each in answer.json()["troubles"] if each["part"] == "queue")
        for answer in (persian, english)
    ]
    assert [trouble["code"] for trouble in told] == ["queue_waiting"] * 2
    assert "۱۰ دقیقه" in told[0]["detail"]
    assert "10 minutes" in told[1]["detail"]


class Broken(EspeakEngine):
    """An engine whose files have been damaged."""

    broken = True

    def synthesize(self, utterance: Utterance, voice: Voice, speed: float) -> NDArray[np.float32]:
        if self.broken:
            raise VoiceDamaged(voice=voice.id, reason_fa="x", reason_en="x")
        return super().synthesize(utterance, voice, speed)


async def test_an_engine_that_failed_is_told_until_it_speaks_again(
    database: Database, settings: Settings
) -> None:
    engine = Broken()
    public = settings.model_copy(update={"public_speech": True})
    async with (
        serve(database, public, Speaker([engine])) as address,
        httpx.AsyncClient(base_url=address, trust_env=False) as client,
    ):
        empty = await client.post("/api/speech", json={"text": "🙂"})
        assert (empty.status_code, await _engines(client)) == (422, {"espeak": "ok"})
        assert (await client.post("/api/speech", json={"text": "سلام"})).is_error
        assert await _engines(client) == {"espeak": "failing"}
        engine.broken = False
        assert (await client.post("/api/speech", json={"text": "سلام"})).is_success
        assert await _engines(client) == {"espeak": "ok"}


async def _engines(client: httpx.AsyncClient) -> dict[str, str]:
    answer = await client.get("/health")
    assert answer.status_code == 200
    engines: dict[str, str] = answer.json()["engines"]
    failing = [trouble for trouble in answer.json()["troubles"] if trouble["code"] == "engine_failing"]
    assert len(failing) == list(engines.values()).count("failing")
    return engines


async def test_a_studio_that_nobody_can_speak_in_is_down(database: Database, settings: Settings) -> None:
    async with (
        serve(database, settings, Speaker([])) as address,
        httpx.AsyncClient(base_url=address, trust_env=False) as client,
    ):
        answer = await client.get("/health")
    assert (answer.status_code, answer.json()["status"]) == (503, "down")
    assert answer.json()["troubles"][0]["code"] == "no_voice"


@pytest.mark.parametrize(
    ("free_bytes", "disk"), [(5_000_000_000, "ok"), (1_999_999_999, "low"), (1_000_000, "full")]
)
def test_a_disk_that_fills_up_is_told_before_it_is_full_and_does_not_bring_the_studio_down(
    free_bytes: int, disk: str
) -> None:
    pulse = Pulse(workers=1, queue_oldest_s=None, free_bytes=free_bytes, engines={"espeak": "ok"})
    assert (pulse.disk, pulse.is_down) == (disk, False)
    assert [error.code for _, error, _ in pulse.troubles()] == ([] if disk == "ok" else ["disk_low"])
