"""What an account can do: come in, stay in, leave; and what an admin can do with it."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from bazgoo import errors
from bazgoo.server import audit
from bazgoo.server.accounts import passwords, repository, tokens
from bazgoo.server.accounts.schemas import Login, Registration, UserChange, UserShown, Welcome
from bazgoo.server.accounts.tables import AuthSession, RefreshToken, Role, User
from bazgoo.server.accounts.throttling import Throttle
from bazgoo.server.database import Database
from bazgoo.server.settings.service import read_settings
from bazgoo.settings import Settings


@dataclass(frozen=True, slots=True)
class Signer:
    """What tokens are made with."""

    settings: Settings
    signing_key: str


@dataclass(frozen=True, slots=True)
class Device:
    """Where somebody comes in from."""

    address: str
    user_agent: str | None


async def welcome(session: AsyncSession, settings: Settings) -> Welcome:
    """What someone who is not logged in may do here."""
    first = not await repository.any_user(session)
    return Welcome(
        registration_open=first or (await read_settings(session)).registration_open,
        first_account=first,
        public_speech=settings.public_speech,
    )


async def register(database: Database, signer: Signer, registration: Registration, device: Device) -> Login:
    """Make an account and log it in; the first is an admin's. Raises RegistrationClosed, EmailTaken."""
    async with database.session() as session:
        await _check_open(session)
    # no connection is held meanwhile: hashing takes longer than everything else here
    password_hash = await passwords.hash_password(registration.password)
    async with database.session() as session:
        await repository.lock_accounts(session)
        await _check_open(session)
        user = await add_user(session, registration, password_hash)
        await audit.note(session, action="register", user=user, address=device.address)
        return await _log_in(session, signer, user, device)


async def create_account(database: Database, registration: Registration, role: Role) -> User:
    """Make an account as an admin can, also when registration is closed. Raises EmailTaken."""
    password_hash = await passwords.hash_password(registration.password)
    async with database.session() as session:
        await repository.lock_accounts(session)
        user = await add_user(session, registration, password_hash, role)
        details = {"email": user.email, "role": user.role}
        await audit.note(session, action="user_created", target=user.id, details=details)
        return user


async def delete_account(database: Database, email: str) -> None:
    """Delete an account with everything in the database that is its person's; folders are tidied away by a worker.

    Raises UserNotFound, and LastAdmin while there is somebody who would be left without one.
    """
    async with database.session() as session:
        await repository.lock_accounts(session)
        user = await repository.find_user_by_email(session, email)
        if user is None:
            raise errors.UserNotFound
        alone = not await repository.any_other_user(session, user.id)
        if user.role == "admin" and not alone and not await repository.other_active_admin(session, user.id):
            raise errors.LastAdmin
        details = {"email": user.email, "deleted": True}
        await audit.note(session, action="user_changed", target=user.id, details=details)
        await session.delete(user)


async def _check_open(session: AsyncSession) -> None:
    if not (await read_settings(session)).registration_open and await repository.any_user(session):
        raise errors.RegistrationClosed


async def add_user(
    session: AsyncSession, registration: Registration, password_hash: str, role: Role = "user"
) -> User:
    """Add an account, the first always an admin's, under the lock of accounts. Raises EmailTaken."""
    if await repository.find_user_by_email(session, registration.email):
        raise errors.EmailTaken
    user = User(
        email=registration.email,
        username=registration.username,
        password_hash=password_hash,
        role=role if await repository.any_user(session) else "admin",
    )
    session.add(user)
    await session.flush()
    return user


async def log_in(  # noqa: PLR0917
    database: Database, signer: Signer, throttle: Throttle, email: str, password: str, device: Device
) -> Login:
    """Log in; raises one and the same CredentialsInvalid, after the same work, whatever was wrong.

    Raises RateLimited where too many attempts have failed.
    """
    async with database.session() as session:
        user = await repository.find_user_by_email(session, email)
    await throttle.check_failures(database, email, user.id if user else None)
    if not await passwords.matches(password, user.password_hash if user else None) or user is None:
        await throttle.note_failure(email)
        await _note_failure(database, email, user, device)
        raise errors.CredentialsInvalid
    if user.disabled:
        await _note_failure(database, email, user, device)
        raise errors.AccountDisabled
    async with database.session() as session:
        await audit.note(session, action="login", user=user, address=device.address)
        return await _log_in(session, signer, user, device)


async def _note_failure(database: Database, email: str, user: User | None, device: Device) -> None:
    """Note an attempt; what is no e-mail may be a password in the wrong field, and is not kept."""
    tried = email if "@" in email else None
    target = user.id if user else None
    async with database.session() as session:
        await audit.note(session, action="login_failed", email=tried, target=target, address=device.address)


async def refresh(database: Database, signer: Signer, refresh_token: str, address: str) -> Login:
    """New tokens for a refresh token; one that was used before ends its login. Raises RefreshTokenInvalid."""
    async with database.session() as session:
        login = await _rotate(session, signer, tokens.digest(refresh_token), address)
    # raised after the transaction, because the end of the login must stay
    if login is None:
        raise errors.RefreshTokenInvalid
    return login


async def _rotate(session: AsyncSession, signer: Signer, token_hash: str, address: str) -> Login | None:
    token = await repository.use_refresh_token(session, token_hash)
    if token is None:
        user = await repository.revoke_login_of(session, token_hash)
        if user is not None:
            await audit.note(session, action="token_reused", user=user, address=address)
        return None
    user = await repository.prolong_login(session, token.session_id, _login_end(signer))
    return await _issue(session, signer, user, token.session_id) if user and not user.disabled else None


async def _log_in(session: AsyncSession, signer: Signer, user: User, device: Device) -> Login:
    login = AuthSession(
        user_id=user.id, expires_at=_login_end(signer), user_agent=(device.user_agent or "")[:300] or None
    )
    session.add(login)
    await session.flush()
    return await _issue(session, signer, user, login.id)


async def _issue(session: AsyncSession, signer: Signer, user: User, session_id: UUID) -> Login:
    """An access token and the next refresh token of a login."""
    secret, minutes = tokens.make_secret(), signer.settings.access_token_minutes
    session.add(
        RefreshToken(session_id=session_id, token_hash=tokens.digest(secret), expires_at=_login_end(signer))
    )
    access = tokens.AccessToken(user_id=user.id, session_id=session_id)
    return Login(
        user=UserShown.model_validate(user),
        access_token=tokens.sign_access_token(access, user.role, signer.signing_key, minutes),
        refresh_token=secret,
        expires_in=minutes * 60,
    )


def _login_end(signer: Signer) -> datetime:
    return datetime.now(UTC) + timedelta(days=signer.settings.refresh_token_days)


async def change_user(
    session: AsyncSession, user_id: UUID, change: UserChange, *, by: User, address: str
) -> User:
    """Change a person's role or disable them, at once. Raises UserNotFound, LastAdmin."""
    await repository.lock_accounts(session)
    user = await repository.find_user(session, user_id)
    if user is None:
        raise errors.UserNotFound
    role = change.role or user.role
    disabled = user.disabled if change.disabled is None else change.disabled
    active_admin = user.role == "admin" and not user.disabled
    if (
        active_admin
        and (role != "admin" or disabled)
        and not await repository.other_active_admin(session, user.id)
    ):
        raise errors.LastAdmin
    told: dict[str, list[object]] = {"role": [user.role, role], "disabled": [user.disabled, disabled]}
    changed = {name: pair for name, pair in told.items() if pair[0] != pair[1]}
    user.role, user.disabled = role, disabled
    if disabled:
        await repository.revoke_logins(session, user.id)
    await session.flush()
    await audit.note(
        session,
        action="user_changed",
        user=by,
        target=user.id,
        address=address,
        details={"email": user.email, **changed},
    )
    return user
