"""A cap on bytes a second, shared by every download that is given it (a token bucket)."""

import asyncio
import time
from collections.abc import Callable


class Bandwidth:
    """Takes of bytes are slowed so that no more than ``bytes_per_s`` pass over a quarter of a second."""

    def __init__(self, bytes_per_s: int | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        self.bytes_per_s = bytes_per_s
        self._clock = clock
        self._free_at = 0.0

    async def take(self, size: int) -> None:
        """Wait until ``size`` more bytes are within the cap; at once when there is none."""
        if not self.bytes_per_s:
            return
        now = self._clock()
        self._free_at = max(self._free_at, now - 0.25) + size / self.bytes_per_s
        if self._free_at > now:
            await asyncio.sleep(self._free_at - now)
