"""Trying again: what may be tried again, how long to wait before it, and when to give up."""

import asyncio
import random
from dataclasses import dataclass

from bazgoo.errors import BazgooError, HubRateLimited
from bazgoo.events import DownloadDelayed, Emit
from bazgoo.hub.endpoints import Endpoints


class Again(Exception):  # noqa: N818 - it is a request, not an error
    """An attempt failed in a way that the next one may not; ``error`` is what to say if it was the last."""

    def __init__(
        self,
        error: BazgooError,
        *,
        blame: bool = False,
        wait_s: float | None = None,
        progressed: bool = False,
    ) -> None:
        super().__init__(str(error))
        self.error = error
        self.blame = blame
        self.wait_s = wait_s
        self.progressed = progressed


@dataclass(frozen=True)
class Patience:
    """How much is put up with before an error is final."""

    attempts: int = 10
    """Attempts in a row that bring nothing, at each endpoint."""
    base_s: float = 0.5
    """The first wait is somewhere between 0 and this."""
    longest_s: float = 30.0
    """No backoff is longer."""
    longest_limit_s: float = 330.0
    """A rate limit that lasts longer is reported instead of waited for."""

    def backoff_s(self, attempt: int) -> float:
        """Exponential with full jitter, so that many clients do not come back together."""
        return random.uniform(0, min(self.longest_s, self.base_s * 2**attempt))  # noqa: S311 - not a secret


class Retries:
    """The attempts at one thing, over every endpoint."""

    def __init__(
        self, endpoints: Endpoints, patience: Patience, emit: Emit, *, only: str | None = None
    ) -> None:
        """``only`` is the one endpoint that is asked, where it may not be another."""
        self._only = only
        self._endpoints = endpoints
        self._patience = patience
        self._emit = emit
        self._fruitless = 0

    async def after(self, again: Again, endpoint: str) -> None:
        """Wait as long as makes sense before the next attempt, or raise the error when there is none."""
        if again.progressed:
            self._fruitless = 0
        self._fruitless += 1
        if again.blame:
            self._endpoints.failed(endpoint)
        if self._fruitless >= self._patience.attempts * (1 if self._only else len(self._endpoints.urls)):
            raise again.error
        wait_s = self._wait_s(again)
        self._emit(DownloadDelayed(again.error.code, wait_s))
        await asyncio.sleep(wait_s)

    def _wait_s(self, again: Again) -> float:
        if again.wait_s is not None:
            if again.wait_s > self._patience.longest_limit_s:
                raise again.error
            return again.wait_s
        if isinstance(again.error, HubRateLimited):
            return self._patience.backoff_s(self._fruitless)
        elsewhere = again.blame and not self._only and not self._endpoints.resting(self._endpoints.best())
        return 0.0 if again.progressed or elsewhere else self._patience.backoff_s(self._fruitless - 1)
