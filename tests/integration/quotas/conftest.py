"""A studio over a real database that also speaks."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import httpx
import pytest

from bazgoo.engines import EspeakEngine
from bazgoo.server.app import create_app
from bazgoo.server.database import Database
from bazgoo.settings import Settings
from bazgoo.speech import Speaker
from tests.integration.people import bearer, register


@pytest.fixture
async def client(database: Database, settings: Settings) -> AsyncIterator[httpx.AsyncClient]:
    """A client of a studio that nobody has used yet."""
    app = create_app(settings, database, Speaker([EspeakEngine()]))
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app, client=("203.0.113.7", 50_000)), base_url="http://studio.test"
    ) as client:
        yield client
    app.state.speech_pool.close()


@pytest.fixture
async def sara(client: httpx.AsyncClient) -> dict[str, Any]:
    """The admin, logged in."""
    return await register(client, "sara")


@pytest.fixture
async def reza(client: httpx.AsyncClient, sara: dict[str, Any]) -> dict[str, Any]:
    """Another person, logged in."""
    return await register(client, "reza")


@pytest.fixture
def allow(client: httpx.AsyncClient, sara: dict[str, Any]) -> Callable[..., Awaitable[dict[str, Any]]]:
    """Lets the admin allow a person something: `await allow(reza, characters_per_day=20)`."""

    async def change(person: dict[str, Any], **quota: int | None) -> dict[str, Any]:
        where = f"/api/admin/users/{person['user']['id']}/quota"
        answer = await client.put(where, headers=bearer(sara), json=quota)
        assert answer.status_code == 200, answer.text
        return answer.json()

    return change


@pytest.fixture
def used(client: httpx.AsyncClient) -> Callable[..., Awaitable[dict[str, Any]]]:
    """What a person has used, once ``until`` holds of it: `await used(reza, lambda told: told["characters_today"])`."""

    async def wait(person: dict[str, Any], until: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
        async with asyncio.timeout(30):
            while True:
                told = (await client.get("/api/system/status", headers=bearer(person))).json()
                if until(told["own"]["quota"]["used"]):
                    return told["own"]["quota"]["used"]
                await asyncio.sleep(0.02)

    return wait
