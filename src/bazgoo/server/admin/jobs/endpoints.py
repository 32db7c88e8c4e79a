"""`/api/admin/jobs`: what works for whom, and an end to it."""

from uuid import UUID

from fastapi import APIRouter

from bazgoo.errors import (
    AdminOnly,
    CursorInvalid,
    DatasetBusy,
    JobFinished,
    JobNotFound,
    LoginRequired,
)
from bazgoo.server.admin.jobs import service
from bazgoo.server.admin.jobs.schemas import JobKind, JobShown, JobStatus
from bazgoo.server.dependencies import (
    ADMIN_ONLY,
    API_LIMIT,
    CallerAddress,
    DatabaseSession,
    InstalledDatabase,
    InstalledSettings,
    LoggedInUser,
)
from bazgoo.server.listing import Cursor, Page, PageSize, read_cursor
from bazgoo.server.problems import described
from bazgoo.server.sources.reception import ReaderLanguage

router = APIRouter(
    prefix="/api/admin/jobs",
    tags=["admin"],
    dependencies=[API_LIMIT, ADMIN_ONLY],
    responses=described(LoginRequired, AdminOnly),
)


@router.get("", responses=described(CursorInvalid))
async def list_jobs(  # noqa: PLR0917  FastAPI passes them by name
    session: DatabaseSession,
    language: ReaderLanguage,
    kind: JobKind | None = None,
    status: JobStatus | None = None,
    cursor: Cursor = None,
    limit: PageSize = 50,
) -> Page[JobShown]:
    """The downloads, trainings and datasets of everybody, the newest first."""
    return await service.list_jobs(
        session, language, kind=kind, status=status, after=read_cursor(cursor), limit=limit
    )


@router.delete("/{kind}/{job_id}", responses=described(JobNotFound, JobFinished, DatasetBusy))
async def cancel_job(  # noqa: PLR0917
    kind: JobKind,
    job_id: UUID,
    caller: LoggedInUser,
    database: InstalledDatabase,
    settings: InstalledSettings,
    language: ReaderLanguage,
    address: CallerAddress,
) -> JobShown:
    """Cancel anybody's job, as its owner could; a dataset that is only being measured stays as it is."""
    return await service.cancel(database, settings, language, kind, job_id, by=caller.user, address=address)
