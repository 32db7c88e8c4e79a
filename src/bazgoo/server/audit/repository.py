"""What the audit log asks of the database."""

from uuid import UUID

from sqlalchemy import exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from bazgoo.server.audit.schemas import Action
from bazgoo.server.audit.tables import AuditEntry


async def list_entries(
    session: AsyncSession, *, action: Action | None, user_id: UUID | None, before: int | None, count: int
) -> list[AuditEntry]:
    """The next ``count`` deeds, the newest first."""
    query = select(AuditEntry).order_by(AuditEntry.id.desc()).limit(count)
    if action is not None:
        query = query.where(AuditEntry.action == action)
    if user_id is not None:
        query = query.where(AuditEntry.user_id == user_id)
    return list(await session.scalars(query if before is None else query.where(AuditEntry.id < before)))


async def has_come_from(session: AsyncSession, user_id: UUID, address: str) -> bool:
    """Whether a person has logged in from ``address`` before."""
    came = exists().where(
        AuditEntry.user_id == user_id,
        AuditEntry.action.in_(("login", "register")),
        AuditEntry.address == address,
    )
    return bool(await session.scalar(select(came)))
