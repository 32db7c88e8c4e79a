"""A real PostgreSQL for tests that ask: one server for the run, a fresh migrated database for each test."""

import time
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import httpx
import psycopg
import pytest

from bazgoo.server.database import Database
from bazgoo.server.embedded import EmbeddedPostgres
from bazgoo.server.migrations import migrate
from bazgoo.settings import Settings
from tests.integration.people import visit

_numbers = count(1)


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running PostgreSQL, whose database `bazgoo` has been migrated."""
    folder: Path = tmp_path_factory.mktemp("postgres")
    with EmbeddedPostgres(folder).running() as address:
        migrate(address)
        yield address


def _other(address: str, name: str) -> str:
    return urlunsplit(urlsplit(address)._replace(path=f"/{name}"))


def _create(postgres: str, template: str) -> Iterator[str]:
    name = f"test_{next(_numbers)}"
    with psycopg.connect(_other(postgres, "postgres"), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}".encode())
        yield _other(postgres, name)
        _drop(connection, name)


def _drop(connection: psycopg.Connection, name: str) -> None:
    """Drop a database, once the vacuum that only a superuser may end has left it."""
    for _ in range(20):
        with suppress(psycopg.errors.InsufficientPrivilege):
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())
            return
        time.sleep(0.5)


@pytest.fixture
def database_url(postgres: str) -> Iterator[str]:
    """The address of a fresh database with our tables in it."""
    yield from _create(postgres, "bazgoo")


@pytest.fixture
def empty_database_url(postgres: str) -> Iterator[str]:
    """The address of a database with nothing in it."""
    yield from _create(postgres, "template0")


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """A fresh database with our tables in it, as the server uses it."""
    database = Database(database_url)
    yield database
    await database.close()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """The settings of a studio of its own."""
    return Settings(data_dir=tmp_path)


@pytest.fixture
async def client(database: Database, settings: Settings) -> AsyncIterator[httpx.AsyncClient]:
    """A client of a studio that nobody has used yet."""
    async with visit(database, settings) as client:
        yield client
