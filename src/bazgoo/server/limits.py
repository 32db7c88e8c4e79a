"""How often one address, user or key may call: moving windows in memory, by the names in the settings."""

import ipaddress
import math
import time
from typing import Literal

from limits import RateLimitItem, parse_many
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import MovingWindowRateLimiter
from starlette.requests import HTTPConnection

from bazgoo.errors import RateLimited
from bazgoo.settings import RateLimits

LimitName = Literal["registration", "login", "token_check", "search", "speech", "api"]

LONGEST_WAIT_S = 60
"""Clients are asked to come back within a minute, even where a window is longer."""


class RateLimiter:
    """Counts calls; each name of ``RateLimits`` has its own windows."""

    def __init__(self, limits: RateLimits) -> None:
        self._strategy = MovingWindowRateLimiter(MemoryStorage())
        self._limits: dict[str, list[RateLimitItem]] = {
            name: parse_many(value) for name, value in limits.model_dump().items()
        }

    async def hit(self, name: LimitName, *who: str) -> None:
        """Count one call by ``who``; raises RateLimited when a window of ``name`` is full."""
        for limit in self._limits[name]:
            if not await self._strategy.hit(limit, name, *who):
                raise RateLimited(retry_after_s=await self._wait_s(limit, name, *who))

    async def _wait_s(self, limit: RateLimitItem, *who: str) -> int:
        window = await self._strategy.get_window_stats(limit, *who)
        return max(1, min(LONGEST_WAIT_S, math.ceil(window.reset_time - time.time())))


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
