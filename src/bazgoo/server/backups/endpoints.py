"""`/api/admin/backups`: have one made, watch, save, delete."""

from typing import Annotated, Any

from fastapi import APIRouter, Path, Request
from fastapi.responses import FileResponse

from bazgoo.errors import (
    AdminOnly,
    BackupIsBase,
    BackupNotFound,
    BackupRunning,
    CursorInvalid,
    LinkExpired,
    LoginRequired,
)
from bazgoo.server.backups import service
from bazgoo.server.backups.cupboard import Kept
from bazgoo.server.backups.schemas import BackupDeleted, BackupRunOut, Backups, BackupTicket, BackupWish
from bazgoo.server.dependencies import (
    ADMIN_ONLY,
    API_LIMIT,
    VISITOR_LIMIT,
    CallerAddress,
    InstalledDatabase,
    InstalledSettings,
    LoggedInUser,
)
from bazgoo.server.listing import Cursor, PageSize, read_cursor
from bazgoo.server.problems import described
from bazgoo.server.sources.reception import ReaderLanguage

router = APIRouter(prefix="/api/admin/backups", tags=["admin"], responses=described(LoginRequired, AdminOnly))
ADMIN = [API_LIMIT, ADMIN_ONLY]

Name = Annotated[str, Path(max_length=200)]
_FILE: dict[int | str, dict[str, Any]] = {
    200: {"content": {"application/octet-stream": {}}, "description": "The backup."}
}


@router.get("", dependencies=ADMIN, responses=described(CursorInvalid))
async def list_backups(
    database: InstalledDatabase,
    settings: InstalledSettings,
    language: ReaderLanguage,
    cursor: Cursor = None,
    limit: PageSize = 50,
) -> Backups:
    """The backups of the installation, the newest first."""
    return await service.list_backups(database, settings, language, after=read_cursor(cursor), limit=limit)


@router.post("", status_code=202, dependencies=ADMIN, responses=described(BackupRunning))
async def make_backup(
    wish: BackupWish, caller: LoggedInUser, database: InstalledDatabase, address: CallerAddress
) -> BackupRunOut:
    """Have a backup made."""
    return await service.ask(database, wish, by=caller.user, address=address)


@router.get("/running", dependencies=ADMIN)
async def read_running_backup(database: InstalledDatabase) -> BackupRunOut | None:
    """How far the one is that is being made; null when there is none."""
    return await service.read_running(database)


@router.delete("/running", dependencies=ADMIN, responses=described(BackupNotFound))
async def cancel_backup(
    caller: LoggedInUser, database: InstalledDatabase, address: CallerAddress
) -> BackupRunOut:
    """Stop the one that is being made; nothing of it is left."""
    return await service.cancel(database, by=caller.user, address=address)


@router.get(
    "/link/{ticket}",
    dependencies=[VISITOR_LIMIT],
    response_class=FileResponse,
    responses={**_FILE, **described(LinkExpired, BackupNotFound)},
)
async def read_backup_by_link(
    settings: InstalledSettings, ticket: Annotated[str, Path(max_length=1000)]
) -> FileResponse:
    """The backup itself; the link is its own permission."""
    return _answer(await service.read_ticket(settings, ticket))


@router.get(
    "/{name}",
    dependencies=ADMIN,
    response_class=FileResponse,
    responses={**_FILE, **described(BackupNotFound)},
)
async def read_backup(  # noqa: PLR0917  FastAPI passes them by name
    name: Name,
    request: Request,
    caller: LoggedInUser,
    database: InstalledDatabase,
    settings: InstalledSettings,
    address: CallerAddress,
) -> FileResponse:
    """One backup, whole or in part."""
    kept = await service.find(settings, name)
    if request.headers.get("range", "bytes=0-").startswith("bytes=0-"):  # who goes on has been noted
        await service.note_download(database, name, by=caller.user, address=address)
    return _answer(kept)


@router.post("/{name}/link", dependencies=ADMIN, responses=described(BackupNotFound))
async def make_backup_link(
    name: Name,
    caller: LoggedInUser,
    database: InstalledDatabase,
    settings: InstalledSettings,
    address: CallerAddress,
) -> BackupTicket:
    """A link for a few minutes under which a browser can save the backup."""
    return await service.make_ticket(database, settings, name, by=caller.user, address=address)


@router.delete("/{name}", dependencies=ADMIN, responses=described(BackupNotFound, BackupIsBase))
async def delete_backup(
    name: Name,
    caller: LoggedInUser,
    database: InstalledDatabase,
    settings: InstalledSettings,
    address: CallerAddress,
) -> BackupDeleted:
    """Delete a backup; not while another begins from it."""
    return await service.remove(database, settings, name, by=caller.user, address=address)


def _answer(kept: Kept) -> FileResponse:
    headers = {"Cache-Control": "private, no-store"}
    return FileResponse(kept.path, media_type="application/octet-stream", filename=kept.name, headers=headers)
