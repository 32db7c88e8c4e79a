"""One connection of each web process that only listens to PostgreSQL, and comes back by itself when it breaks."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from psycopg import AsyncConnection
from psycopg.sql import SQL, Identifier

log = logging.getLogger(__name__)

QUIET_S = 20.0
"""After this long the database is asked whether it is still there: a dead line is as silent as an idle one."""
ANSWER_S = 5.0
AGAIN_S = 0.5
"""How long until the next attempt to reach a database that went away."""


class Listener:
    """Hands every notification to who hears its channel; ``catch_up`` is awaited when some may have been missed."""

    def __init__(
        self,
        conninfo: str,
        hear: Mapping[str, Callable[[str], None]],
        catch_up: Callable[[], Awaitable[None]],
    ) -> None:
        self._conninfo = conninfo
        self._hear = hear
        self._catch_up = catch_up
        self.listening = asyncio.Event()
        """Set while nothing that is committed can be missed."""
        self._complained = False

    async def run(self) -> None:
        """Listen until cancelled."""
        while True:
            try:
                await self._listen()
            except Exception as error:  # whatever it was, the next connection may do better
                self._complain(error)
            finally:
                self.listening.clear()
            await asyncio.sleep(AGAIN_S)

    def _complain(self, error: Exception) -> None:
        """Log why nothing is heard, once until something is."""
        if not self._complained:
            log.warning("Live events are not heard (%s); listening again", type(error).__name__)
        self._complained = True

    async def _listen(self) -> None:
        connection = await AsyncConnection.connect(
            self._conninfo, autocommit=True, connect_timeout=5, application_name="bazgoo events"
        )
        async with connection:
            for channel in self._hear:
                await connection.execute(SQL("LISTEN {}").format(Identifier(channel)))
            await self._catch_up()
            self.listening.set()
            self._complained = False
            while True:
                await self._hear_for_a_while(connection)

    async def _hear_for_a_while(self, connection: AsyncConnection[Any]) -> None:
        async for notification in connection.notifies(timeout=QUIET_S):
            self._hear[notification.channel](notification.payload)
            await asyncio.sleep(0)  # many may come at once: those who send have a turn between them
        async with asyncio.timeout(ANSWER_S):
            await connection.execute("SELECT 1")
