"""Servers that are started for the measurement, on this machine alone, and stopped after it."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException, HTTPResponse
from pathlib import Path
from socket import create_server
from tempfile import TemporaryFile
from typing import Any

import psutil

from bazgoo.errors import PeerNotStarted

READY_WITHIN_S = 60.0
STOPPED_WITHIN_S = 15.0
OURS = ("BAZGOO_", "DATABASE_URL", "DB_", "HOST", "PORT", "JWT_SECRET", "CORS_ORIGIN")
"""Settings of the installation at hand, which a measured studio must not take: its database least of all."""


@dataclass(frozen=True, slots=True)
class Server:
    """A running server, and how it is asked for speech."""

    process: psutil.Process
    port: int
    started_s: float
    """How long it took from its start until it answered."""
    path: str
    body: dict[str, Any]
    """What a request says besides its text."""

    def ask(self, text: str) -> tuple[HTTPConnection, HTTPResponse]:
        """Ask for ``text`` on a connection of its own; the answer's body is still to be read."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=120)
        content = json.dumps(self.body | {"text": text}, ensure_ascii=False).encode()
        connection.request("POST", self.path, content, {"Content-Type": "application/json"})
        return connection, connection.getresponse()

    def memory_mb(self) -> float:
        """What it and all it started hold, shared pages counted in parts (PSS) where the system can tell."""
        held = (held_bytes(process) for process in [self.process, *self.process.children(recursive=True)])
        return sum(held) / 2**20


def held_bytes(process: psutil.Process) -> int:
    """Its memory, shared pages counted in parts (PSS) where the system can tell."""
    full = process.memory_full_info()
    return int(getattr(full, "pss", full.uss))


@contextmanager
def studio(data_dir: Path, voice: str | None, more: Mapping[str, str] | None = None) -> Iterator[Server]:
    """A studio on ``data_dir``, with ``more`` settings, that anyone may ask for speech, and that keeps none of it."""
    port = _free_port()
    command = [sys.executable, "-m", "bazgoo", "serve", "--port", str(port), "--data-dir", str(data_dir)]
    settings = {
        "BAZGOO_PUBLIC_SPEECH": "true",
        "BAZGOO_SPEECH_CACHE_MB": "0",
        "BAZGOO_RATE_LIMIT__SPEECH": "1000000/minute",
        **(more or {}),
    }
    body = {"format": "pcm"} | ({"voice": voice} if voice else {})
    with _running("bazgoo", command, data_dir, settings) as process:
        started_s = _wait(process, port, "/health")
        yield Server(psutil.Process(process.pid), port, started_s, "/api/speech", body)


@contextmanager
def web_process(data_dir: Path, settings: dict[str, str]) -> Iterator[int]:
    """The port of a studio on a database that it shares with others."""
    data_dir.mkdir()
    port = _free_port()
    command = [sys.executable, "-m", "bazgoo", "serve", "--port", str(port), "--data-dir", str(data_dir)]
    with _running("bazgoo", command, data_dir, settings) as process:
        _wait(process, port, "/health")
        yield port


@contextmanager
def piper_server(folder: Path, voice: Path) -> Iterator[Server]:
    """piper-tts's own HTTP server with ``voice``."""
    port = _free_port()
    command = [sys.executable, "-m", "piper.http_server", "--host", "127.0.0.1", "--port", str(port)]
    with _running("piper-tts", [*command, "-m", str(voice.resolve())], folder, {}) as process:
        started_s = _wait(process, port, "/voices")
        yield Server(psutil.Process(process.pid), port, started_s, "/synthesize", {})


@contextmanager
def _running(
    name: str, command: Sequence[str], folder: Path, settings: dict[str, str]
) -> Iterator[subprocess.Popen[bytes]]:
    """The server while it is needed; raises PeerNotStarted with its last words when it does not answer."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
    with TemporaryFile() as said:
        process = subprocess.Popen(  # noqa: S603  the command is made above
            command,
            cwd=folder,
            env=environment | settings,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
        )
        try:
            yield process
        except TimeoutError:
            said.seek(0)
            last_words = said.read().decode(errors="replace").strip().splitlines()[-1:]
            raise PeerNotStarted(name=name, reason=" ".join(last_words)) from None
        finally:
            _stop(process)


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End the server, by force when it takes too long, and what it leaves behind."""
    started = psutil.Process(process.pid).children(recursive=True) if process.poll() is None else []
    process.terminate()
    try:
        process.wait(STOPPED_WITHIN_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    for child in started:
        with suppress(psutil.NoSuchProcess):
            child.kill()


def _wait(process: subprocess.Popen[bytes], port: int, path: str) -> float:
    """Seconds until ``path`` answers; raises TimeoutError."""
    began = time.perf_counter()
    while time.perf_counter() - began < READY_WITHIN_S and process.poll() is None:
        connection = HTTPConnection("127.0.0.1", port, timeout=5)
        try:
            connection.request("GET", path)
            if connection.getresponse().status == HTTPStatus.OK:
                return time.perf_counter() - began
        except (OSError, HTTPException):
            time.sleep(0.01)
        finally:
            connection.close()
    raise TimeoutError


def _free_port() -> int:
    with create_server(("127.0.0.1", 0)) as socket:
        return int(socket.getsockname()[1])
