"""Clients of Socket.IO that cost next to nothing, so that what is measured is the server."""

import asyncio
import re
import time
from typing import cast

_UPGRADE = (
    "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\n"
    "Connection: Upgrade\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n"
)
_SEQ = re.compile(rb'"seq":(\d+)')
CONNECTED_WITHIN_S = 60.0


class Watcher(asyncio.Protocol):
    """One websocket (RFC 6455) that notes when each numbered event came."""

    def __init__(self, port: int, token: str, last_seq: int) -> None:
        self.heard: dict[int, float] = {}
        self.heard_last = asyncio.Event()
        self.connected = asyncio.Event()
        self.gone = False
        self._port = port
        self._token = token
        self._last_seq = last_seq
        self._upgraded = False
        self._waiting = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ask for a websocket."""
        self._transport = cast(asyncio.Transport, transport)
        self._transport.write(_UPGRADE.format(port=self._port).encode())

    def connection_lost(self, _error: Exception | None) -> None:
        """Note that the server has let go."""
        self.gone = True

    def data_received(self, data: bytes) -> None:
        """Take whole messages out of what came."""
        now = time.perf_counter()
        self._waiting += data
        if not self._upgraded:
            head, end, self._waiting = self._waiting.partition(b"\r\n\r\n")
            self._upgraded = bool(end)
            if not end:
                self._waiting = head
                return
        while (message := self._next()) is not None:
            self._take(message, now)

    def _next(self) -> bytes | None:
        """The next message; a server's are short and unmasked."""
        if len(self._waiting) < 4:
            return None
        length, begin = self._waiting[1], 2
        if length == 126:
            length, begin = int.from_bytes(self._waiting[2:4], "big"), 4
        if len(self._waiting) < begin + length:
            return None
        message, self._waiting = self._waiting[begin : begin + length], self._waiting[begin + length :]
        return message

    def _take(self, message: bytes, now: float) -> None:
        if message.startswith(b"42"):
            if found := _SEQ.search(message):
                self._note(int(found[1]), now)
        elif message.startswith(b"0"):
            self._send(f'40{{"token":"{self._token}"}}')
        elif message.startswith(b"40"):
            self.connected.set()
        elif message == b"2":
            self._send("3")

    def _note(self, seq: int, now: float) -> None:
        self.heard[seq] = now
        if seq == self._last_seq:
            self.heard_last.set()

    def _send(self, text: str) -> None:
        """A message, masked with zeros as a client may."""
        body = text.encode()
        length = bytes([0x80 | len(body)]) if len(body) < 126 else b"\xfe" + len(body).to_bytes(2, "big")
        self._transport.write(b"\x81" + length + bytes(4) + body)

    def close(self) -> None:
        """Leave."""
        self._transport.abort()


async def connect(port: int, token: str, last_seq: int, turns: asyncio.Semaphore) -> Watcher:
    """A client that is let in at ``port``; raises TimeoutError when it is not."""
    watcher = Watcher(port, token, last_seq)
    async with turns, asyncio.timeout(CONNECTED_WITHIN_S):
        await asyncio.get_running_loop().create_connection(lambda: watcher, "127.0.0.1", port)
        await watcher.connected.wait()
    return watcher
