"""`/api/auth` and `/api/users`."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Header, Response

from bazgoo.errors import (
    AccountDisabled,
    AdminOnly,
    CredentialsInvalid,
    CursorInvalid,
    EmailTaken,
    ExpiryPast,
    KeyNotFound,
    LastAdmin,
    LoginOnly,
    LoginRequired,
    RefreshTokenInvalid,
    RegistrationClosed,
    UserNotFound,
)
from bazgoo.server import audit
from bazgoo.server.accounts import keys, repository, service
from bazgoo.server.accounts.schemas import (
    Credentials,
    KeyMade,
    KeyRequest,
    KeyShown,
    Login,
    RefreshRequest,
    Registration,
    UserChange,
    UserManaged,
    UserShown,
    Welcome,
    comparable_email,
)
from bazgoo.server.accounts.service import Device
from bazgoo.server.accounts.throttling import Throttle
from bazgoo.server.dependencies import (
    ADMIN_ONLY,
    API_LIMIT,
    REGISTRATION_LIMIT,
    VISITOR_LIMIT,
    CallerAddress,
    CurrentUser,
    DatabaseSession,
    InstalledDatabase,
    InstalledSettings,
    Limiter,
    LoggedInUser,
    TokenSigner,
)
from bazgoo.server.listing import Cursor, Page, PageSize, page_of, read_cursor
from bazgoo.server.problems import described

router = APIRouter(tags=["accounts"])

UserAgent = Annotated[str | None, Header(include_in_schema=False)]


@router.get("/api/auth/welcome", dependencies=[VISITOR_LIMIT])
async def read_welcome(session: DatabaseSession, settings: InstalledSettings) -> Welcome:
    """What someone who is not logged in may do here."""
    return await service.welcome(session, settings)


@router.post(
    "/api/auth/register",
    status_code=201,
    dependencies=[REGISTRATION_LIMIT],
    responses=described(EmailTaken, RegistrationClosed),
)
async def register(
    registration: Registration,
    database: InstalledDatabase,
    signer: TokenSigner,
    address: CallerAddress,
    user_agent: UserAgent = None,
) -> Login:
    """Make an account and log in; the first account of an installation is its admin."""
    return await service.register(database, signer, registration, Device(address, user_agent))


@router.post("/api/auth/login", responses=described(CredentialsInvalid, AccountDisabled))
async def log_in(  # noqa: PLR0917  FastAPI passes them by name
    credentials: Credentials,
    limiter: Limiter,
    database: InstalledDatabase,
    signer: TokenSigner,
    address: CallerAddress,
    user_agent: UserAgent = None,
) -> Login:
    """Log in with e-mail and password."""
    email = comparable_email(credentials.email)
    throttle = Throttle(limiter, address)
    await throttle.check_pair(email)
    device = Device(address, user_agent)
    return await service.log_in(database, signer, throttle, email, credentials.password, device)


@router.post("/api/auth/refresh", dependencies=[VISITOR_LIMIT], responses=described(RefreshTokenInvalid))
async def refresh(
    wanted: RefreshRequest, database: InstalledDatabase, signer: TokenSigner, address: CallerAddress
) -> Login:
    """Change a refresh token for new tokens; each is good for one use, and a second use ends the login."""
    return await service.refresh(database, signer, wanted.refresh_token, address)


@router.post(
    "/api/auth/logout",
    status_code=204,
    dependencies=[API_LIMIT],
    responses=described(LoginRequired, LoginOnly),
)
async def log_out(caller: LoggedInUser, session: DatabaseSession, address: CallerAddress) -> Response:
    """End this login; its tokens stop working at once."""
    assert caller.session_id
    await repository.revoke_login(session, caller.session_id)
    await audit.note(session, action="logout", user=caller.user, address=address)
    return Response(status_code=204)


@router.get("/api/auth/me", dependencies=[API_LIMIT], responses=described(LoginRequired))
async def read_me(caller: CurrentUser) -> UserShown:
    """Who is asking."""
    return UserShown.model_validate(caller.user)


@router.get(
    "/api/auth/keys",
    dependencies=[API_LIMIT],
    responses=described(LoginRequired, LoginOnly, CursorInvalid),
)
async def list_keys(
    caller: LoggedInUser, session: DatabaseSession, cursor: Cursor = None, limit: PageSize = 50
) -> Page[KeyShown]:
    """The API keys of this account; the keys themselves are never shown again."""
    found = await repository.list_keys(session, caller.user.id, read_cursor(cursor), limit + 1)
    return page_of(KeyShown, found, limit)


@router.post(
    "/api/auth/keys",
    status_code=201,
    dependencies=[API_LIMIT],
    responses=described(LoginRequired, LoginOnly, ExpiryPast),
)
async def make_key(
    wanted: KeyRequest, caller: LoggedInUser, session: DatabaseSession, address: CallerAddress
) -> KeyMade:
    """Make an API key for a program; it is shown this once."""
    return await keys.make_key(session, caller.user, wanted, address)


@router.delete(
    "/api/auth/keys/{key_id}",
    status_code=204,
    dependencies=[API_LIMIT],
    responses=described(LoginRequired, LoginOnly, KeyNotFound),
)
async def delete_key(
    key_id: UUID, caller: LoggedInUser, session: DatabaseSession, address: CallerAddress
) -> Response:
    """Delete an API key; it stops working at once."""
    await keys.delete_key(session, caller.user, key_id, address)
    return Response(status_code=204)


@router.get(
    "/api/users",
    dependencies=[API_LIMIT, ADMIN_ONLY],
    responses=described(LoginRequired, AdminOnly, CursorInvalid),
)
async def list_users(
    session: DatabaseSession, cursor: Cursor = None, limit: PageSize = 50
) -> Page[UserManaged]:
    """All accounts, oldest first."""
    found = await repository.list_users(session, read_cursor(cursor), limit + 1)
    return page_of(UserManaged, found, limit)


@router.patch(
    "/api/users/{user_id}",
    dependencies=[API_LIMIT, ADMIN_ONLY],
    responses=described(LoginRequired, AdminOnly, UserNotFound, LastAdmin),
)
async def change_user(
    user_id: UUID, change: UserChange, caller: LoggedInUser, session: DatabaseSession, address: CallerAddress
) -> UserManaged:
    """Change someone's role, or disable them; it holds at once."""
    changed = await service.change_user(session, user_id, change, by=caller.user, address=address)
    return UserManaged.model_validate(changed)
