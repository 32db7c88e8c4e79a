"""The studio that runs on a data directory, told by the locked note `run/studio.json`."""

import json
import os
import time
from dataclasses import asdict, dataclass
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import urlsplit

import psutil

from bazgoo.server.lock import Lock
from bazgoo.settings import Settings


@dataclass(frozen=True, slots=True)
class Presence:
    """A running studio."""

    pid: int
    host: str
    port: int

    @property
    def address(self) -> str:
        """Where a browser on this machine finds it."""
        everywhere = {"0.0.0.0": "localhost", "::": "localhost", "127.0.0.1": "localhost"}  # noqa: S104 - read only
        host = everywhere.get(self.host, self.host)
        return f"http://[{host}]:{self.port}" if ":" in host else f"http://{host}:{self.port}"

    @classmethod
    def here(cls, settings: Settings) -> "Presence":
        """This process, serving as ``settings`` say."""
        return cls(os.getpid(), settings.host, settings.port)

    def answers(self) -> bool:
        """Whether it is healthy; asked over HTTP, past any proxy."""
        url = urlsplit(self.address)
        connection = HTTPConnection(url.hostname or "", url.port, timeout=2)
        try:
            connection.request("GET", "/health")
            return connection.getresponse().status == HTTPStatus.OK
        except (OSError, HTTPException):
            return False
        finally:
            connection.close()

    def end(self, patience_s: float) -> None:
        """End it and everything it started; by force when ``patience_s`` was not enough."""
        studio = psutil.Process(self.pid)
        left = [studio, *studio.children(recursive=True)]
        studio.terminate()
        left = _wait_until_gone(left, patience_s)
        for process in left:
            process.kill()
        _wait_until_gone(left, patience_s)

    def write(self, lock: Lock) -> None:
        """Leave it for others to read, as long as we hold the lock."""
        lock.note(json.dumps(asdict(self)))


def studio_lock(data_dir: Path) -> Lock:
    """The lock that a studio holds on its data directory for as long as it runs."""
    return Lock(data_dir / "run" / "studio.json")


def find_studio(data_dir: Path) -> Presence | None:
    """The studio that runs on ``data_dir`` now, None when there is none or it has only just begun."""
    note = studio_lock(data_dir).read()
    return Presence(**json.loads(note)) if note else None


def _wait_until_gone(processes: list[psutil.Process], timeout_s: float) -> list[psutil.Process]:
    """Wait for ``processes`` to end; those that have not after ``timeout_s``."""
    deadline = time.monotonic() + timeout_s
    while (left := [process for process in processes if _is_alive(process)]) and time.monotonic() < deadline:
        time.sleep(0.05)
    return left


def _is_alive(process: psutil.Process) -> bool:
    """Whether it still runs; one that has ended and whose parent never asked how does not."""
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False
