"""What accounts ask of the database."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, bindparam, delete, exists, func, or_, select, text, tuple_, update
from sqlalchemy.ext.asyncio import AsyncSession

from bazgoo.server.accounts.tables import ApiKey, AuthSession, RefreshToken, User
from bazgoo.server.listing import Position

ACCOUNTS_LOCK = 0x62617A67  # "bazg": one number for all processes of an installation


async def lock_accounts(session: AsyncSession) -> None:
    """Let one transaction at a time decide who is the first, or the last, admin."""
    await session.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": ACCOUNTS_LOCK})


async def any_user(session: AsyncSession) -> bool:
    """Whether there is an account at all."""
    return bool(await session.scalar(select(exists(select(User.id)))))


async def any_other_user(session: AsyncSession, user_id: UUID) -> bool:
    """Whether there is an account besides this one."""
    return bool(await session.scalar(select(exists(select(User.id).where(User.id != user_id)))))


async def find_user(session: AsyncSession, user_id: UUID) -> User | None:
    """The account with this id."""
    return await session.get(User, user_id)


async def find_user_by_email(session: AsyncSession, email: str) -> User | None:
    """The account with this e-mail, which is in its normal form."""
    return await session.scalar(select(User).where(User.email == email))


async def list_users(session: AsyncSession, after: Position | None, count: int) -> list[User]:
    """The next ``count`` accounts, oldest first."""
    place = tuple_(User.created_at, User.id)
    query = select(User).order_by(User.created_at, User.id).limit(count)
    return list(await session.scalars(query if after is None else query.where(place > tuple_(*after))))


async def other_active_admin(session: AsyncSession, user_id: UUID) -> bool:
    """Whether someone else could still administer the studio."""
    others = select(User.id).where(User.role == "admin", ~User.disabled, User.id != user_id)
    return bool(await session.scalar(select(exists(others))))


async def find_login(session: AsyncSession, session_id: UUID, user_id: UUID) -> User | None:
    """Whose login this is, if it stands: not revoked, not run out, and the person not disabled."""
    return await session.scalar(_LOGIN, {"session_id": session_id, "user_id": user_id})


async def standing_logins(session: AsyncSession, session_ids: set[UUID]) -> set[UUID]:
    """Those of the logins that stand now."""
    query = select(AuthSession.id).join(User).where(AuthSession.id.in_(session_ids), ~User.disabled)
    return set(await session.scalars(query.where(_standing()))) if session_ids else set()


async def use_refresh_token(session: AsyncSession, token_hash: str) -> RefreshToken | None:
    """Mark the token used, if it is known and was not: of several at the same moment, one gets it."""
    query = update(RefreshToken).where(RefreshToken.token_hash == token_hash, RefreshToken.used_at.is_(None))
    return await session.scalar(query.values(used_at=func.now()).returning(RefreshToken))


async def prolong_login(session: AsyncSession, session_id: UUID, until: datetime) -> User | None:
    """Keep a standing login for longer; whose it is, or None when it no longer stands."""
    query = update(AuthSession).where(AuthSession.id == session_id, _standing())
    prolonged = query.values(expires_at=until, last_used_at=func.now()).returning(AuthSession.user_id)
    user_id = await session.scalar(prolonged)
    return await find_user(session, user_id) if user_id else None


async def revoke_login_of(session: AsyncSession, token_hash: str) -> User | None:
    """End the login that a refresh token belongs to; whose it was, unless it had ended."""
    family = select(RefreshToken.session_id).where(RefreshToken.token_hash == token_hash)
    user_id = await _revoke(session, AuthSession.id.in_(family) & AuthSession.revoked_at.is_(None))
    return await find_user(session, user_id) if user_id else None


async def revoke_login(session: AsyncSession, session_id: UUID) -> None:
    """End one login."""
    await _revoke(session, AuthSession.id == session_id)


async def revoke_logins(session: AsyncSession, user_id: UUID) -> None:
    """End every login of a person."""
    await _revoke(session, AuthSession.user_id == user_id)


async def _revoke(session: AsyncSession, which: ColumnElement[bool]) -> UUID | None:
    query = (
        update(AuthSession).where(which).values(revoked_at=func.coalesce(AuthSession.revoked_at, func.now()))
    )
    return await session.scalar(query.returning(AuthSession.user_id))


async def find_key(session: AsyncSession, key_hash: str) -> tuple[ApiKey, User] | None:
    """A key that may be used now, and its owner."""
    query = select(ApiKey, User).join(User).where(ApiKey.key_hash == key_hash, _usable())
    row = (await session.execute(query)).one_or_none()
    return (row[0], row[1]) if row else None


async def standing_keys(session: AsyncSession, key_ids: set[UUID]) -> set[UUID]:
    """Those of the keys that may be used now."""
    query = select(ApiKey.id).join(User).where(ApiKey.id.in_(key_ids), _usable())
    return set(await session.scalars(query)) if key_ids else set()


async def note_use_of_key(session: AsyncSession, key_id: UUID) -> None:
    """Note that a key is used now."""
    await session.execute(update(ApiKey).where(ApiKey.id == key_id).values(last_used_at=func.now()))


async def list_keys(session: AsyncSession, user_id: UUID, after: Position | None, count: int) -> list[ApiKey]:
    """The next ``count`` keys of a person, oldest first."""
    place = tuple_(ApiKey.created_at, ApiKey.id)
    query = (
        select(ApiKey).where(ApiKey.user_id == user_id).order_by(ApiKey.created_at, ApiKey.id).limit(count)
    )
    return list(await session.scalars(query if after is None else query.where(place > tuple_(*after))))


async def delete_key(session: AsyncSession, key_id: UUID, user_id: UUID) -> bool:
    """Delete a person's key; whether there was one."""
    query = delete(ApiKey).where(ApiKey.id == key_id, ApiKey.user_id == user_id)
    return (await session.scalar(query.returning(ApiKey.id))) is not None


def _standing() -> ColumnElement[bool]:
    return AuthSession.revoked_at.is_(None) & (AuthSession.expires_at > func.now())


def _usable() -> ColumnElement[bool]:
    return or_(ApiKey.expires_at.is_(None), ApiKey.expires_at > func.now()) & ~User.disabled


# every request asks this, so it is put together once
_LOGIN = (
    select(User)
    .join(AuthSession)
    .where(
        AuthSession.id == bindparam("session_id"),
        User.id == bindparam("user_id"),
        ~User.disabled,
        _standing(),
    )
)
