"""`/api/sources/download`: bring a model, watch it come, pause it, let it go on, cancel it."""

from uuid import UUID

from fastapi import APIRouter, Response

from bazgoo.errors import (
    CursorInvalid,
    DiskFull,
    DownloadFinished,
    DownloadNotFound,
    HubRateLimited,
    HubTokenInvalid,
    HubUnreachable,
    LoginRequired,
    NothingToDownload,
    QuotaExceeded,
    RateLimited,
    RepoGated,
    RepoNotFound,
)
from bazgoo.server.dependencies import (
    API_LIMIT,
    CurrentUser,
    DatabaseSession,
    InstalledDatabase,
    InstalledSettings,
)
from bazgoo.server.listing import Cursor, PageSize, read_cursor, write_cursor
from bazgoo.server.problems import described
from bazgoo.server.sources.downloads import repository, service, wishes
from bazgoo.server.sources.downloads.schemas import DownloadOut, DownloadRequest, Downloads, ResumeRequest
from bazgoo.server.sources.reception import ReaderLanguage, TheDesk

router = APIRouter(
    prefix="/api/sources", tags=["sources"], dependencies=[API_LIMIT], responses=described(LoginRequired)
)

REFUSALS = (
    RepoNotFound,
    RepoGated,
    HubTokenInvalid,
    NothingToDownload,
    RateLimited,
    HubRateLimited,
    HubUnreachable,
    DiskFull,
    QuotaExceeded,
)


@router.post(
    "/download",
    status_code=202,
    responses={
        200: {"model": DownloadOut, "description": "An equal one is unfinished, or the model is installed."},
        **described(*REFUSALS),
    },
)
async def begin_download(  # noqa: PLR0917  FastAPI passes them by name
    wanted: DownloadRequest,
    caller: CurrentUser,
    database: InstalledDatabase,
    settings: InstalledSettings,
    desk: TheDesk,
    language: ReaderLanguage,
    response: Response,
) -> DownloadOut:
    """Bring a repository, a voice of it, or some of its files."""
    download, new = await wishes.ask(database, settings, desk, caller.user.id, wanted)
    if not new:
        response.status_code = 200
    return DownloadOut.of(download, language)


@router.get("/downloads", responses=described(CursorInvalid))
async def list_downloads(
    caller: CurrentUser,
    session: DatabaseSession,
    language: ReaderLanguage,
    cursor: Cursor = None,
    limit: PageSize = 50,
) -> Downloads:
    """The caller's downloads, the newest first."""
    found = await repository.list_own(session, caller.user.id, read_cursor(cursor), limit + 1)
    last = found[limit - 1] if len(found) > limit else None
    return Downloads(
        items=[DownloadOut.of(download, language) for download in found[:limit]],
        next_cursor=write_cursor((last.created_at, last.id)) if last else None,
    )


@router.get("/download/{download_id}", responses=described(DownloadNotFound))
async def read_download(
    download_id: UUID, caller: CurrentUser, database: InstalledDatabase, language: ReaderLanguage
) -> DownloadOut:
    """One of the caller's downloads."""
    return DownloadOut.of(await service.read(database, caller.user.id, download_id), language)


@router.post("/download/{download_id}/pause", responses=described(DownloadNotFound, DownloadFinished))
async def pause_download(
    download_id: UUID,
    caller: CurrentUser,
    database: InstalledDatabase,
    settings: InstalledSettings,
    language: ReaderLanguage,
) -> DownloadOut:
    """Stop a download and keep what came."""
    return DownloadOut.of(await service.pause(database, settings, caller.user.id, download_id), language)


@router.post(
    "/download/{download_id}/resume",
    responses=described(DownloadNotFound, DownloadFinished, HubUnreachable),
)
async def resume_download(  # noqa: PLR0917
    download_id: UUID,
    caller: CurrentUser,
    database: InstalledDatabase,
    settings: InstalledSettings,
    desk: TheDesk,
    language: ReaderLanguage,
    how: ResumeRequest | None = None,
) -> DownloadOut:
    """Let a paused or failed download go on, perhaps over another mirror."""
    endpoint = how.endpoint if how else None
    resumed = await service.resume(database, settings, desk, caller.user.id, download_id, endpoint=endpoint)
    return DownloadOut.of(resumed, language)


@router.delete("/download/{download_id}", responses=described(DownloadNotFound, DownloadFinished))
async def cancel_download(
    download_id: UUID,
    caller: CurrentUser,
    database: InstalledDatabase,
    settings: InstalledSettings,
    language: ReaderLanguage,
) -> DownloadOut:
    """Stop a download and take away what came."""
    return DownloadOut.of(await service.cancel(database, settings, caller.user.id, download_id), language)
