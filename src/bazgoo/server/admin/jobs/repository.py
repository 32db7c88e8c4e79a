"""What the list of everybody's jobs asks of the database."""

from typing import Any
from uuid import UUID

from sqlalchemy import RowMapping, text
from sqlalchemy.ext.asyncio import AsyncSession

from bazgoo.server.listing import Position

_JOBS = """
    SELECT jobs.*, users.username FROM (
        SELECT 'download' AS kind, id, user_id, repo_id AS name, status, progress, error, created_at, started_at,
               completed_at FROM download_queue
        UNION ALL
        SELECT 'training', id, user_id, name, status, progress, error, created_at, started_at, completed_at
          FROM training_jobs
        UNION ALL
        SELECT 'dataset', id, user_id, name, status, progress, error, created_at, NULL, NULL FROM datasets
    ) jobs JOIN users ON users.id = jobs.user_id
"""
_LIST = text(
    _JOBS
    + """
     WHERE (CAST(:kind AS text) IS NULL OR kind = :kind)
       AND (CAST(:status AS text) IS NULL OR status = :status)
       AND (CAST(:before AS timestamptz) IS NULL
            OR (jobs.created_at, jobs.id) < (CAST(:before AS timestamptz), CAST(:before_id AS uuid)))
     ORDER BY jobs.created_at DESC, jobs.id DESC LIMIT :count
"""
)
_FIND = text(_JOBS + " WHERE kind = :kind AND jobs.id = :id")


async def list_jobs(
    session: AsyncSession, *, kind: str | None, status: str | None, after: Position | None, count: int
) -> list[RowMapping]:
    """The next ``count`` jobs of everybody, the newest first."""
    before, before_id = after or (None, None)
    values = {"kind": kind, "status": status, "before": before, "before_id": before_id, "count": count}
    return list((await session.execute(_LIST, values)).mappings())


async def find(session: AsyncSession, kind: str, job_id: UUID) -> RowMapping | None:
    """One job of anybody."""
    values: dict[str, Any] = {"kind": kind, "id": job_id}
    return (await session.execute(_FIND, values)).mappings().one_or_none()
