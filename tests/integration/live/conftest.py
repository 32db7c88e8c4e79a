"""A studio whose live events are watched over real sockets."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from bazgoo.server import app
from bazgoo.server.database import Database
from bazgoo.settings import Settings
from tests.integration.live.watching import Downloads, make_person, serve, snapshot


@pytest.fixture(autouse=True)
def _downloads_have_snapshots(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(app.SNAPSHOTS, "download", snapshot)


@pytest.fixture
async def downloads(database: Database) -> Downloads:
    """Downloads to watch."""
    downloads = Downloads(database)
    await downloads.prepare()
    return downloads


@pytest.fixture
async def studio(settings: Settings, database_url: str) -> AsyncIterator[str]:
    """The address of a running web server."""
    async with serve(settings, database_url) as address:
        yield address


@pytest.fixture
async def sara(studio: str) -> dict[str, Any]:
    """Someone with an account, logged in."""
    return await make_person(studio, "sara")
