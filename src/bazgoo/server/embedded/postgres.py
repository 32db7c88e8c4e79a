"""Starting, watching and stopping the embedded PostgreSQL."""

import asyncio
import logging
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from bazgoo.errors import DatabaseNotStarted, DatabaseRefusesRoot, DiskFull
from bazgoo.server.embedded import child
from bazgoo.server.embedded.cluster import Cluster
from bazgoo.server.embedded.owner import Owner
from bazgoo.server.embedded.postmaster import Postmaster, forget_stranger, is_idle, shut_down

logger = logging.getLogger(__name__)

START_S = 30.0
"""How long a start may take, with recovery after a crash, before it is called a failure."""

LOOK_EVERY_S = 1.0
"""How often it is seen whether it still does something."""
IDLE_S = 15.0
"""For how long it may do nothing before it is started again; to end all its processes takes it at most 5 s."""

SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "max_connections": 60,
    # a studio, not a server farm: little memory, and no process for what is not used
    "shared_buffers": "32MB",
    "max_wal_size": "256MB",
    "io_method": "sync",
    "jit": "off",
    "log_checkpoints": "off",
    "wal_level": "minimal",
    "max_wal_senders": 0,
    "max_logical_replication_workers": 0,
    "max_parallel_workers": 0,
    "autovacuum_max_workers": 1,
    "log_min_messages": "log",  # not the errors of statements, which quote what people wrote
    "log_timezone": "UTC",
    "timezone": "UTC",
}
"""What PostgreSQL is told at every start; all else is its default, `fsync` above all."""


class EmbeddedPostgres:
    """The server on the cluster below one data directory; whoever runs it holds the cluster's lock."""

    def __init__(self, data_dir: Path) -> None:
        self.cluster = Cluster(data_dir)
        self.log = data_dir / "logs" / "database.log"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> str:
        """Start it, made on first use, on whatever an earlier run left behind; the address to connect to.

        Call it from the main thread: when the thread that started a program ends, the kernel tells the
        program that its parent has.  Raises DatabaseNotStarted, DatabaseRefusesRoot, DatabaseOlder, DiskFull.
        """
        orphan = Postmaster.of(self.cluster.folder)
        if orphan is not None:
            shut_down(orphan.pid)
        self.cluster.prepare()
        self.log.parent.mkdir(parents=True, exist_ok=True)
        self.log.unlink(missing_ok=True)
        deadline = time.monotonic() + START_S
        while not self._start_once(deadline):
            time.sleep(0.1)
        return self.cluster.conninfo

    def _start_once(self, deadline: float) -> bool:
        """Start and wait until it takes connections; False when it ended and another attempt may help."""
        process = self._spawn()
        while time.monotonic() < deadline:
            if Postmaster.of(self.cluster.folder) == Postmaster(process.pid, ready=True):
                return True
            if process.poll() is not None:
                return self._judge(process.returncode)
            time.sleep(0.01)
        self.stop()
        raise DatabaseNotStarted(reason=f"not ready after {START_S:.0f} s, see {self.log}")

    def _judge(self, status: int) -> bool:
        """Tell from what it wrote why it ended with ``status``: False to try again, or an error."""
        lines = self.log.read_text(errors="replace").splitlines() or [f"exit status {status}"]
        if status == child.FAILED:
            raise DatabaseRefusesRoot(reason=lines[-1])
        reason = next(
            (line.partition("FATAL:")[2].strip() for line in lines[::-1] if "FATAL:" in line), lines[-1]
        )
        if "No space left" in reason:
            raise DiskFull(path=self.cluster.folder)
        # the children of a killed postmaster hold its shared memory for a moment
        if "shared memory block" in reason:
            return False
        raise DatabaseNotStarted(reason=reason)

    def _spawn(self) -> subprocess.Popen[bytes]:
        cluster = self.cluster
        forget_stranger(cluster.folder)
        cluster.open_socket_dir()
        settings = {**SETTINGS, "port": cluster.port, "unix_socket_directories": cluster.socket_dir}
        told = [f"--{name}={value}" for name, value in settings.items()]
        command = cluster.owner.command("postgres", "-D", str(cluster.folder), *told)
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(  # noqa: S603 - the command is our own
                command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, **cluster.owner.surroundings()
            )
        return self._process

    async def supervise(self) -> None:
        """Start PostgreSQL again whenever it ends, or waits for what never comes, until cancelled."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self._restart_when_ended())
            group.create_task(self._end_when_idle())

    async def _end_when_idle(self) -> None:
        """End PostgreSQL when it has been idle for too long."""
        busy_at = time.monotonic()
        while True:
            await asyncio.sleep(LOOK_EVERY_S)
            process = self._process
            if process is None or process.poll() is not None or not is_idle(process.pid):
                busy_at = time.monotonic()
            elif time.monotonic() - busy_at > IDLE_S:
                logger.warning("PostgreSQL neither recovers nor works; ending it")
                await asyncio.to_thread(shut_down, process.pid)

    async def _restart_when_ended(self) -> None:
        while True:
            await asyncio.sleep(0.25)
            if self._process is not None and self._process.poll() is not None:
                logger.warning("PostgreSQL ended with status %s; starting it again", self._process.returncode)
                self._spawn()
                await asyncio.sleep(1.0)  # should it fail again, for instance on a full disk

    def stop(self) -> None:
        """Stop it: open transactions are rolled back, everything committed is on disk."""
        if self._process is not None:
            shut_down(self._process.pid)
            self._process.wait()
            self._process = None
            with suppress(OSError):  # unless another one is there already
                self.cluster.socket_dir.rmdir()

    @contextmanager
    def running(self) -> Iterator[str]:
        """Run it for the length of a ``with`` block, which gets the address to connect to."""
        try:
            yield self.start()
        finally:
            self.stop()


def postgres_version() -> str:
    """The version of the PostgreSQL that would be started, found by starting its program."""
    return Owner.of(Path("/")).run("postgres", "--version").stdout.strip()
