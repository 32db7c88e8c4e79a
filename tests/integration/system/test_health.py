"""Whether the studio can work."""

import httpx
import psycopg
import pytest

from bazgoo import __version__
from bazgoo.server.database import Database
from bazgoo.settings import Settings
from tests.integration.people import visit


@pytest.mark.parametrize("path", ["/health", "/api/health"])
async def test_a_studio_that_can_work_says_so_to_anyone(client: httpx.AsyncClient, path: str) -> None:
    answer = await client.get(path)
    assert answer.status_code == 200
    assert answer.json() == {"status": "ok", "version": __version__, "database": "ok", "workers": 0}


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
    assert answer.json() == {"status": "down", "version": __version__, "database": "down", "workers": None}


async def test_without_a_database_a_request_is_told_to_come_back(settings: Settings) -> None:
    nowhere = Database("postgresql://nobody@127.0.0.1:9/nothing")
    async with visit(nowhere, settings) as client:
        answer = await client.post("/api/auth/login", json={"email": "sara@example.org", "password": "x"})
    assert (answer.status_code, answer.json()["code"]) == (503, "database_unavailable")
    assert "127.0.0.1" not in answer.text
