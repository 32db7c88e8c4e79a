"""`bazgoo web`: web servers as processes on one socket, any of which is replaced without a request being lost."""

import asyncio
import logging
import os
import signal
import socket
import sys
import time
from asyncio.subprocess import PIPE, Process
from collections.abc import Callable
from contextlib import suppress

from bazgoo.server import addresses, systemd
from bazgoo.server.data_dir import check_data_dir
from bazgoo.server.journal import configure_logging
from bazgoo.server.listener import open_listener
from bazgoo.server.migrations import migrate
from bazgoo.server.presence import Presence
from bazgoo.settings import Settings

logger = logging.getLogger(__name__)

STARTS_WITHIN_S = 60.0
"""How long a web process may take until it answers."""
ENDS_WITHIN_S = 15.0
"""How much longer than its requests a web process may take to end before it is killed."""
LOOKS_EVERY_S = 0.5


def serve(settings: Settings, announce: Callable[[str], None]) -> None:
    """Run the web servers until told to stop; ``announce`` is given their address once all answer.

    Raises PortBusy, DataDirUnwritable, DiskFull, SettingInvalid and what the database raises.
    """
    configure_logging(settings.log_level)
    check_data_dir(settings.data_dir)
    with open_listener(settings.host, settings.port) as listener:
        migrate(addresses.running(settings))
        relay = Relay(settings, listener)
        asyncio.run(relay.run(lambda: announce(Presence.here(settings).address)))


class Relay:
    """Web processes that share ``listener``; while one takes over from another, connections wait in its queue."""

    def __init__(self, settings: Settings, listener: socket.socket) -> None:
        self._listener = listener
        self._count = settings.web_processes
        self._ends_within_s = settings.drain_s + ENDS_WITHIN_S
        command = [sys.executable, "-m", "bazgoo.server.web_process"]
        self._command = [*command, str(listener.fileno())]
        self._environment = {**os.environ, "BAZGOO_DATA_DIR": str(settings.data_dir)}
        self._environment["BAZGOO_WEB_PROCESSES"] = str(self._count)
        self._serving: list[Process] = []
        self._alive: dict[Process, asyncio.Task[None]] = {}
        self._replacing = asyncio.Event()

    async def run(self, announce: Callable[[], None]) -> None:
        """Serve until SIGTERM or SIGINT; SIGHUP puts new processes in the place of all."""
        loop, keeping = asyncio.get_running_loop(), asyncio.create_task(self._keep(announce))
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, keeping.cancel)
        # a terminal that is closed sends the same signal, and there it means the end
        loop.add_signal_handler(signal.SIGHUP, keeping.cancel if sys.stdin.isatty() else self._replacing.set)
        try:
            with suppress(asyncio.CancelledError):
                await keeping
        finally:
            systemd.tell("STOPPING=1")
            self._listener.close()  # unless systemd keeps it, nobody shall wait in it
            await self._end_all()

    async def _keep(self, announce: Callable[[], None]) -> None:
        while len(self._serving) < self._count:
            self._serving.append(await self._begin())
        announce()
        systemd.tell("READY=1")
        while True:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._replacing.wait(), LOOKS_EVERY_S)
            try:
                await (self._replace() if self._replacing.is_set() else self._revive())
            except NotAnsweringError:
                logger.error("A new web process did not start; those that serve go on")
                await asyncio.sleep(1.0)

    async def _replace(self) -> None:
        """Put a new process in the place of each, one after another; each goes when its successor answers."""
        self._replacing.clear()
        systemd.tell(f"RELOADING=1\nMONOTONIC_USEC={time.monotonic_ns() // 1000}")
        try:
            for place, old in enumerate(self._serving):
                self._serving[place] = await self._begin()
                self._end(old)
        finally:
            systemd.tell("READY=1")

    async def _revive(self) -> None:
        for place, process in enumerate(self._serving):
            if process.returncode is not None:
                logger.warning("A web process ended with status %s; starting another", process.returncode)
                self._serving[place] = await self._begin()

    async def _begin(self) -> Process:
        """A process that answers; raises NotAnsweringError when it ended instead, having said why."""
        process = await asyncio.create_subprocess_exec(
            *self._command,
            stdin=PIPE,  # its end tells it that we are gone
            stdout=PIPE,
            env=self._environment,
            pass_fds=(self._listener.fileno(),),
            process_group=0,  # Ctrl-C in a terminal is for us
        )
        self._alive[process] = asyncio.create_task(self._see_off(process))
        assert process.stdout is not None
        with suppress(TimeoutError):
            if await asyncio.wait_for(process.stdout.readline(), STARTS_WITHIN_S):
                return process
        self._end(process)
        raise NotAnsweringError

    async def _see_off(self, process: Process) -> None:
        await process.wait()
        del self._alive[process]

    def _end(self, process: Process) -> None:
        """Ask ``process`` to end once its requests have."""
        with suppress(ProcessLookupError):
            process.terminate()
        asyncio.get_running_loop().call_later(self._ends_within_s, self._kill, process)

    def _kill(self, process: Process) -> None:
        if process in self._alive:
            logger.warning("A web process did not end; it is killed")
            process.kill()

    async def _end_all(self) -> None:
        for process in self._alive:
            self._end(process)
        while self._alive:
            await asyncio.wait(self._alive.values())


class NotAnsweringError(Exception):
    """A web process ended, or took too long, before it answered."""
