"""How far a download is, how fast, and how long it still takes."""

import asyncio
import math
import time
from collections.abc import Callable

from bazgoo.events import DownloadProgressed, Emit

EVERY_S = 0.25
SMOOTHED_OVER_S = 3.0


class Progress:
    """Tells ``emit`` how many of ``total`` bytes are there, four times a second while that changes."""

    def __init__(self, total: int, count: Callable[[], int], emit: Emit) -> None:
        self.current_file: str | None = None
        self._total = total
        self._count = count
        self._emit = emit
        self._speed_bps = 0.0
        self._last = count()
        self._at = time.monotonic()

    async def run(self) -> None:
        """Tell until cancelled."""
        self.tell()
        while True:
            await asyncio.sleep(EVERY_S)
            if self._count() != self._last or self._speed_bps > 1:
                self.tell()

    def tell(self) -> None:
        """One event, with the speed of late."""
        now, count = time.monotonic(), self._count()
        passed = now - self._at
        if passed > 0:
            weight = 1 - math.exp(-passed / SMOOTHED_OVER_S)
            latest = max(0, count - self._last) / passed
            self._speed_bps += weight * (latest - self._speed_bps)
        self._last, self._at = count, now
        left = self._total - count
        eta_s = left / self._speed_bps if self._speed_bps > 1 else (0.0 if left == 0 else None)
        self._emit(DownloadProgressed(count, self._total, self.current_file, self._speed_bps, eta_s))
