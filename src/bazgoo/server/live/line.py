"""One websocket as Socket.IO sees it: nobody waits for a client that does not read, nor reads without end."""

import asyncio
import time

from starlette.types import Message, Receive, Send

SEND_WITHIN_S = 10.0
"""How long a client may take to make room for the next message."""
MESSAGES_PER_S = 20.0
MESSAGES_AT_ONCE = 200.0
"""As many as a page that subscribes to everything it may."""


class Allowance:
    """How many messages a client may still send: some at once, then so many a second."""

    def __init__(self) -> None:
        self._left = MESSAGES_AT_ONCE
        self._counted_at = time.monotonic()

    def take(self) -> bool:
        """Count one message; False when there were too many."""
        now = time.monotonic()
        self._left = min(MESSAGES_AT_ONCE, self._left + (now - self._counted_at) * MESSAGES_PER_S) - 1
        self._counted_at = now
        return self._left >= 0


class Line:
    """The two halves of an ASGI websocket; one that breaks ends both, so that no task waits on it for ever."""

    def __init__(self, receive: Receive, send: Send) -> None:
        self._receive = receive
        self._send = send
        self._reading: asyncio.Task[object] | None = None
        self._broken = False
        self._allowance = Allowance()

    async def receive(self) -> Message:
        """The next message; a client that sends too many is taken for gone."""
        self._reading = asyncio.current_task()
        try:
            message = await self._receive()
        finally:
            self._reading = None
        if message["type"] == "websocket.receive" and not self._allowance.take():
            return {"type": "websocket.disconnect", "code": 1008}
        return message

    async def send(self, message: Message) -> None:
        """Send ``message``; raises ConnectionError when the line is broken, TimeoutError when it breaks now."""
        if self._broken:
            raise ConnectionError
        try:
            async with asyncio.timeout(SEND_WITHIN_S):
                await self._send(message)
        except (Exception, asyncio.CancelledError):
            self._break()
            raise

    def _break(self) -> None:
        self._broken = True
        if self._reading is not None:
            self._reading.cancel()
