"""Rate limits of several web processes on one database."""

import asyncio

import pytest

from bazgoo.errors import RateLimited
from bazgoo.server.database import Database
from bazgoo.server.limits import RateLimiter
from bazgoo.server.live import counting
from bazgoo.server.live.counting import Counting
from bazgoo.server.live.listening import Listener
from bazgoo.settings import RateLimits
from tests.integration.live.watching import PATIENCE_S


class Process:
    """What one web process counts, tells and hears."""

    def __init__(self, database_url: str, limits: RateLimits) -> None:
        self.database = Database(database_url)
        self.limiter = RateLimiter(limits)
        self.counting = Counting(self.database, self.limiter)
        self.heard: asyncio.Queue[str] = asyncio.Queue()
        hear = {counting.CHANNEL: self.heard.put_nowait}
        self.listener = Listener(database_url, hear, lambda: asyncio.sleep(0))

    async def __aenter__(self) -> "Process":
        self._tasks = [asyncio.create_task(self.counting.run()), asyncio.create_task(self.listener.run())]
        await asyncio.wait_for(self.listener.listening.wait(), PATIENCE_S)
        return self

    async def __aexit__(self, *_: object) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self.database.close()

    async def hear_once(self) -> None:
        await self.counting.add(await asyncio.wait_for(self.heard.get(), PATIENCE_S))


async def test_what_one_has_let_in_counts_in_the_other(database_url: str) -> None:
    limits = RateLimits(login="3/minute")
    async with Process(database_url, limits) as one, Process(database_url, limits) as other:
        for _ in range(3):
            await one.limiter.hit("login", "198.51.100.7", "سارا")
        await other.hear_once()
        with pytest.raises(RateLimited):
            await other.limiter.hit("login", "198.51.100.7", "سارا")
        await other.limiter.hit("login", "198.51.100.7", "مینا")


async def test_nobody_counts_their_own_calls_twice(database_url: str) -> None:
    async with Process(database_url, RateLimits(search="2/minute")) as one:
        await one.limiter.hit("search", "someone")
        await one.hear_once()
        await one.limiter.hit("search", "someone")
        with pytest.raises(RateLimited):
            await one.limiter.hit("search", "someone")


async def test_however_many_callers_fit_into_what_the_database_carries(database_url: str) -> None:
    limits = RateLimits(api="1/minute")
    callers = [f"user {number:04} {'x' * 60}" for number in range(300)]
    async with Process(database_url, limits) as one, Process(database_url, limits) as other:
        for caller in callers:
            await one.limiter.hit("api", caller)
        async with asyncio.timeout(PATIENCE_S):
            while callers:
                await other.hear_once()
                callers = [caller for caller in callers if not await refuses(other.limiter, caller)]


async def refuses(limiter: RateLimiter, caller: str) -> bool:
    """Whether ``caller`` is known already to have called as often as they may."""
    window = await limiter._strategy.get_window_stats(limiter._limits["api"][0], "api", caller)
    return window.remaining == 0
