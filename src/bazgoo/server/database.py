"""The database as the server uses it: a pool of connections, and one transaction a request."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from psycopg import AsyncConnection
from sqlalchemy import QueuePool, text
from sqlalchemy.exc import InterfaceError, OperationalError, TimeoutError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine

from bazgoo.errors import DatabaseUnavailable

POOL_SIZE = 20
"""Connections at most; a request that finds none free waits its turn."""
POOL_TIMEOUT_S = 10.0
"""How long a request waits for a connection before it is told that the database is not available."""
STATEMENT_TIMEOUT_S = 30
"""How long one statement may run."""

_LIVE_WORKERS = text(
    # each gives a sign of life every ten seconds
    "SELECT count(*) FROM procrastinate_workers WHERE last_heartbeat > now() - interval '30 seconds'"
)


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
            pool_pre_ping=True,
        )
        self._sessions = async_sessionmaker(self.engine, expire_on_commit=False)

    @asynccontextmanager
    async def session(self) -> AsyncIterator[AsyncSession]:
        """One transaction: committed when the block ends well, rolled back when it raises.

        Raises DatabaseUnavailable when there is no connection to be had, or it breaks on the way.
        """
        try:
            async with self._sessions.begin() as session:
                yield session
        except (OperationalError, InterfaceError, TimeoutError) as error:
            raise DatabaseUnavailable from error

    async def ping(self) -> None:
        """Ask for an answer; raises DatabaseUnavailable when there is none."""
        async with self.session() as session:
            await session.execute(text("SELECT 1"))

    async def count_workers(self) -> int:
        """How many workers have given a sign of life lately."""
        async with self.session() as session:
            return int(await session.scalar(_LIVE_WORKERS) or 0)

    def pool_usage(self) -> dict[str, int]:
        """How many connections there may be (``size``), are (``open``), and are busy now (``used``)."""
        pool = self.engine.pool
        assert isinstance(pool, QueuePool)
        return {"size": POOL_SIZE, "open": pool.checkedin() + pool.checkedout(), "used": pool.checkedout()}

    async def close(self) -> None:
        """Close every connection."""
        await self.engine.dispose()
