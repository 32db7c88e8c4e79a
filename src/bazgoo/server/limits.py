"""How often one address, user or key may call: moving windows in memory, by the names in the settings.

What one web process counts, it tells the others (`live/counting.py`).
"""

import ipaddress
import math
import time
from collections import Counter
from collections.abc import Sequence
from typing import Literal

from limits import RateLimitItem, parse_many
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import MovingWindowRateLimiter
from starlette.requests import HTTPConnection

from bazgoo.errors import RateLimited
from bazgoo.settings import RateLimits

LimitName = Literal[
    "registration",
    "login",
    "login_address",
    "login_account",
    "login_attacked",
    "token_check",
    "search",
    "speech",
    "api",
]

FIXED = {"login_attacked": "1/minute"}
"""What is no setting: how often an unknown address may try an account that is being guessed at."""

Calls = Counter[tuple[str, ...]]
"""How often the limit of a name was used, and by whom."""

LONGEST_WAIT_S = 60
"""Clients are asked to come back within a minute, even where a window is longer."""
LEAST_JUMP_S = 1.0
"""A clock that is put right goes slower, and does not jump."""


class RateLimiter:
    """Counts calls; each name of ``RateLimits`` has its own windows."""

    def __init__(self, limits: RateLimits) -> None:
        self._storage = MemoryStorage()
        self._strategy = MovingWindowRateLimiter(self._storage)
        self._clock_ahead_s = _clock_ahead_s()
        self._limits: dict[str, list[RateLimitItem]] = {
            name: parse_many(value) for name, value in (limits.model_dump() | FIXED).items()
        }
        self._untold: Calls = Counter()

    async def hit(self, name: LimitName, *who: str) -> None:
        """Count one call by ``who``; raises RateLimited when a window of ``name`` is full."""
        await self._heed_the_clock()
        for limit in self._limits[name]:
            if not await self._strategy.hit(limit, name, *who):
                raise RateLimited(retry_after_s=await self._wait_s(limit, name, *who))
        self._untold[(name, *who)] += 1

    def take_untold(self) -> Calls:
        """The calls that were counted since the last time this was asked."""
        taken, self._untold = self._untold, Counter()
        return taken

    async def add(self, name: str, who: Sequence[str], times: int) -> None:
        """Count ``times`` calls that were let in elsewhere, as far as the windows go."""
        for limit in self._limits.get(name, ()):
            for _ in range(times):
                if not await self._strategy.hit(limit, name, *who):
                    break

    async def full(self, name: LimitName, *who: str) -> int | None:
        """In how many seconds ``who`` may call again, None where a window of ``name`` has room; counts nothing."""
        for limit in self._limits[name]:
            if not await self._strategy.test(limit, name, *who):
                return await self._wait_s(limit, name, *who)
        return None

    async def note(self, name: LimitName, *who: str) -> None:
        """Count one call, also where the windows of ``name`` are full."""
        await self.add(name, who, 1)
        self._untold[(name, *who)] += 1

    async def _heed_the_clock(self) -> None:
        """Begin every window anew when the clock was set back: they would last until it is where it was."""
        before, self._clock_ahead_s = self._clock_ahead_s, _clock_ahead_s()
        if self._clock_ahead_s < before - LEAST_JUMP_S:
            await self._storage.reset()

    async def _wait_s(self, limit: RateLimitItem, *who: str) -> int:
        window = await self._strategy.get_window_stats(limit, *who)
        return max(1, min(LONGEST_WAIT_S, math.ceil(window.reset_time - time.time())))


def _clock_ahead_s() -> float:
    """How far the clock on the wall is ahead of the one that nobody sets, in seconds."""
    return time.time() - time.monotonic()


def address_of(connection: HTTPConnection) -> str:
    """Who is calling, by address; an IPv6 caller by its /64, since one person has all of it."""
    host = connection.client.host if connection.client else "local"
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped is None:
        return str(ipaddress.ip_network((address, 64), strict=False))
    return str(getattr(address, "ipv4_mapped", None) or address)
