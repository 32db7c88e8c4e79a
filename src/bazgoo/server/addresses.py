"""Where the database is: an existing one from the settings, or the embedded one."""

import re
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress

import psycopg
from psycopg.conninfo import make_conninfo

from bazgoo.errors import DatabaseUnavailable, DatabaseUnusable, SettingInvalid
from bazgoo.server.data_dir import check_data_dir
from bazgoo.server.embedded import EmbeddedPostgres
from bazgoo.server.embedded.postmaster import Postmaster
from bazgoo.server.presence import find_studio
from bazgoo.settings import Settings

PATIENCE_S = 30.0
"""How long a command waits for another one to be done with the embedded database."""

# a database made in the plain locale knows no letters, and would hand out bytes
_UTF8 = {"client_encoding": "utf8"}


def configured(settings: Settings) -> str | None:
    """The address of the PostgreSQL that the settings name, as libpq reads it; None for the embedded one."""
    if settings.database_url is not None:
        return _libpq(settings.database_url.get_secret_value())
    if settings.db_host is None:
        return None
    password = settings.db_password.get_secret_value() if settings.db_password else None
    return make_conninfo(
        host=settings.db_host,
        port=settings.db_port,
        dbname=settings.db_name,
        user=settings.db_user,
        password=password,
        **_UTF8,
    )


def running(settings: Settings) -> str:
    """The address of the database; raises DatabaseUnavailable when the embedded one is meant and not up."""
    postgres = EmbeddedPostgres(settings.data_dir)
    address = configured(settings)
    if address is not None:
        return address
    postmaster = Postmaster.of(postgres.cluster.folder)
    if postmaster is None or not postmaster.ready:
        raise DatabaseUnavailable
    return postgres.cluster.conninfo


@contextmanager
def opened(settings: Settings) -> Iterator[str]:
    """The address of a database that runs; the embedded one is started for it unless a studio has done so."""
    address = configured(settings)
    if address is not None:
        yield address
        return
    with ExitStack() as stack:
        yield _reach_embedded(settings, stack)


def _reach_embedded(settings: Settings, stack: ExitStack) -> str:
    """Start the embedded database, to be stopped by ``stack``, or find the one that a studio has started."""
    check_data_dir(settings.data_dir)
    postgres = EmbeddedPostgres(settings.data_dir)
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline:
        if postgres.cluster.lock.acquire():
            stack.callback(postgres.cluster.lock.release)
            return stack.enter_context(postgres.running())
        # not the one of another command, which is stopped when that command has ended
        if find_studio(settings.data_dir) is not None:
            with suppress(DatabaseUnavailable):
                return running(settings)
    raise DatabaseUnavailable


def server_version(settings: Settings) -> str:
    """The version of the database that the settings name; raises DatabaseUnusable."""
    with connect(running(settings)) as connection:
        return f"PostgreSQL {connection.info.server_version // 10000}"


@contextmanager
def connect(address: str) -> Iterator[psycopg.Connection]:
    """One connection to the database at ``address``; raises DatabaseUnusable when there is none to be had."""
    try:
        with psycopg.connect(address, connect_timeout=10) as connection:
            yield connection
    except psycopg.OperationalError as error:
        raise DatabaseUnusable(reason=" ".join(str(error).split())) from None


def _libpq(url: str) -> str:
    """The URL as libpq reads it, which knows one name for PostgreSQL's scheme and no drivers."""
    plain = re.sub(r"^postgres(ql)?(\+\w+)?://", "postgresql://", url)
    try:
        if not plain.startswith("postgresql://"):
            raise ValueError("it must begin with postgresql://")
        return make_conninfo(plain, **_UTF8)
    except (ValueError, psycopg.ProgrammingError) as error:
        raise SettingInvalid(setting="DATABASE_URL", reason=str(error).strip()) from None
