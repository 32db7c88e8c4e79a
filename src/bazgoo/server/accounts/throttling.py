"""Logins slowed down: enough against guessing, never so much that an attacker locks somebody out."""

from uuid import UUID

from bazgoo.errors import RateLimited
from bazgoo.server.audit.repository import has_come_from
from bazgoo.server.database import Database
from bazgoo.server.limits import RateLimiter


class Throttle:
    """What attempts to log in are counted by: address and account together, and each by itself."""

    def __init__(self, limiter: RateLimiter, address: str) -> None:
        self._limiter = limiter
        self.address = address

    async def check_pair(self, email: str) -> None:
        """Count an attempt of this address in one account; raises RateLimited."""
        await self._limiter.hit("login", self.address, email)

    async def check_failures(self, database: Database, email: str, user_id: UUID | None) -> None:
        """Raise RateLimited where too much has failed lately, unless the person has come from here before.

        An account that somebody else is guessing at is never closed: an unknown address has one attempt a minute.
        """
        by_address = await self._limiter.full("login_address", self.address)
        by_account = await self._limiter.full("login_account", email)
        if by_address is None and by_account is None:
            return
        if user_id is not None and await self._known(database, user_id):
            return
        if by_address is not None:
            raise RateLimited(retry_after_s=by_address)
        await self._limiter.hit("login_attacked", self.address, email)

    async def note_failure(self, email: str) -> None:
        """Count an attempt that failed."""
        await self._limiter.note("login_address", self.address)
        await self._limiter.note("login_account", email)

    async def _known(self, database: Database, user_id: UUID) -> bool:
        async with database.session() as session:
            return await has_come_from(session, user_id, self.address)
