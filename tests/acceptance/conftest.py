"""A whole installation in a folder of its own, driven as a person drives it: by its commands."""

import json
import os
import socket
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path

import psutil
import psycopg
import pytest

from bazgoo.server.embedded import EmbeddedPostgres
from bazgoo.server.embedded.postmaster import Postmaster, shut_down
from tests.acceptance.visitors import Visitor

PATIENCE_S = 120.0
OURS = ("BAZGOO_", "DATABASE_URL", "DB_", "HOST", "PORT", "LC_", "LANG")


def _wait_until(happened: Callable[[], object], timeout_s: float = PATIENCE_S) -> None:
    """Wait until ``happened()`` is true; fail when it never is."""
    deadline = time.monotonic() + timeout_s
    while not happened():
        assert time.monotonic() < deadline, f"never happened within {timeout_s} s"
        time.sleep(0.05)


class Installation:
    """One data directory and one port."""

    def __init__(self, folder: Path) -> None:
        self.data_dir = folder / "x y" / "داده"
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port: int = free.getsockname()[1]
        plain = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
        self.environment = plain | {
            "BAZGOO_DATA_DIR": str(self.data_dir),
            "PORT": str(self.port),
            "LANG": "C.UTF-8",
        }
        self.folder = folder
        self.processes: list[psutil.Process] = []

    def begin(self, *arguments: str) -> subprocess.Popen[str]:
        """Begin a command of `bazgoo`."""
        process = subprocess.Popen(
            [sys.executable, "-m", "bazgoo", *arguments],
            env=self.environment,
            cwd=self.folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.processes.append(psutil.Process(process.pid))
        return process

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a command of `bazgoo` to its end."""
        process = self.begin(*arguments)
        out, err = process.communicate(timeout=60)
        return subprocess.CompletedProcess(arguments, process.returncode, out, err)

    def serve(self) -> subprocess.Popen[str]:
        """Run the studio until it is healthy."""
        process = self.begin("serve", "--quiet")
        self.wait_until_healthy()
        return process

    def health(self) -> dict[str, object] | None:
        """What the studio says of itself, None when it is not well."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/health")
            answer = connection.getresponse()
            told: dict[str, object] = json.loads(answer.read())
            return told if answer.status == 200 else None
        except (OSError, HTTPException):
            return None
        finally:
            connection.close()

    def wait_until_healthy(self) -> None:
        """Wait until the studio answers, its worker included, and note every process there is."""
        _wait_until(lambda: (self.health() or {}).get("workers"))
        self.note()

    def note(self) -> list[psutil.Process]:
        """Every process of the studio, to be looked for when it should be gone."""
        studio = psutil.Process(int(json.loads((self.data_dir / "run" / "studio.json").read_text())["pid"]))
        found = [studio, *studio.children(recursive=True)]
        self.processes += found
        return found

    def postmaster(self) -> int | None:
        """The first process of the embedded database."""
        found = Postmaster.of(EmbeddedPostgres(self.data_dir).cluster.folder)
        return found.pid if found else None

    def ask(self, statement: str) -> list[tuple[object, ...]]:
        """Ask the embedded database while it runs."""
        with psycopg.connect(EmbeddedPostgres(self.data_dir).cluster.conninfo) as connection:
            cursor = connection.execute(statement.encode())
            return cursor.fetchall() if cursor.description else []

    def left(self) -> list[psutil.Process]:
        """What still runs of all that ever ran here."""
        return [process for process in self.processes if _is_alive(process)]

    def clear(self) -> None:
        """End whatever a failed test has left."""
        for process in self.left():
            with suppress(psutil.NoSuchProcess):
                process.kill()
        if (postmaster := self.postmaster()) is not None:
            shut_down(postmaster)


def _is_alive(process: psutil.Process) -> bool:
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


@pytest.fixture(scope="session")
def wait_until() -> Callable[..., None]:
    """Waits until what it is given is true."""
    return _wait_until


@pytest.fixture
def installation(tmp_path: Path) -> Iterator[Installation]:
    """A fresh installation, whose path has a space and Persian letters."""
    installation = Installation(tmp_path)
    yield installation
    installation.clear()


SETTINGS = {
    "BAZGOO_RATE_LIMIT__REGISTER": "1000/minute",
    "BAZGOO_RATE_LIMIT__LOGIN": "3/minute",
    "BAZGOO_RATE_LIMIT__SPEECH": "10000/minute",
    "BAZGOO_METRICS_TOKEN": "a-monitor",
    "CORS_ORIGIN": "https://friend.example",
}


@pytest.fixture(scope="session")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """One running studio for all tests that ask it from outside what the contract says."""
    installation = Installation(tmp_path_factory.mktemp("studio"))
    installation.environment |= SETTINGS
    installation.serve()
    yield installation
    installation.clear()


@pytest.fixture
def visit(studio: Installation) -> Iterator[Callable[[], Visitor]]:
    """Makes a program that calls the studio and is nobody yet."""
    with ExitStack() as opened:
        yield lambda: opened.enter_context(Visitor(studio.port))


@pytest.fixture(scope="session")
def admin(studio: Installation) -> Iterator[Visitor]:
    """The first account of the studio."""
    with Visitor(studio.port) as visitor:
        yield visitor.join("admin")


@pytest.fixture
def join(visit: Callable[[], Visitor], admin: Visitor) -> Callable[[], Visitor]:
    """Makes a person with an ordinary account of their own."""
    return lambda: visit().join(f"u{uuid.uuid4().hex[:12]}")
