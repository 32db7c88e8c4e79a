"""How the installation is doing."""

import re

import httpx
import psycopg
import pytest
from pydantic import SecretStr

from bazgoo.engines import EspeakEngine
from bazgoo.server.database import Database
from bazgoo.settings import Settings
from bazgoo.speech import Speaker
from tests.integration.people import bearer, log_in, register, serve, visit


async def test_an_admin_sees_the_whole_machine(client: httpx.AsyncClient, settings: Settings) -> None:
    (settings.models_dir / "voice").mkdir(parents=True)
    (settings.models_dir / "voice" / "voice.onnx").write_bytes(b"x" * 5000)
    status = await client.get("/api/system/status", headers=bearer(await register(client, "sara")))
    machine = status.json()
    assert machine["cpu"]["cores"] >= 1
    assert machine["memory"]["total_bytes"] > machine["memory"]["process_bytes"] > 0
    assert machine["disk"]["total_bytes"] >= machine["disk"]["free_bytes"] > 0
    assert (machine["disk"]["models_bytes"], machine["disk"]["datasets_bytes"]) == (5000, 0)
    assert machine["database"]["size"] == 20
    assert machine["queue"] == {"waiting": 0, "running": 0}
    assert machine["workers"] == 0
    assert machine["users"] == 1


async def test_a_user_sees_what_is_theirs_alone(client: httpx.AsyncClient) -> None:
    admin = bearer(await register(client, "sara"))
    await client.post("/api/auth/keys", headers=admin, json={"name": "k"})
    status = (await client.get("/api/system/status", headers=bearer(await register(client, "reza")))).json()
    assert "cpu" not in status
    assert (status["own"]["logins"], status["own"]["api_keys"], status["own"]["datasets"]) == (1, 0, 0)
    assert status["uptime_s"] >= 0
    assert {"python", "postgresql", "fastapi"} <= set(status["versions"])


async def test_a_stranger_sees_nothing(client: httpx.AsyncClient) -> None:
    assert (await client.get("/api/system/status")).status_code == 401
    assert (await client.get("/metrics")).status_code == 401


async def test_an_admin_or_their_key_reads_the_measurements(client: httpx.AsyncClient) -> None:
    admin, user = bearer(await register(client, "sara")), bearer(await register(client, "reza"))
    key = (await client.post("/api/auth/keys", headers=admin, json={"name": "monitor"})).json()["key"]
    for headers in (admin, bearer(key)):
        answer = await client.get("/metrics", headers=headers)
        assert answer.headers["Content-Type"].startswith("text/plain")
        counted = 'bazgoo_requests_total{method="POST",route="/api/auth/register",status="201"} 2.0'
        assert counted in answer.text
        assert "bazgoo_database_pool_size" in answer.text
    assert (await client.get("/metrics", headers=user)).json()["code"] == "admin_only"


async def test_a_monitor_reads_them_with_its_token(database: Database, settings: Settings) -> None:
    watched = settings.model_copy(update={"metrics_token": SecretStr("a token for the monitor")})
    async with visit(database, watched) as client:
        assert (await client.get("/metrics", headers=bearer("a token for the monitor"))).status_code == 200
        assert (await client.get("/metrics", headers=bearer("another"))).status_code == 401
        assert (
            await client.get("/api/auth/me", headers=bearer("a token for the monitor"))
        ).status_code == 401


async def test_speech_and_what_is_kept_of_it_are_measured(database: Database, settings: Settings) -> None:
    watched = settings.model_copy(update={"metrics_token": SecretStr("watch"), "public_speech": True})
    async with (
        serve(database, watched, Speaker([EspeakEngine()])) as address,
        httpx.AsyncClient(base_url=address, trust_env=False) as client,
    ):
        for _ in range(2):
            spoken = await client.post("/api/speech", json={"text": "سلام دنیا.", "stream": False})
            assert spoken.status_code == 200
        measured = (await client.get("/metrics", headers=bearer("watch"))).text
    assert 'bazgoo_speech_cache_sounds{outcome="held"} 1.0' in measured
    assert 'bazgoo_speech_cache_sounds{outcome="made"} 1.0' in measured
    seconds = re.search(r'bazgoo_speech_seconds_total\{voice="espeak-fa"\} (\S+)', measured)
    assert seconds
    assert float(seconds[1]) == pytest.approx(2 * (len(spoken.content) - 44) / 2 / 22_050, rel=0.01)
    assert "bazgoo_speech_first_sound_seconds_count" in measured
    assert 'bazgoo_engine_voices{engine="espeak"}' in measured
    assert 'bazgoo_engine_failing{engine="espeak"} 0.0' in measured


async def test_the_work_of_the_whole_installation_is_measured(
    client: httpx.AsyncClient, database_url: str
) -> None:
    admin = bearer(await register(client, "sara"))
    await log_in(client, "sara", "wrong")
    with psycopg.connect(database_url) as connection:
        connection.execute("INSERT INTO procrastinate_workers DEFAULT VALUES")
        connection.execute("INSERT INTO procrastinate_jobs (queue_name, task_name) VALUES ('downloads', 't')")
        connection.execute(
            "INSERT INTO download_queue (user_id, status, speed_bps) SELECT id, 'downloading', 5000 FROM users"
        )
    measured = (await client.get("/metrics", headers=admin)).text
    for line in (
        "bazgoo_healthy 1.0",
        "bazgoo_database_up 1.0",
        "bazgoo_workers 1.0",
        'bazgoo_queue_jobs{queue="downloads",status="todo"} 1.0',
        'bazgoo_downloads{status="downloading"} 1.0',
        'bazgoo_downloads{status="failed"} 0.0',
        "bazgoo_download_bytes_per_second 5000.0",
        'bazgoo_trainings{status="running"} 0.0',
        'bazgoo_users{role="admin"} 1.0',
        'bazgoo_logins_total{outcome="refused"} 1.0',
        'bazgoo_errors_total{code="invalid_credentials"} 1.0',
    ):
        assert line in measured.splitlines()
    assert 'bazgoo_disk_bytes{space="free"}' in measured


async def test_without_a_database_the_rest_is_still_measured(settings: Settings) -> None:
    watched = settings.model_copy(update={"metrics_token": SecretStr("watch")})
    async with visit(Database("postgresql://nobody@127.0.0.1:9/nothing"), watched) as client:
        answer = await client.get("/metrics", headers=bearer("watch"))
    assert answer.status_code == 200
    assert {
        "bazgoo_database_up 0.0",
        "bazgoo_healthy 0.0",
        'bazgoo_trouble{code="database_unavailable",part="database"} 1.0',
    } <= set(answer.text.splitlines())
