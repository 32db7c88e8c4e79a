import os
import subprocess
import sys

import pytest

from bazgoo.server.lock import Lock
from bazgoo.server.presence import Presence, find_studio, studio_lock

HOLD = """
import sys
from pathlib import Path
from bazgoo.server.lock import Lock
print(Lock(Path(sys.argv[1])).acquire(), flush=True)
sys.stdin.read()
"""


def test_a_lock_has_one_holder_at_a_time(tmp_path) -> None:
    first, second = Lock(tmp_path / "run" / "lock"), Lock(tmp_path / "run" / "lock")
    assert first.acquire()
    assert not second.acquire()
    first.release()
    assert second.acquire()
    second.release()


def test_a_killed_holder_holds_no_more(tmp_path) -> None:
    path = tmp_path / "lock"
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"True\n"
        assert not Lock(path).acquire()
        holder.kill()
    lock = Lock(path)
    assert lock.acquire()
    lock.release()


def test_a_studio_is_found_while_it_holds_its_lock_and_not_after(tmp_path) -> None:
    assert find_studio(tmp_path) is None
    lock = studio_lock(tmp_path)
    assert lock.acquire()
    here = Presence(os.getpid(), "127.0.0.1", 3001)
    here.write(lock)
    assert find_studio(tmp_path) == here
    lock.release()
    assert find_studio(tmp_path) is None


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "http://localhost:3001"),
        ("0.0.0.0", "http://localhost:3001"),
        ("::", "http://localhost:3001"),
        ("::1", "http://[::1]:3001"),
        ("bazgoo.example.org", "http://bazgoo.example.org:3001"),
    ],
)
def test_its_address_is_one_that_a_browser_here_can_open(host, address) -> None:
    assert Presence(1, host, 3001).address == address


def test_a_studio_that_nobody_hears_from_is_not_healthy() -> None:
    assert not Presence(os.getpid(), "127.0.0.1", 1).answers()
