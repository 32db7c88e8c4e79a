"""`/api/admin/settings`."""

from fastapi import APIRouter

from bazgoo.errors import AdminOnly, LoginRequired
from bazgoo.server.dependencies import ADMIN_ONLY, API_LIMIT, DatabaseSession
from bazgoo.server.problems import described
from bazgoo.server.settings import service
from bazgoo.server.settings.schemas import InstallationSettings, InstallationSettingsChange

router = APIRouter(
    prefix="/api/admin/settings",
    tags=["settings"],
    dependencies=[API_LIMIT, ADMIN_ONLY],
    responses=described(LoginRequired, AdminOnly),
)


@router.get("")
async def read_installation_settings(session: DatabaseSession) -> InstallationSettings:
    """The settings of the installation."""
    return await service.read_settings(session)


@router.patch("")
async def change_installation_settings(
    change: InstallationSettingsChange, session: DatabaseSession
) -> InstallationSettings:
    """Change settings of the installation; they hold at once."""
    return await service.change_settings(session, change)
