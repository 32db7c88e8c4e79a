"""The web server of the studio, in the process that looks after everything else."""

import asyncio
import socket
from collections.abc import Callable, Coroutine, Iterator, Sequence
from contextlib import contextmanager, suppress

import uvicorn

from bazgoo.server.app import create_app
from bazgoo.server.database import Database
from bazgoo.server.live.door import MOST_BYTES
from bazgoo.server.pace import PatientProtocol
from bazgoo.settings import Settings
from bazgoo.speech import open_speaker

LAST_REQUESTS_S = 3
"""How long requests in hand may take to end when the studio is stopped."""
LAST_WORDS_S = 6.0
"""How long open lines are kept for a request that may be on its way; longer than uvicorn keeps an idle one."""

Keeper = Callable[[], Coroutine[None, None, None]]
"""Looks after a process until it is cancelled."""


class WebServer(uvicorn.Server):
    """The application on one listening socket; ``announce`` is called once it answers."""

    def __init__(
        self, settings: Settings, address: str, announce: Callable[[], None], drain_s: int | None = None
    ) -> None:
        self._drains = drain_s is not None
        self._database = Database(address)
        self._announce = announce
        speaker = open_speaker(settings.models_dir, cache_bytes=settings.speech_cache_mb * 2**20)
        app = create_app(settings, self._database, speaker)
        self._live = app.state.live
        if self._drains and settings.web_processes > 1:
            self._live.take_websockets_alone()
        config = uvicorn.Config(
            app,
            log_config=None,
            access_log=False,
            server_header=False,
            http=PatientProtocol,
            forwarded_allow_ips=settings.forwarded_allow_ips,
            timeout_graceful_shutdown=LAST_REQUESTS_S if drain_s is None else drain_s,
            # Socket.IO has pings of its own, and small messages that a window of 300 kB for each client
            # would make little smaller
            ws="wsproto",
            ws_ping_interval=None,
            ws_per_message_deflate=False,
            ws_max_size=MOST_BYTES,
        )
        super().__init__(config)

    def serve_on(self, listener: socket.socket, keepers: Sequence[Keeper]) -> None:
        """Serve until ``stop``, with ``keepers`` running beside."""
        with asyncio.Runner(loop_factory=self.config.get_loop_factory()) as runner:
            runner.run(self._serve_beside(listener, keepers))

    async def _serve_beside(self, listener: socket.socket, keepers: Sequence[Keeper]) -> None:
        async with asyncio.TaskGroup() as group:
            beside = [group.create_task(keep()) for keep in keepers]
            await self.serve(sockets=[listener])
            for task in beside:
                task.cancel()
        await self._database.close()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer, and say so."""
        await super().startup(sockets)
        self._announce()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End the live connections, which would not end by themselves, and then wait for the requests."""
        await self._live.hang_up()
        if self._drains:
            await self._part()
        await super().shutdown(sockets)

    async def _part(self) -> None:
        """Leave new connections to others, and answer what comes on the open ones, as the last on each.

        To close them at once would lose the request of whoever has just connected, or thinks their line open.
        """
        for server in self.servers:
            server.close()
        self.server_state.default_headers.append((b"connection", b"close"))
        with suppress(TimeoutError):
            async with asyncio.timeout(LAST_WORDS_S):
                while self.server_state.connections:  # noqa: ASYNC110 - uvicorn tells nobody
                    await asyncio.sleep(0.05)

    def stop(self) -> None:
        """Take no more requests, and end when those in hand have."""
        self.should_exit = True

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave the signals to the studio."""
        yield
