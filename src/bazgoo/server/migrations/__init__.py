"""The database's shape and its history: Alembic migrations, applied at every start."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg

from bazgoo.errors import DatabaseNewer, DatabaseUnusable
from bazgoo.server.addresses import connect

if TYPE_CHECKING:
    from sqlalchemy import Connection

logger = logging.getLogger(__name__)

HERE = Path(__file__).parent
VERSIONS = sorted(path.stem[:4] for path in (HERE / "versions").glob("[0-9]*.py"))
"""Every revision, oldest first; a file is named after its revision."""
LOCK = 0x62617A676F6F
"""The advisory lock that lets one process migrate while others wait (the letters of the product's name)."""


def migrate(conninfo: str) -> str:
    """Bring the database at ``conninfo`` to the newest revision and return that; safe with several at once.

    Raises DatabaseNewer when a later version of the program has been at work there, and DatabaseUnusable when
    it does not answer or does not let us make tables.
    """
    found = revision(conninfo)
    if found == VERSIONS[-1]:
        return found
    if found is not None and found not in VERSIONS:
        raise DatabaseNewer(found=found, known=VERSIONS[-1])
    logger.info("Migrating the database from %s to %s", found or "nothing", VERSIONS[-1])
    _upgrade(conninfo)
    return VERSIONS[-1]


def revision(conninfo: str) -> str | None:
    """The revision the database is at, None for an empty one; asked without Alembic, slow to import."""
    with connect(conninfo) as connection:
        if connection.execute("SELECT to_regclass('alembic_version')").fetchone() == (None,):
            return None
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        return row[0] if row else None


def _upgrade(conninfo: str) -> None:
    """Run what is missing in one transaction, which also holds the lock: all of it happens, or nothing."""
    with migrating(conninfo) as transaction:
        transaction.upgrade("head")


class Migrating:
    """A transaction in which the database gets another shape, and perhaps its rows."""

    def __init__(self, connection: "Connection") -> None:
        self._connection = connection
        self.psycopg: psycopg.Connection = connection.connection.driver_connection  # type: ignore[assignment]

    def upgrade(self, revision: str) -> None:
        """Bring it to ``revision``, from an earlier one or from nothing."""
        from alembic import command  # noqa: PLC0415 - half a second that a start with nothing to do is spared
        from alembic.config import Config  # noqa: PLC0415

        logging.getLogger("alembic").setLevel(logging.WARNING)  # it tells of every plugin
        config = Config()
        config.set_main_option("script_location", str(HERE).replace("%", "%%"))
        config.attributes["connection"] = self._connection
        command.upgrade(config, revision)


@contextmanager
def migrating(conninfo: str) -> Iterator[Migrating]:
    """One transaction that nobody migrates beside; raises DatabaseUnusable."""
    from sqlalchemy import NullPool, create_engine, text  # noqa: PLC0415
    from sqlalchemy.exc import DBAPIError  # noqa: PLC0415

    engine = create_engine(
        "postgresql+psycopg://", creator=lambda: psycopg.connect(conninfo), poolclass=NullPool
    )
    try:
        with engine.begin() as connection:
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
            yield Migrating(connection)
    except DBAPIError as error:
        raise DatabaseUnusable(reason=str(error.orig).partition("\n")[0]) from error
    except psycopg.Error as error:
        raise DatabaseUnusable(reason=str(error).partition("\n")[0]) from error
