"""`/api/settings`, a person's own, and `/api/admin/settings`, the installation's."""

from fastapi import APIRouter

from bazgoo.errors import (
    AdminOnly,
    HubTokenInvalid,
    HubTokenMissing,
    HubUnreachable,
    LoginRequired,
    RateLimited,
    Unavailable,
)
from bazgoo.server.dependencies import (
    ADMIN_ONLY,
    API_LIMIT,
    CallerAddress,
    CurrentUser,
    DatabaseSession,
    InstalledDatabase,
    InstalledSettings,
    LoggedInUser,
    rate_limit,
)
from bazgoo.server.problems import described
from bazgoo.server.settings import choices, service
from bazgoo.server.settings.schemas import (
    InstallationSettings,
    InstallationSettingsChange,
    TokenGiven,
    TokenQuestion,
    UserSettings,
    UserSettingsChange,
)
from bazgoo.server.sources.access import of_visitor
from bazgoo.server.sources.downloads.wishes import bring_recommended
from bazgoo.server.sources.reception import ReaderLanguage, TheDesk
from bazgoo.server.sources.schemas import TokenCheck

router = APIRouter(tags=["settings"])

TOKEN = "/api/settings/huggingface/token"  # noqa: S105  an address
TOKEN_LIMIT = rate_limit("token_check")


@router.get(
    "/api/admin/settings",
    dependencies=[API_LIMIT, ADMIN_ONLY],
    responses=described(LoginRequired, AdminOnly),
)
async def read_installation_settings(session: DatabaseSession) -> InstallationSettings:
    """The settings of the installation."""
    return await service.read_settings(session)


@router.patch(
    "/api/admin/settings",
    dependencies=[API_LIMIT, ADMIN_ONLY],
    responses=described(LoginRequired, AdminOnly),
)
async def change_installation_settings(
    change: InstallationSettingsChange, caller: LoggedInUser, session: DatabaseSession, address: CallerAddress
) -> InstallationSettings:
    """Change settings of the installation; they hold at once."""
    return await service.change_settings(session, change, by=caller.user, address=address)


@router.get("/api/settings", dependencies=[API_LIMIT], responses=described(LoginRequired))
async def read_settings(
    caller: CurrentUser, session: DatabaseSession, settings: InstalledSettings
) -> UserSettings:
    """The caller's own settings; of the Hub token only a hint."""
    return await choices.read_choices(session, settings, caller.user.id)


@router.post("/api/settings", dependencies=[API_LIMIT], responses=described(LoginRequired))
async def change_settings(
    change: UserSettingsChange,
    caller: CurrentUser,
    database: InstalledDatabase,
    settings: InstalledSettings,
    desk: TheDesk,
) -> UserSettings:
    """Change one's own settings; those not named stay."""
    async with database.session() as session:
        changed = await choices.change_choices(session, settings, caller.user.id, change)
    if change.auto_download:
        await bring_recommended(database, settings, desk, caller.user.id)
    return changed


@router.put(
    TOKEN,
    dependencies=[API_LIMIT, TOKEN_LIMIT],
    responses=described(LoginRequired, HubTokenInvalid, RateLimited),
)
async def keep_hub_token(  # noqa: PLR0917
    given: TokenGiven,
    caller: CurrentUser,
    database: InstalledDatabase,
    settings: InstalledSettings,
    desk: TheDesk,
    language: ReaderLanguage,
) -> UserSettings:
    """Keep a token of the Hub, sealed; one that the Hub does not accept is refused."""
    try:
        valid = (await desk.check_token(of_visitor(settings), given.token, language)).valid
    except Unavailable:
        valid = None  # it can be checked when the Hub is reached again
    if valid is False:
        raise HubTokenInvalid
    async with database.session() as session:
        kept = await choices.keep_token(session, settings, caller.user.id, given.token)
    return kept.model_copy(update={"huggingface_token_valid": valid})


@router.delete(TOKEN, dependencies=[API_LIMIT], responses=described(LoginRequired))
async def forget_hub_token(
    caller: CurrentUser, session: DatabaseSession, settings: InstalledSettings
) -> UserSettings:
    """Forget the token of the Hub."""
    return await choices.keep_token(session, settings, caller.user.id, None)


@router.put(
    "/api/settings/huggingface/validate",
    dependencies=[API_LIMIT, TOKEN_LIMIT],
    responses=described(LoginRequired, HubTokenMissing, HubUnreachable, RateLimited),
)
async def check_hub_token(  # noqa: PLR0917
    caller: CurrentUser,
    database: InstalledDatabase,
    settings: InstalledSettings,
    desk: TheDesk,
    language: ReaderLanguage,
    question: TokenQuestion | None = None,
) -> TokenCheck:
    """What the Hub says of a token, or of the one that is kept."""
    token = question.token if question else None
    if token is None:
        async with database.session() as session:
            token = await choices.kept_token(session, settings, caller.user.id)
    if token is None:
        raise HubTokenMissing
    return await desk.check_token(of_visitor(settings), token, language)
