"""`/api/admin/users/{id}/quota`: how much one person may have."""

from uuid import UUID

from fastapi import APIRouter

from bazgoo.errors import AdminOnly, LoginRequired, UserNotFound
from bazgoo.server.dependencies import (
    ADMIN_ONLY,
    API_LIMIT,
    CallerAddress,
    DatabaseSession,
    InstalledSettings,
    LoggedInUser,
)
from bazgoo.server.problems import described
from bazgoo.server.quotas import service
from bazgoo.server.quotas.schemas import Quota, QuotaShown

router = APIRouter(
    prefix="/api/admin/users/{user_id}",
    tags=["admin"],
    dependencies=[API_LIMIT, ADMIN_ONLY],
    responses=described(LoginRequired, AdminOnly, UserNotFound),
)


@router.get("/quota")
async def read_quota(user_id: UUID, session: DatabaseSession, settings: InstalledSettings) -> QuotaShown:
    """How much a person may have, and has."""
    await service.find_person(session, user_id)
    return await service.read(session, settings, user_id)


@router.put("/quota")
async def change_quota(  # noqa: PLR0917  FastAPI passes them by name
    user_id: UUID,
    quota: Quota,
    caller: LoggedInUser,
    session: DatabaseSession,
    settings: InstalledSettings,
    address: CallerAddress,
) -> QuotaShown:
    """Change how much a person may have, at once; what is null or not named is as the settings say."""
    return await service.change(session, settings, user_id, quota, by=caller.user, address=address)
