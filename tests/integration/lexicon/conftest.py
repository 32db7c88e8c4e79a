"""A studio over a real database that also speaks."""

from collections.abc import AsyncIterator

import httpx
import pytest

from bazgoo.engines import EspeakEngine
from bazgoo.server.app import create_app
from bazgoo.server.database import Database
from bazgoo.settings import Settings
from bazgoo.speech import Speaker


@pytest.fixture
async def client(database: Database, settings: Settings) -> AsyncIterator[httpx.AsyncClient]:
    """A client of a studio that nobody has used yet."""
    app = create_app(settings, database, Speaker([EspeakEngine()]))
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app, client=("203.0.113.7", 50_000)), base_url="http://studio.test"
    ) as client:
        yield client
    app.state.speech_pool.close()
