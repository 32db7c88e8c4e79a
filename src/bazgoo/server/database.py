"""The database as the server uses it: a pool of connections, and one transaction a request."""

import select
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any

from psycopg import AsyncConnection
from sqlalchemy import Engine, QueuePool, event, text
from sqlalchemy.exc import InterfaceError, InvalidatePoolError, OperationalError, TimeoutError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine

from bazgoo.errors import DatabaseUnavailable

POOL_SIZE = 20
"""Connections at most; a request that finds none free waits its turn."""
POOL_TIMEOUT_S = 10.0
"""How long a request waits for a connection before it is told that the database is not available."""
STATEMENT_TIMEOUT_S = 30
"""How long one statement may run."""
RESTED_S = 1.0
"""A connection that has lain idle for longer is asked whether it still stands before it is used."""

_LIVE_WORKERS = text(
    # each gives a sign of life every ten seconds; one from the future was given before the clock was set back
    "SELECT count(*) FROM procrastinate_workers"
    " WHERE last_heartbeat BETWEEN now() - interval '30 seconds' AND now() + interval '30 seconds'"
)


Witness = Callable[[AsyncSession], Awaitable[None]]
"""Is called in the transaction of a deed, to write down that it is done."""


async def nobody(_session: AsyncSession) -> None:
    """The witness of what need not be written down."""


class Database:
    """A pool of connections to the PostgreSQL at ``conninfo`` (anything libpq reads, such as a URL)."""

    def __init__(self, conninfo: str, pool_timeout_s: float = POOL_TIMEOUT_S) -> None:
        self.conninfo = conninfo

        async def connect() -> AsyncConnection[Any]:
            connection = await AsyncConnection.connect(
                conninfo, connect_timeout=5, application_name="bazgoo", autocommit=True
            )
            # by a statement, because poolers such as PgBouncer refuse it as an option of the connection
            await connection.execute(f"SET statement_timeout = '{STATEMENT_TIMEOUT_S}s'")
            await connection.set_autocommit(False)
            return connection

        self.engine = create_async_engine(
            "postgresql+psycopg://",
            async_creator=connect,
            pool_size=POOL_SIZE,
            max_overflow=0,
            pool_timeout=pool_timeout_s,
        )
        _ask_the_doubtful(self.engine.sync_engine)
        self._sessions = async_sessionmaker(self.engine, expire_on_commit=False)
        # of the same pool; a question alone needs no transaction, whose begin and end are two more ways to the database
        single = self.engine.execution_options(isolation_level="AUTOCOMMIT")
        self._single = async_sessionmaker(single, expire_on_commit=False)

    @asynccontextmanager
    async def session(self) -> AsyncIterator[AsyncSession]:
        """One transaction: committed when the block ends well, rolled back when it raises.

        Raises DatabaseUnavailable when there is no connection to be had, or it breaks on the way.
        """
        with _told_as_unavailable():
            async with self._sessions.begin() as session:
                yield session

    @asynccontextmanager
    async def single(self) -> AsyncIterator[AsyncSession]:
        """Statements that each stand for themselves; for one question that many requests ask.

        Raises DatabaseUnavailable as ``session`` does.
        """
        with _told_as_unavailable():
            async with self._single() as session:
                yield session

    async def ping(self) -> None:
        """Ask for an answer; raises DatabaseUnavailable when there is none."""
        async with self.single() as session:
            await session.execute(text("SELECT 1"))

    async def count_workers(self) -> int:
        """How many workers have given a sign of life lately."""
        async with self.single() as session:
            return int(await session.scalar(_LIVE_WORKERS) or 0)

    def pool_usage(self) -> dict[str, int]:
        """How many connections there may be (``size``), are (``open``), and are busy now (``used``)."""
        pool = self.engine.pool
        assert isinstance(pool, QueuePool)
        return {"size": POOL_SIZE, "open": pool.checkedin() + pool.checkedout(), "used": pool.checkedout()}

    async def close(self) -> None:
        """Close every connection."""
        await self.engine.dispose()


@contextmanager
def _told_as_unavailable() -> Iterator[None]:
    try:
        yield
    except (OperationalError, InterfaceError, TimeoutError) as error:
        raise DatabaseUnavailable from error


def _ask_the_doubtful(engine: Engine) -> None:
    """Ask connections whether they stand, but only where there is doubt; `pool_pre_ping` would for every request."""

    @event.listens_for(engine, "checkin")
    def note(_connection: Any, record: Any) -> None:
        record.info["idle_since"] = time.monotonic()

    @event.listens_for(engine, "checkout")
    def ask(connection: Any, record: Any, _proxy: Any) -> None:
        idle_s = time.monotonic() - record.info.get("idle_since", time.monotonic())
        try:
            if idle_s > RESTED_S or _has_something_to_say(connection.driver_connection):
                engine.dialect.do_ping(connection)
        except engine.dialect.loaded_dbapi.Error:
            raise InvalidatePoolError from None  # it and all others are made anew


def _has_something_to_say(connection: AsyncConnection[Any]) -> bool:
    """Whether something came on an idle connection; what the database says last is that it has hung up."""
    waiting = select.poll()
    waiting.register(connection.fileno(), select.POLLIN)
    return bool(waiting.poll(0))
