"""Somebody else's PostgreSQL, an older one, where we are an ordinary user."""

import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict
from sqlalchemy import text

from bazgoo.errors import DatabaseUnusable
from bazgoo.server.addresses import configured
from bazgoo.server.database import Database
from bazgoo.server.embedded.owner import Owner
from bazgoo.server.embedded.postmaster import Postmaster, shut_down
from bazgoo.server.migrations import VERSIONS, migrate
from bazgoo.settings import Settings

INSTALLED = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"))

pytestmark = pytest.mark.skipif(not INSTALLED, reason="no PostgreSQL of the system's own here")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A PostgreSQL of the system's own, made in the plain locale: how to connect as its superuser."""
    programs, folder = INSTALLED[0].parent, tmp_path_factory.mktemp("existing")
    owner = Owner.of(folder / "cluster")
    for name in ("cluster", "socket"):
        (folder / name).mkdir(mode=0o700)
        owner.take(folder / name)
    made = owner.run(str(programs / "initdb"), "-D", str(folder / "cluster"), "-U", "postgres", "-A", "trust")
    assert made.returncode == 0, made.stderr
    command = owner.command(
        str(programs / "postgres"), "-D", str(folder / "cluster"), "-k", str(folder / "socket"), "-h", ""
    )
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL, **owner.surroundings())
    while Postmaster.of(folder / "cluster") != Postmaster(process.pid, ready=True):
        assert process.poll() is None
        time.sleep(0.05)
    yield f"host={folder / 'socket'} user=postgres"
    shut_down(process.pid)
    process.wait()
    shutil.rmtree(folder / "cluster")


async def test_an_ordinary_user_with_a_database_of_its_own_has_all_it_needs(server) -> None:
    with psycopg.connect(f"{server} dbname=postgres", autocommit=True) as connection:
        connection.execute("CREATE ROLE sara LOGIN")
        connection.execute("CREATE DATABASE studio OWNER sara")
    socket_dir = quote(conninfo_to_dict(server)["host"], safe="")
    settings = Settings(_env_file=None, database_url=f"postgresql://sara@/studio?host={socket_dir}")
    address = configured(settings)
    assert address is not None
    assert migrate(address) == VERSIONS[-1]
    database = Database(address)
    async with database.session() as session:
        await session.execute(text("INSERT INTO models (name, type) VALUES ('صدا', 'tts')"))
        assert await session.scalar(text("SELECT name FROM models")) == "صدا"
    await database.close()


def test_a_user_who_may_not_make_tables_is_told_so(server) -> None:
    with psycopg.connect(f"{server} dbname=postgres", autocommit=True) as connection:
        connection.execute("CREATE ROLE guest LOGIN")
        connection.execute("CREATE DATABASE closed")
        connection.execute("REVOKE ALL ON DATABASE closed FROM public")
        connection.execute("GRANT CONNECT ON DATABASE closed TO guest")
    with psycopg.connect(f"{server} dbname=closed", autocommit=True) as connection:
        connection.execute("REVOKE CREATE ON SCHEMA public FROM public")
    with pytest.raises(DatabaseUnusable, match="permission denied"):
        migrate(server.replace("user=postgres", "user=guest dbname=closed client_encoding=utf8"))


def test_a_database_that_does_not_exist_is_told_so(server) -> None:
    with pytest.raises(DatabaseUnusable, match="does not exist"):
        migrate(f"{server} dbname=nowhere")
