"""The web server of the studio, in the process that looks after everything else."""

import asyncio
import socket
from collections.abc import Callable, Coroutine, Iterator, Sequence
from contextlib import contextmanager

import uvicorn

from bazgoo.server.app import create_app
from bazgoo.server.database import Database
from bazgoo.server.live.door import MOST_BYTES
from bazgoo.settings import Settings
from bazgoo.speech import open_speaker

LAST_REQUESTS_S = 3
"""How long requests in hand may take to end when the studio is stopped."""

Keeper = Callable[[], Coroutine[None, None, None]]
"""Looks after a process until it is cancelled."""


class WebServer(uvicorn.Server):
    """The application on one listening socket; ``announce`` is called once it answers."""

    def __init__(self, settings: Settings, address: str, announce: Callable[[], None]) -> None:
        self._database = Database(address)
        self._announce = announce
        speaker = open_speaker(settings.models_dir, cache_bytes=settings.speech_cache_mb * 2**20)
        app = create_app(settings, self._database, speaker)
        self._live = app.state.live
        config = uvicorn.Config(
            app,
            log_config=None,
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=LAST_REQUESTS_S,
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
        await super().shutdown(sockets)

    def stop(self) -> None:
        """Take no more requests, and end when those in hand have."""
        self.should_exit = True

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave the signals to the studio."""
        yield
