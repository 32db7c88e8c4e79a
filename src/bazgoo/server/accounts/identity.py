"""Who is calling: the person behind an access token or an API key."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from bazgoo.errors import KeyInvalid, TokenInvalid
from bazgoo.server.accounts import repository, tokens
from bazgoo.server.accounts.tables import User

KEY_USE_NOTED_EVERY = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Caller:
    """A person, and how they came: by a login (``session_id``) or by an API key (``key_id``)."""

    user: User
    session_id: UUID | None = None
    key_id: UUID | None = None
    expires_at: datetime | None = None
    """When the access token runs out; None for a key, of which the database knows."""

    @property
    def is_admin(self) -> bool:
        """Whether the person is an admin now, as the database says."""
        return self.user.role == "admin"

    @property
    def name(self) -> str:
        """What calls are counted by: each key for itself, logins by their person."""
        return f"key:{self.key_id}" if self.key_id else f"user:{self.user.id}"


async def identify(session: AsyncSession, credential: str, signing_key: str) -> Caller:
    """The caller behind a credential that stands now; raises TokenInvalid, TokenExpired, KeyInvalid."""
    if credential.startswith(tokens.KEY_PREFIX):
        return await _by_key(session, credential)
    token = tokens.read_access_token(credential, signing_key)
    user = await repository.find_login(session, token.session_id, token.user_id)
    if user is None:
        raise TokenInvalid
    return Caller(user, session_id=token.session_id, expires_at=token.expires_at)


async def standing(session: AsyncSession, callers: Iterable[Caller]) -> set[Caller]:
    """Those of ``callers`` who came earlier and whose credentials stand still."""
    now = datetime.now(UTC)
    unexpired = {caller for caller in callers if caller.expires_at is None or caller.expires_at > now}
    logins = await repository.standing_logins(session, {c.session_id for c in unexpired if c.session_id})
    keys = await repository.standing_keys(session, {c.key_id for c in unexpired if c.key_id})
    return {caller for caller in unexpired if caller.session_id in logins or caller.key_id in keys}


async def _by_key(session: AsyncSession, credential: str) -> Caller:
    found = await repository.find_key(session, tokens.digest(credential))
    if found is None:
        raise KeyInvalid
    key, user = found
    # to the minute, so that a busy key does not mean a write for each request
    if key.last_used_at is None or datetime.now(UTC) - key.last_used_at > KEY_USE_NOTED_EVERY:
        await repository.note_use_of_key(session, key.id)
    return Caller(user, key_id=key.id)
