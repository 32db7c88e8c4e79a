"""A real studio as a process of its own, and the people who use it."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import httpx

READY_WITHIN_S = 60
STOPPED_WITHIN_S = 15
PASSWORD = "گذرواژهٔ آزمون ۱"

_numbers = count(1)


@dataclass(frozen=True, slots=True)
class Person:
    """Someone with an account."""

    email: str
    username: str
    password: str = PASSWORD


ADMIN = Person("admin@example.org", "مدیر کارگاه")
"""Who makes the first account of the studio that tests share."""


def newcomer() -> Person:
    """Someone without an account."""
    number = next(_numbers)
    return Person(f"person{number}@example.org", f"آزماینده {number}")


@dataclass(frozen=True, slots=True)
class Studio:
    """A running studio."""

    address: str
    data_dir: Path

    def register(self, person: Person | None = None) -> Person:
        """An account for ``person``, or for someone new."""
        person = person or newcomer()
        account = {"email": person.email, "username": person.username, "password": person.password}
        httpx.post(f"{self.address}/api/auth/register", json=account).raise_for_status()
        return person

    def log_in(self, person: Person) -> dict[str, str]:
        """The header of a login of ``person``, for calls of the API."""
        response = httpx.post(
            f"{self.address}/api/auth/login", json={"email": person.email, "password": person.password}
        )
        return {"Authorization": f"Bearer {response.raise_for_status().json()['access_token']}"}


@contextmanager
def open_studio(data_dir: Path, port: int | None = None, **settings: str) -> Iterator[Studio]:
    """Run `bazgoo serve` on ``port`` or a free one until the block ends; ``settings`` are environment variables."""
    port = port or free_port()
    command = [sys.executable, "-m", "bazgoo", "serve", "--port", str(port), "--data-dir", str(data_dir)]
    log = data_dir / "serve.log"
    with log.open("w") as output:
        process = subprocess.Popen(
            command, env=_environment() | settings, cwd=data_dir, stdout=output, stderr=subprocess.STDOUT
        )
    studio = Studio(f"http://127.0.0.1:{port}", data_dir)
    try:
        _wait_until_ready(studio, process, log)
        yield studio
    finally:
        process.terminate()
        try:
            process.wait(STOPPED_WITHIN_S)
        finally:
            process.kill()


def _environment() -> dict[str, str]:
    """The environment without what this machine tells its own studio."""
    own = ("BAZGOO_", "DB_", "DATABASE_URL", "JWT_SECRET", "HOST", "PORT", "CORS_ORIGIN")
    return {name: value for name, value in os.environ.items() if not name.startswith(own)}


def free_port() -> int:
    """A port of the loopback that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_until_ready(studio: Studio, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + READY_WITHIN_S
    while time.monotonic() < until and process.poll() is None:
        try:
            if httpx.get(f"{studio.address}/health").status_code == 200:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.1)
    raise RuntimeError(f"the studio did not start:\n{log.read_text()}")
