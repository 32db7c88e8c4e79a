"""Clients that send a little now and then hold nothing for long."""

import asyncio
import base64
from collections.abc import AsyncIterator

import httpx
import pytest
import uvicorn

from bazgoo.server import pace
from bazgoo.server.app import create_app
from tests.integration.people import bearer, register

Line = tuple[asyncio.StreamReader, asyncio.StreamWriter]
SOON_S = 0.3


@pytest.fixture
async def studio(database, settings, monkeypatch) -> AsyncIterator[tuple[str, int]]:
    """Where a studio listens that loses patience soon."""
    monkeypatch.setattr(pace, "GRACE_S", SOON_S)
    monkeypatch.setattr(pace.PatientProtocol, "headers_within_s", SOON_S)
    config = uvicorn.Config(
        create_app(settings, database), log_config=None, http=pace.PatientProtocol, ws="wsproto", port=0
    )
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server.serve())
    try:
        while not server.started:  # noqa: ASYNC110  uvicorn has no event for it
            await asyncio.sleep(0.01)
        yield server.servers[0].sockets[0].getsockname()
    finally:
        server.should_exit = True
        await serving


async def _trickle(line: Line, written: bytes) -> bytes:
    """What the studio answers, until it closes, to whoever sends a few bytes one after the other and never ends."""
    reader, writer = line
    writer.write(written)
    for _ in range(3):
        await asyncio.sleep(SOON_S / 10)
        writer.write(b"x")
    try:
        async with asyncio.timeout(60):
            return await reader.read()
    finally:
        writer.close()


async def test_headers_that_never_end_end_the_connection(studio) -> None:
    line = await asyncio.open_connection(*studio)
    assert await _trickle(line, b"GET /health HTTP/1.1\r\nHost: studio\r\nX-Slow: ") == b""


async def test_a_connection_that_says_nothing_is_closed(studio) -> None:
    reader, writer = await asyncio.open_connection(*studio)
    async with asyncio.timeout(60):
        assert await reader.read() == b""
    writer.close()


async def test_a_connection_that_has_been_answered_is_closed_too(studio) -> None:
    line = await asyncio.open_connection(*studio)
    answer = await _trickle(line, b"GET /api/nothing HTTP/1.1\r\nHost: studio\r\n\r\nGET /slow")
    assert answer.startswith(b"HTTP/1.1 404")


async def test_a_body_that_trickles_is_refused(studio) -> None:
    line = await asyncio.open_connection(*studio)
    answer = await _trickle(
        line,
        b"POST /api/auth/login HTTP/1.1\r\nHost: studio\r\nContent-Type: application/json\r\n"
        b"Content-Length: 100000\r\n\r\n",
    )
    assert answer.startswith(b"HTTP/1.1 408")
    assert b'"code":"request_too_slow"' in answer
    assert b"connection: close" in answer.lower()


async def test_an_upload_that_trickles_leaves_nothing_on_the_disk(studio, settings) -> None:
    host, port = studio
    async with httpx.AsyncClient(base_url=f"http://{host}:{port}") as client:
        token = bearer(await register(client, "sara"))["Authorization"].encode()
    head = (
        b"POST /api/datasets HTTP/1.1\r\nHost: studio\r\nAuthorization: " + token + b"\r\n"
        b"Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 1000000\r\n\r\n"
        b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.zip"\r\n\r\n'
    )
    assert (await _trickle(await asyncio.open_connection(host, port), head)).startswith(b"HTTP/1.1 408")
    assert list((settings.data_dir / "uploads").iterdir()) == []


async def test_a_body_that_keeps_the_pace_may_take_its_time(studio, monkeypatch) -> None:
    monkeypatch.setattr(pace, "LEAST_BYTES_PER_S", 1)  # each byte buys a second
    host, port = studio

    async def pieces() -> AsyncIterator[bytes]:
        yield b'{"email": "sara@example.org", "username": "sara",' + b" " * 200
        for _ in range(4):
            await asyncio.sleep(SOON_S / 2)
            yield b" " * 200
        yield b'"password": "not too short"}'

    async with httpx.AsyncClient(base_url=f"http://{host}:{port}", timeout=60) as client:
        answer = await client.post(
            "/api/auth/register", content=pieces(), headers={"Content-Type": "application/json"}
        )
    assert answer.status_code == 201


async def test_a_websocket_is_left_alone(studio) -> None:
    reader, writer = await asyncio.open_connection(*studio)
    key = base64.b64encode(b"sixteen bytes ok").decode()
    writer.write(
        f"GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: studio\r\nConnection: Upgrade\r\n"
        f"Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {key}\r\n\r\n".encode()
    )
    assert (await reader.readuntil(b"\r\n\r\n")).startswith(b"HTTP/1.1 101")
    assert b'"sid"' in await reader.read(1000)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(4 * SOON_S):
            await reader.read()
    writer.close()
