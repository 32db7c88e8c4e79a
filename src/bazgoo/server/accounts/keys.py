"""API keys: made, listed and deleted by their owner."""

from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from bazgoo.errors import ExpiryPast, KeyNotFound
from bazgoo.server import audit
from bazgoo.server.accounts import repository, tokens
from bazgoo.server.accounts.schemas import KeyMade, KeyRequest, KeyShown
from bazgoo.server.accounts.tables import ApiKey, User


async def make_key(session: AsyncSession, user: User, wanted: KeyRequest, address: str) -> KeyMade:
    """Make a key; the only time it is shown. Raises ExpiryPast."""
    if wanted.expires_at and wanted.expires_at <= datetime.now(UTC):
        raise ExpiryPast
    secret = tokens.make_secret(tokens.KEY_PREFIX)
    key = ApiKey(
        user_id=user.id,
        name=wanted.name,
        prefix=secret[: tokens.SHOWN_OF_KEY],
        key_hash=tokens.digest(secret),
        expires_at=wanted.expires_at,
    )
    session.add(key)
    await session.flush()
    await session.refresh(key)
    told = {"name": key.name}
    await audit.note(session, action="key_made", user=user, target=key.id, address=address, details=told)
    return KeyMade(key=secret, **KeyShown.model_validate(key).model_dump())


async def delete_key(session: AsyncSession, user: User, key_id: UUID, address: str) -> None:
    """Delete a key, which stops working at once; raises KeyNotFound."""
    if not await repository.delete_key(session, key_id, user.id):
        raise KeyNotFound
    await audit.note(session, action="key_deleted", user=user, target=key_id, address=address)
