"""Calls that other web processes have let in: each tells the others, so that a rate limit holds for all together."""

import asyncio
import json
import logging
import uuid
from collections.abc import Iterator

from sqlalchemy import text

from bazgoo.errors import DatabaseUnavailable
from bazgoo.server.database import Database
from bazgoo.server.limits import Calls, RateLimiter

log = logging.getLogger(__name__)

CHANNEL = "bazgoo_calls"
"""What every web process listens to."""
TELLS_EVERY_S = 0.5
MOST_AT_ONCE = 40
"""How many kinds of calls one notification names: PostgreSQL carries 8,000 bytes."""

_NOTIFY = text("SELECT pg_notify(:channel, :notice)")


class Counting:
    """Tells what the limiter of this process has counted, and adds what others tell."""

    def __init__(self, database: Database, limiter: RateLimiter) -> None:
        self._database = database
        self._limiter = limiter
        self._name = uuid.uuid4().hex

    async def run(self) -> None:
        """Tell until cancelled; what cannot be told is forgotten, as it soon would be anyway."""
        while True:
            await asyncio.sleep(TELLS_EVERY_S)
            calls = self._limiter.take_untold()
            if not calls:
                continue
            try:
                async with self._database.session() as session:
                    for notice in self._notices(calls):
                        await session.execute(_NOTIFY, {"channel": CHANNEL, "notice": notice})
            except DatabaseUnavailable:
                continue
            except Exception:
                log.exception("Other web processes could not be told of calls")

    async def add(self, notice: str) -> None:
        """Count what another process has let in."""
        try:
            told = json.loads(notice)
            if told["from"] != self._name:
                for (name, *who), times in told["calls"]:
                    await self._limiter.add(name, who, times)
        except (ValueError, KeyError, TypeError):
            log.warning("A notification of calls was none")

    def _notices(self, calls: Calls) -> Iterator[str]:
        listed = [[[name, *who], times] for (name, *who), times in calls.items()]
        for begin in range(0, len(listed), MOST_AT_ONCE):
            yield json.dumps({"from": self._name, "calls": listed[begin : begin + MOST_AT_ONCE]})
