"""How slowly a client may send: a connection, a folder or a place in the line is not held by a trickle."""

import asyncio
from typing import TYPE_CHECKING, Any

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from uvicorn.protocols.http.auto import AutoHTTPProtocol

HEADERS_WITHIN_S = 20.0
"""How long a client may take for a request's headers, and for what is left of a body that was refused."""
GRACE_S = 30.0
"""How long a body may be waited for, whatever its size."""
LEAST_BYTES_PER_S = 2_000.0
"""The pace that a body must keep on average: a bad mobile line keeps it."""
LONGEST_S = 24 * 3600.0
"""How long the largest body may be waited for."""


class BodyPace:
    """Ends a request whose body comes more slowly than ``LEAST_BYTES_PER_S``.

    Only the time in which we wait for the client counts, not the time that our own disk takes.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, minding the pace of its body."""
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        clock, waited_s, received, whole = asyncio.get_running_loop().time, 0.0, 0, False

        async def paced() -> Message:
            nonlocal waited_s, received, whole
            if whole:  # from now on it is only asked whether the client is still there
                return await receive()
            since = clock()
            try:
                async with asyncio.timeout(_patience_s(received) - waited_s):
                    message = await receive()
            except TimeoutError:
                # an HTTPException is what the framework lets through while it reads a body
                raise HTTPException(408) from None
            waited_s += clock() - since
            received += len(message.get("body", b""))
            whole = not message.get("more_body", False)
            return message

        return await self.app(scope, paced, send)


def _patience_s(received: int) -> float:
    """How long a body may have been waited for when so many bytes of it have come."""
    return min(LONGEST_S, GRACE_S + received / LEAST_BYTES_PER_S)


if TYPE_CHECKING:
    from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol as _Protocol
else:
    _Protocol = AutoHTTPProtocol


class PatientProtocol(_Protocol):
    """uvicorn's HTTP, which by itself waits for headers for as long as a client likes.

    It looks now and then; a connection that has begun no request since the last look is closed.
    """

    headers_within_s = HEADERS_WITHIN_S

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to look."""
        super().connection_made(transport)
        self._last: object = None
        self._look_again()

    def connection_lost(self, exc: Exception | None) -> None:
        """Look no more."""
        self._looking.cancel()
        super().connection_lost(exc)

    def handle_websocket_upgrade(self, *event: Any) -> None:
        """Leave the connection to whoever speaks over it now."""
        self._looking.cancel()
        super().handle_websocket_upgrade(*event)

    def _look_again(self) -> None:
        self._looking = self.loop.call_later(self.headers_within_s, self._look)

    def _look(self) -> None:
        cycle = self.cycle
        busy = cycle is not None and not cycle.response_complete
        if not busy and cycle is self._last and not self.transport.is_closing():
            self.transport.close()
            return
        self._last = None if busy else cycle
        self._look_again()
