"""What endpoints are given: the caller, a database session, the settings, and their rate limits.

All are coroutines: the framework would run plain functions in threads, one hop each.
"""

import hmac
from collections.abc import AsyncIterator
from typing import Annotated, Any

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from sqlalchemy.ext.asyncio import AsyncSession

from bazgoo.errors import AdminOnly, LoginOnly, LoginRequired, Unauthenticated
from bazgoo.server.accounts import identity
from bazgoo.server.accounts.identity import Caller
from bazgoo.server.accounts.service import Signer
from bazgoo.server.database import Database
from bazgoo.server.limits import LimitName, RateLimiter, address_of
from bazgoo.server.signing import signing_key
from bazgoo.settings import Settings

_bearer = HTTPBearer(
    scheme_name="bearer", auto_error=False, description="An access token, or an API key `bzg_…`."
)


async def get_settings(request: Request) -> Settings:
    """The settings of the installation."""
    settings: Settings = request.app.state.settings
    return settings


async def get_limiter(request: Request) -> RateLimiter:
    """The counter of calls."""
    limiter: RateLimiter = request.app.state.limiter
    return limiter


async def get_signer(settings: "InstalledSettings") -> Signer:
    """What tokens are made with."""
    return Signer(settings, signing_key(settings))


async def get_database(request: Request) -> Database:
    """The database, for what needs several transactions."""
    database: Database = request.app.state.database
    return database


async def get_session(database: "InstalledDatabase") -> AsyncIterator[AsyncSession]:
    """One transaction for the endpoint: kept when it returns, undone when it raises."""
    async with database.session() as session:
        yield session


InstalledSettings = Annotated[Settings, Depends(get_settings)]
InstalledDatabase = Annotated[Database, Depends(get_database)]
Limiter = Annotated[RateLimiter, Depends(get_limiter)]
TokenSigner = Annotated[Signer, Depends(get_signer)]
# "function": the transaction ends before the answer begins, so a long stream holds no connection
DatabaseSession = Annotated[AsyncSession, Depends(get_session, scope="function")]


async def get_address(request: Request) -> str:
    """Where the call comes from."""
    return address_of(request)


CallerAddress = Annotated[str, Depends(get_address)]
Credential = Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)]


async def identify(
    request: Request, settings: InstalledSettings, limiter: Limiter, credentials: Credential
) -> Caller | None:
    """Who is calling, None without a credential; raises Unauthenticated for one that does not stand."""
    if credentials is None:
        return None
    try:
        async with request.app.state.database.single() as session:
            caller = await identity.identify(session, credentials.credentials, signing_key(settings))
    except Unauthenticated:
        await limiter.hit("api", address_of(request))  # guessing tokens is limited like everything else
        raise
    request.state.user_id = str(caller.user.id)
    return caller


AnyCaller = Annotated[Caller | None, Depends(identify)]


async def require_user(caller: AnyCaller) -> Caller:
    """Someone, by login or key; raises LoginRequired."""
    if caller is None:
        raise LoginRequired
    return caller


CurrentUser = Annotated[Caller, Depends(require_user)]
"""A person, by login or by API key."""


async def require_login(caller: CurrentUser) -> Caller:
    """Someone who logged in: a key must not make more keys, nor appoint admins. Raises LoginOnly."""
    if caller.session_id is None:
        raise LoginOnly
    return caller


LoggedInUser = Annotated[Caller, Depends(require_login)]
"""A person by login, for what an API key must not do."""


async def require_admin(caller: CurrentUser) -> Caller:
    """An admin who logged in; raises AdminOnly, LoginOnly."""
    if not caller.is_admin:
        raise AdminOnly
    return await require_login(caller)


ADMIN_ONLY = Depends(require_admin)
"""For a route that only an admin who logged in may use."""


async def require_speech(caller: AnyCaller, settings: InstalledSettings) -> Caller | None:
    """Someone, or anyone at all where ``public_speech`` is set."""
    return caller if settings.public_speech else await require_user(caller)


SpeechUser = Annotated[Caller | None, Depends(require_speech)]
"""Who may use voices and speech; None is a passer-by of a public installation."""


async def require_monitor(
    request: Request, settings: InstalledSettings, limiter: Limiter, credentials: Credential
) -> None:
    """A monitor with ``metrics_token``, or an admin by login or key; raises LoginRequired, AdminOnly."""
    token = settings.metrics_token.get_secret_value() if settings.metrics_token else ""
    given = credentials.credentials if credentials else ""
    if token and hmac.compare_digest(given.encode(), token.encode()):
        return
    caller = await require_user(await identify(request, settings, limiter, credentials))
    if not caller.is_admin:
        raise AdminOnly


def rate_limit(name: LimitName) -> Any:
    """A dependency that counts the call, by its person or key, else by its address."""

    async def count(request: Request, limiter: Limiter, caller: AnyCaller) -> None:
        await limiter.hit(name, caller.name if caller else address_of(request))

    return Depends(count)


def visitor_limit(name: LimitName) -> Any:
    """A dependency that counts the call by its address, and never minds a token that has expired."""

    async def count(request: Request, limiter: Limiter) -> None:
        await limiter.hit(name, address_of(request))

    return Depends(count)


API_LIMIT = rate_limit("api")
SPEECH_LIMIT = rate_limit("speech")
VISITOR_LIMIT = visitor_limit("api")
REGISTRATION_LIMIT = visitor_limit("registration")
