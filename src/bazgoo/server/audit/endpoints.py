"""`/api/admin/audit`: who did what."""

from uuid import UUID

from fastapi import APIRouter

from bazgoo.errors import AdminOnly, CursorInvalid, LoginRequired
from bazgoo.server.audit import repository
from bazgoo.server.audit.schemas import Action, AuditShown
from bazgoo.server.dependencies import ADMIN_ONLY, API_LIMIT, DatabaseSession
from bazgoo.server.listing import Cursor, Page, PageSize, page_of, read_number
from bazgoo.server.problems import described

router = APIRouter(
    prefix="/api/admin",
    tags=["admin"],
    dependencies=[API_LIMIT, ADMIN_ONLY],
    responses=described(LoginRequired, AdminOnly),
)


@router.get("/audit", responses=described(CursorInvalid))
async def list_audit(
    session: DatabaseSession,
    action: Action | None = None,
    user_id: UUID | None = None,
    cursor: Cursor = None,
    limit: PageSize = 50,
) -> Page[AuditShown]:
    """What was done, the newest first."""
    found = await repository.list_entries(
        session, action=action, user_id=user_id, before=read_number(cursor), count=limit + 1
    )
    return page_of(AuditShown, found, limit)
