"""`bazgoo web`: web servers of their own, beside a studio or on other machines, replaced while people use them."""

import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

import httpx
import psutil
import pytest
import socketio

from tests.acceptance.visitors import PASSWORD, Visitor

LONG = "این جمله برای آزمودن صدا گفته می‌شود و باید تا پایان برسد. " * 40

LIKE_SYSTEMD = """
import os, sys
os.dup2(int(sys.argv[1]), 3)
os.environ.update(LISTEN_FDS="1", LISTEN_PID=str(os.getpid()))
os.execv(sys.argv[2], sys.argv[2:])
"""
"""Begins a program as systemd does: the socket is number 3, and meant for this process."""


@dataclass
class Web:
    """A running `bazgoo web`."""

    process: subprocess.Popen[bytes]
    port: int

    def servers(self) -> set[int]:
        """The processes that serve."""
        return {child.pid for child in psutil.Process(self.process.pid).children()}

    def reload(self, wait_until: Callable[..., None]) -> None:
        """Have every process replaced, and wait until the old ones are gone."""
        old = self.servers()
        self.process.send_signal(signal.SIGHUP)
        wait_until(lambda: len(self.servers()) == len(old) and not self.servers() & old)

    def answers(self) -> bool:
        """Whether it is healthy."""
        with suppress(httpx.HTTPError):
            return httpx.get(f"http://127.0.0.1:{self.port}/health", trust_env=False).is_success
        return False


@contextmanager
def web(
    studio, port: int, *options: str, handed: socket.socket | None = None, **environment: str
) -> Iterator[Web]:
    """`bazgoo web` on the database and the data of ``studio``."""
    command = [sys.executable, "-m", "bazgoo", "web", "--port", str(port), *options]
    if handed is not None:
        command = [sys.executable, "-c", LIKE_SYSTEMD, str(handed.fileno()), *command]
    process = subprocess.Popen(
        command,
        env=studio.environment | environment,
        cwd=studio.folder,
        stdout=subprocess.DEVNULL,
        pass_fds=[handed.fileno()] if handed else [],
    )
    family = [psutil.Process(process.pid)]
    try:
        yield Web(process, port)
        family += family[0].children(recursive=True) if process.poll() is None else []
    finally:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(60)
        for each in family:
            with suppress(psutil.NoSuchProcess):
                each.kill()
        process.wait()


@pytest.fixture(scope="module")
def free_port() -> Callable[[], int]:
    """A port that nobody has."""

    def find() -> int:
        with socket.create_server(("127.0.0.1", 0)) as free:
            return int(free.getsockname()[1])

    return find


@pytest.fixture(scope="module")
def pair(studio, free_port, wait_until) -> Iterator[Web]:
    """Two web processes on one port, beside the studio."""
    with web(studio, free_port(), "--processes", "2", BAZGOO_RATE_LIMIT__API="100000/minute") as pair:
        wait_until(pair.answers)
        yield pair


@dataclass
class Crowd:
    """Programs that call without pause, and what went wrong."""

    port: int
    token: str
    answered: int = 0
    failed: list[str] = field(default_factory=list)
    _over: threading.Event = field(default_factory=threading.Event)

    def __enter__(self) -> "Crowd":
        self._threads = [threading.Thread(target=self._call, args=(keep,)) for keep in (True, False, False)]
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        for thread in self._threads:
            thread.join()

    def _call(self, keep: bool) -> None:
        """Read and write; with one line kept open as a browser does, or a new one each time as nginx does."""
        headers = {"Authorization": f"Bearer {self.token}"} | ({} if keep else {"Connection": "close"})
        with httpx.Client(
            base_url=f"http://127.0.0.1:{self.port}", headers=headers, trust_env=False
        ) as client:
            while not self._over.is_set():
                self._note(lambda: client.get("/api/auth/me", timeout=60))
                self._note(lambda: client.put("/api/lexicon/کتاب", json={"spoken": "کِتاب"}, timeout=60))

    def _note(self, call: Callable[[], httpx.Response]) -> None:
        try:
            answer = call()
        except httpx.HTTPError as error:
            self.failed.append(repr(error))
            return
        self.answered += 1
        if answer.status_code != 200:
            self.failed.append(answer.text)


def test_no_request_is_lost_while_the_processes_are_replaced(pair, admin, wait_until) -> None:
    with Crowd(pair.port, admin.login["access_token"]) as crowd:
        wait_until(lambda: crowd.answered > 20)
        pair.reload(wait_until)
        before = crowd.answered
        wait_until(lambda: crowd.answered > before + 20)
    assert crowd.failed == []


def test_speech_that_has_begun_is_said_to_its_end(pair, admin, wait_until) -> None:
    with Visitor(pair.port) as visitor:
        visitor.take(admin.login)
        asked = {"text": LONG, "format": "pcm", "voice": "espeak-fa"}
        whole = len(visitor.post("/api/speech", json=asked).raise_for_status().content)
        with visitor.stream("POST", "/api/speech", json=asked) as answer:
            heard = answer.iter_bytes()
            begun = len(next(heard))
            pair.process.send_signal(signal.SIGHUP)
            wait_until(lambda: len(pair.servers()) > 2)
            assert begun + sum(map(len, heard)) == whole
    wait_until(lambda: len(pair.servers()) == 2)


def test_a_login_of_one_holds_in_all(pair, studio, join) -> None:
    person = join()
    for _ in range(6):
        with Visitor(pair.port) as visitor:
            visitor.take(person.login)
            assert visitor.get("/api/auth/me").json()["email"] == person.login["user"]["email"]
    with Visitor(pair.port) as visitor:
        login = {"email": person.login["user"]["email"], "password": PASSWORD}
        person.take(visitor.post("/api/auth/login", json=login).raise_for_status().json())
    assert person.get("/api/auth/me").status_code == 200
    assert person.post("/api/auth/logout").status_code == 204
    with Visitor(pair.port) as visitor:
        visitor.take(person.login)
        assert visitor.get("/api/auth/me").status_code == 401


async def test_live_events_come_over_websockets(pair, admin) -> None:
    address, auth = f"http://127.0.0.1:{pair.port}", {"token": admin.login["access_token"]}
    async with socketio.AsyncSimpleClient() as live:
        await live.connect(address, auth=auth, transports=["websocket"])
        assert await live.call("subscribe:download", "no id", timeout=60) == {"ok": False, "code": "invalid"}


def test_polling_that_would_reach_another_process_each_time_is_refused_at_once(pair) -> None:
    with Visitor(pair.port) as visitor:
        answer = visitor.get("/socket.io/?EIO=4&transport=polling")
    assert (answer.status_code, answer.json()) == (400, "Invalid transport")


def test_a_killed_process_is_replaced(pair, wait_until) -> None:
    killed = min(pair.servers())
    os.kill(killed, signal.SIGKILL)
    wait_until(lambda: len(pair.servers()) == 2 and killed not in pair.servers())
    assert pair.answers()


def test_without_their_relay_the_processes_go(studio, free_port, wait_until) -> None:
    with web(studio, free_port()) as single:
        wait_until(single.answers)
        servers = [psutil.Process(pid) for pid in single.servers()]
        single.process.kill()
        wait_until(lambda: not any(each.is_running() for each in servers))


def test_a_socket_of_systemd_outlives_a_restart_and_requests_wait_for_it(
    studio, wait_until, tmp_path, admin
) -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as handed,
        socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as told,
    ):
        port = handed.getsockname()[1]
        told.bind(str(tmp_path / "notify"))
        told.settimeout(120)
        surroundings = {"handed": handed, "NOTIFY_SOCKET": str(tmp_path / "notify")}
        with web(studio, port, **surroundings) as first:
            assert told.recv(100) == b"READY=1"
            with Crowd(port, admin.login["access_token"]) as crowd:
                wait_until(lambda: crowd.answered > 20)
                first.process.terminate()
                assert told.recv(100) == b"STOPPING=1"
                assert first.process.wait(60) == 0
                with web(studio, port, **surroundings):
                    assert told.recv(100) == b"READY=1"
                    before = crowd.answered
                    wait_until(lambda: crowd.answered > before + 20)
                    crowd.__exit__()
            assert crowd.failed == []
