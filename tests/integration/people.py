"""People who use the studio in tests: an application over a real database, and clients that log in."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
import uvicorn

from bazgoo.server.app import create_app
from bazgoo.server.database import Database
from bazgoo.settings import Settings
from bazgoo.speech import Speaker

PASSWORD = "یک گذرواژه ۱۲۳"


@asynccontextmanager
async def visit(
    database: Database, settings: Settings, address: str = "203.0.113.7"
) -> AsyncIterator[httpx.AsyncClient]:
    """A client of a new application over ``database``, coming from ``address``."""
    transport = httpx.ASGITransport(create_app(settings, database), client=(address, 50_000))
    async with httpx.AsyncClient(transport=transport, base_url="http://studio.test") as client:
        yield client


@asynccontextmanager
async def serve(database: Database, settings: Settings, speaker: Speaker) -> AsyncIterator[str]:
    """The address of a studio on a real socket."""
    config = uvicorn.Config(create_app(settings, database, speaker), log_config=None, server_header=False)
    server = uvicorn.Server(config)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        serving = asyncio.create_task(server.serve(sockets=[listener]))
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            await serving


async def register(client: httpx.AsyncClient, name: str) -> dict[str, Any]:
    """A new account, logged in."""
    account = {"email": f"{name}@example.org", "username": name, "password": PASSWORD}
    response = await client.post("/api/auth/register", json=account)
    assert response.status_code == 201, response.text
    return response.json()


async def log_in(client: httpx.AsyncClient, name: str, password: str = PASSWORD) -> httpx.Response:
    """An attempt to log in."""
    return await client.post("/api/auth/login", json={"email": f"{name}@example.org", "password": password})


def bearer(login: dict[str, Any] | str) -> dict[str, str]:
    """The header of a login, or of a token or key."""
    token = login if isinstance(login, str) else login["access_token"]
    return {"Authorization": f"Bearer {token}"}
