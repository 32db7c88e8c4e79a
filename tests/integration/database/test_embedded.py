"""The embedded PostgreSQL through good and bad days."""

import asyncio
import os
import signal
import socket
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import psutil
import psycopg
import pytest

from bazgoo.errors import DatabaseOlder
from bazgoo.server.embedded import EmbeddedPostgres
from bazgoo.server.embedded.postmaster import Postmaster


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    """A data directory whose path has a space and Persian letters, below one that is closed to others."""
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    (closed / "x y" / "داده").mkdir(parents=True)
    return closed / "x y" / "داده"


def _ask(address: str, statement: str) -> object:
    with psycopg.connect(address) as connection:
        row = connection.execute(statement.encode()).fetchone()
        return row[0] if row else None


def _postmaster(postgres: EmbeddedPostgres) -> psutil.Process:
    found = Postmaster.of(postgres.cluster.folder)
    assert found is not None
    return psutil.Process(found.pid)


def test_it_is_made_on_first_use_and_keeps_its_data_and_its_address(data_dir) -> None:
    with EmbeddedPostgres(data_dir).running() as first, psycopg.connect(first) as connection:
        connection.execute("CREATE TABLE words (word) AS VALUES ('سلام')")
    with EmbeddedPostgres(data_dir).running() as again:
        assert again == first
        assert _ask(again, "SELECT word FROM words") == "سلام"


def test_nothing_of_it_is_left_when_it_has_stopped(data_dir) -> None:
    postgres = EmbeddedPostgres(data_dir)
    with postgres.running():
        postmaster = _postmaster(postgres)
        everything = [postmaster, *postmaster.children(recursive=True)]
    assert not any(process.is_running() for process in everything)
    assert not postgres.cluster.socket_dir.exists()


def test_its_letters_are_those_of_unicode(data_dir) -> None:
    with EmbeddedPostgres(data_dir).running() as address:
        assert _ask(address, "SELECT lower('ÀÉΣ')") == "àéσ"
        assert _ask(address, "SHOW server_encoding") == "UTF8"


def test_its_password_is_secret_and_needed(data_dir) -> None:
    with EmbeddedPostgres(data_dir).running() as address:
        assert stat.S_IMODE((data_dir / "database.json").stat().st_mode) == 0o600
        with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
            psycopg.connect(address, password="wrong")
        with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
            psycopg.connect(address, user="postgres", password="wrong")


def test_it_listens_on_this_machine_alone_and_writes_before_it_promises(data_dir) -> None:
    with EmbeddedPostgres(data_dir).running() as address:
        assert _ask(address, "SHOW listen_addresses") == "127.0.0.1"
        assert _ask(address, "SHOW fsync") == "on"
        assert _ask(address, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user") is False


def test_one_that_an_earlier_run_left_behind_is_replaced(data_dir) -> None:
    orphan = EmbeddedPostgres(data_dir)
    orphan.start()
    left_behind = _postmaster(orphan)
    with EmbeddedPostgres(data_dir).running() as address:
        assert not left_behind.is_running()
        assert _ask(address, "SELECT 1") == 1


def test_a_killed_one_starts_again_with_what_was_committed(data_dir) -> None:
    killed = EmbeddedPostgres(data_dir)
    with psycopg.connect(killed.start()) as connection:
        connection.execute("CREATE TABLE words (word) AS VALUES ('سلام')")
    os.kill(_postmaster(killed).pid, signal.SIGKILL)
    with EmbeddedPostgres(data_dir).running() as address:
        assert _ask(address, "SELECT word FROM words") == "سلام"


def test_a_process_number_that_now_belongs_to_a_stranger_does_no_harm(data_dir) -> None:
    postgres = EmbeddedPostgres(data_dir)
    with postgres.running():
        note = (postgres.cluster.folder / "postmaster.pid").read_text().splitlines()
    note[0] = str(os.getpid())
    (postgres.cluster.folder / "postmaster.pid").write_text("\n".join(note))
    with postgres.running() as address:
        assert _ask(address, "SELECT 1") == 1


def test_what_a_first_start_left_half_made_does_no_harm(data_dir) -> None:
    (data_dir / "database.new" / "base").mkdir(parents=True)
    with EmbeddedPostgres(data_dir).running() as address:
        assert _ask(address, "SELECT 1") == 1


def test_a_port_that_is_taken_is_replaced(data_dir) -> None:
    postgres = EmbeddedPostgres(data_dir)
    with postgres.running():
        port = postgres.cluster.port
    with socket.create_server(("127.0.0.1", port)), postgres.running() as address:
        assert postgres.cluster.port != port
        assert _ask(address, "SELECT 1") == 1


def test_a_database_of_an_older_postgresql_is_named_as_such(data_dir) -> None:
    postgres = EmbeddedPostgres(data_dir)
    with postgres.running():
        pass
    (postgres.cluster.folder / "PG_VERSION").write_text("15\n")
    with pytest.raises(DatabaseOlder, match="PostgreSQL 15"):
        postgres.start()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root is refused by PostgreSQL")
def test_for_root_it_runs_as_somebody_else_and_no_folder_is_opened_for_that(data_dir) -> None:
    parents = [parent for parent in data_dir.parents if parent != Path("/")]
    before = [parent.stat().st_mode for parent in parents]
    postgres = EmbeddedPostgres(data_dir)
    with postgres.running():
        assert _postmaster(postgres).uids().effective != 0
        assert postgres.cluster.folder.stat().st_uid == _postmaster(postgres).uids().real
    assert [parent.stat().st_mode for parent in parents] == before


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder away")
def test_for_root_a_folder_that_came_back_as_roots_is_handed_over_again(data_dir) -> None:
    postgres = EmbeddedPostgres(data_dir)
    with postgres.running():
        pass
    for path in (postgres.cluster.folder, *postgres.cluster.folder.rglob("*")):
        os.chown(path, 0, 0)
    with postgres.running() as address:
        assert _ask(address, "SELECT 1") == 1


def _child(postmaster: psutil.Process, title: str) -> psutil.Process | None:
    for child in postmaster.children():
        with suppress(psutil.Error):
            if " ".join(child.cmdline()).startswith(f"postgres: {title}"):
                return child
    return None


async def _eventually(look: Callable[[], object]) -> Any:
    for _ in range(3000):
        if found := look():
            return found
        await asyncio.sleep(0.01)
    raise AssertionError("it never happened")


async def test_it_is_back_when_the_process_that_recovers_was_killed_too(data_dir, monkeypatch) -> None:
    monkeypatch.setattr("bazgoo.server.embedded.postgres.LOOK_EVERY_S", 0.1)
    monkeypatch.setattr("bazgoo.server.embedded.postgres.IDLE_S", 1.0)
    postgres = EmbeddedPostgres(data_dir)
    with postgres.running() as address:
        with psycopg.connect(address) as connection:
            connection.execute("CREATE TABLE words (word) AS VALUES ('سلام')")
        supervising = asyncio.create_task(postgres.supervise())
        postmaster = _postmaster(postgres)
        writer = await _eventually(lambda: _child(postmaster, "walwriter"))
        writer.kill()
        recovering = await _eventually(lambda: _child(postmaster, "startup"))
        recovering.kill()  # PostgreSQL would wait for it for ever

        def answers() -> bool:
            with suppress(psycopg.OperationalError):
                return _ask(address, "SELECT word FROM words") == "سلام"
            return False

        await _eventually(answers)
        supervising.cancel()
