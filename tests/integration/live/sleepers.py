"""Clients that log in and then read nothing more."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

import httpx

UPGRADE = (
    "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: studio\r\nUpgrade: websocket\r\n"
    "Connection: Upgrade\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n"
)


@asynccontextmanager
async def asleep_on_a_websocket(studio: str, token: str) -> AsyncIterator[None]:
    """A websocket whose buffers fill up."""
    loop, where = asyncio.get_running_loop(), urlsplit(studio)
    with socket.socket() as line:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        line.setblocking(False)
        await loop.sock_connect(line, (where.hostname, where.port))
        await loop.sock_sendall(line, UPGRADE.encode())
        await _until(line, b"pingInterval")
        await loop.sock_sendall(line, _frame(f'40{{"token":"{token}"}}'.encode()))
        await _until(line, b"40")
        yield


@asynccontextmanager
async def asleep_between_polls(studio: str, token: str) -> AsyncIterator[None]:
    """A client by HTTP that does not ask again."""
    async with httpx.AsyncClient(base_url=studio) as client:
        poll = "/socket.io/?EIO=4&transport=polling"
        sid = (await client.get(poll)).text.partition('"sid":"')[2].partition('"')[0]
        assert (await client.post(f"{poll}&sid={sid}", content=f'40{{"token":"{token}"}}')).text == "OK"
        yield


async def _until(line: socket.socket, wanted: bytes) -> None:
    seen = b""
    async with asyncio.timeout(20):
        while wanted not in seen:
            seen += await asyncio.get_running_loop().sock_recv(line, 1024)


def _frame(text: bytes) -> bytes:
    """A text message from a client, masked with zeros (RFC 6455, section 5.2)."""
    return bytes([0x81, 0x80 | 126]) + len(text).to_bytes(2, "big") + bytes(4) + text
