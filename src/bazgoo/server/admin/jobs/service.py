"""Everybody's jobs: listed, and cancelled for their owner."""

from uuid import UUID

from sqlalchemy import RowMapping
from sqlalchemy.ext.asyncio import AsyncSession

from bazgoo.errors import JobFinished, JobNotFound, Language
from bazgoo.server import audit
from bazgoo.server.accounts.tables import User
from bazgoo.server.admin.jobs import repository
from bazgoo.server.admin.jobs.schemas import JobError, JobKind, JobShown, JobStatus
from bazgoo.server.database import Database
from bazgoo.server.datasets import service as datasets
from bazgoo.server.datasets.holding import Holding
from bazgoo.server.listing import Page, Position, write_cursor
from bazgoo.server.sources.downloads import service as downloads
from bazgoo.server.trainings import service as trainings
from bazgoo.settings import Settings

ENDED = ("completed", "cancelled", "ready")
"""Jobs in these states have nothing left to cancel; one that failed keeps its files until it is."""


async def list_jobs(
    session: AsyncSession,
    language: Language,
    *,
    kind: JobKind | None,
    status: JobStatus | None,
    after: Position | None,
    limit: int,
) -> Page[JobShown]:
    """A page of everybody's jobs, the newest first."""
    found = await repository.list_jobs(session, kind=kind, status=status, after=after, count=limit + 1)
    last = found[limit - 1] if len(found) > limit else None
    return Page(
        items=[_shown(row, language) for row in found[:limit]],
        next_cursor=write_cursor((last["created_at"], last["id"])) if last else None,
    )


async def cancel(
    database: Database,
    settings: Settings,
    language: Language,
    kind: JobKind,
    job_id: UUID,
    *,
    by: User,
    address: str,
) -> JobShown:
    """Cancel somebody's job as they could themselves; raises JobNotFound, JobFinished.

    A dataset that is only being measured anew stays; one that is being brought in is taken away.
    """
    job = await _find(database, kind, job_id, language)
    if job.status in ENDED:
        raise JobFinished(status=job.status)

    async def witness(session: AsyncSession) -> None:
        details = {"name": job.name, "user_id": str(job.user_id), "username": job.username}
        await audit.note(
            session,
            action="job_cancelled",
            user=by,
            target=f"{kind} {job_id}",
            address=address,
            details=details,
        )

    match kind:
        case "download":
            await downloads.cancel(database, settings, job.user_id, job_id, witness)
        case "training":
            await trainings.cancel(database, settings, job.user_id, job_id, keep_ended=True, witness=witness)
        case "dataset":
            holding = Holding(database, settings, job.user_id, job_id)
            if job.status == "checking":
                await datasets.stop_checking(holding, witness)
            else:
                await datasets.delete(holding, witness)
                return job.model_copy(update={"status": "cancelled", "error": None})
    return await _find(database, kind, job_id, language)


async def _find(database: Database, kind: JobKind, job_id: UUID, language: Language) -> JobShown:
    async with database.session() as session:
        row = await repository.find(session, kind, job_id)
    if row is None:
        raise JobNotFound
    return _shown(row, language)


def _shown(row: RowMapping, language: Language) -> JobShown:
    told = row["error"]
    error = told and JobError(
        code=told["code"], message=told["message" if language == "fa" else "message_en"]
    )
    return JobShown.model_validate(dict(row) | {"error": error or None})
