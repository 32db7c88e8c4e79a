"""`/api/sources/installed`: what is here; uninstall, import, export."""

from typing import Annotated, Any
from urllib.parse import quote
from uuid import UUID

from fastapi import APIRouter, Path, Request
from fastapi.responses import FileResponse, Response, StreamingResponse

from bazgoo.errors import (
    BundleDamaged,
    BundleUnsafe,
    DiskFull,
    HubUnreachable,
    ImportUnusable,
    LinkExpired,
    LoginRequired,
    ModelDamaged,
    ModelFileNotFound,
    ModelFilesClosed,
    ModelInUse,
    ModelNotFound,
    ModelNotFromHub,
    ModelNotYours,
    QuotaExceeded,
    UploadTooLarge,
)
from bazgoo.server.dependencies import (
    API_LIMIT,
    VISITOR_LIMIT,
    CallerAddress,
    CurrentUser,
    InstalledDatabase,
    InstalledSettings,
)
from bazgoo.server.problems import described
from bazgoo.server.sources.downloads.schemas import DownloadOut
from bazgoo.server.sources.installed import files, service
from bazgoo.server.sources.installed.schemas import (
    BundleTicket,
    Imported,
    InstalledModels,
    ModelFiles,
    Uninstalled,
)
from bazgoo.server.sources.reception import ReaderLanguage, TheDesk
from bazgoo.server.uploads import received

router = APIRouter(prefix="/api/sources", tags=["sources"])

_FILES: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["files"],
                    "properties": {
                        "files": {"type": "array", "items": {"type": "string", "format": "binary"}}
                    },
                }
            }
        },
    }
}


@router.get("/installed", dependencies=[API_LIMIT], responses=described(LoginRequired))
async def list_installed(
    caller: CurrentUser, database: InstalledDatabase, desk: TheDesk, language: ReaderLanguage
) -> InstalledModels:
    """Every installed model, checked against the disk."""
    return await service.list_installed(database, desk, caller, language)


@router.delete(
    "/installed/{model_id}",
    dependencies=[API_LIMIT],
    responses=described(LoginRequired, ModelNotFound, ModelNotYours, ModelInUse),
)
async def uninstall_model(
    model_id: UUID, caller: CurrentUser, database: InstalledDatabase, desk: TheDesk, address: CallerAddress
) -> Uninstalled:
    """Uninstall a model; its files are deleted."""
    return await service.uninstall(database, desk, caller, model_id, address)


@router.post(
    "/installed/{model_id}/mend",
    status_code=202,
    dependencies=[API_LIMIT],
    responses={
        200: {"model": DownloadOut, "description": "It is being mended already."},
        **described(LoginRequired, ModelNotFound, ModelNotYours, ModelNotFromHub, HubUnreachable, DiskFull),
    },
)
async def mend_model(  # noqa: PLR0917  FastAPI passes them by name
    model_id: UUID,
    caller: CurrentUser,
    database: InstalledDatabase,
    settings: InstalledSettings,
    desk: TheDesk,
    language: ReaderLanguage,
    response: Response,
) -> DownloadOut:
    """Bring from the Hub what is missing or damaged of a model; files that are whole are not sent again."""
    download, new = await service.mend(database, settings, desk, caller, model_id)
    response.status_code = 202 if new else 200
    return DownloadOut.of(download, language)


@router.get(
    "/installed/{model_id}/files",
    dependencies=[API_LIMIT],
    responses=described(LoginRequired, ModelNotFound, ModelFilesClosed),
)
async def list_model_files(
    model_id: UUID, caller: CurrentUser, database: InstalledDatabase, desk: TheDesk
) -> ModelFiles:
    """The files of a model, for a page that runs it."""
    return await files.list_files(database, desk, caller, model_id)


@router.get(
    "/installed/{model_id}/files/{path:path}",
    dependencies=[API_LIMIT],
    response_class=FileResponse,
    responses={
        200: {"content": {"application/octet-stream": {}}, "description": "The file."},
        **described(LoginRequired, ModelNotFound, ModelFileNotFound, ModelFilesClosed, ModelDamaged),
    },
)
async def read_model_file(  # noqa: PLR0917  FastAPI passes them by name
    model_id: UUID,
    path: Annotated[str, Path(max_length=1000)],
    request: Request,
    caller: CurrentUser,
    database: InstalledDatabase,
    desk: TheDesk,
) -> Response:
    """One file of a model; answers ranges, and 304 to the ETag it gave."""
    return files.unless_known(request, await files.read_file(database, desk, caller, model_id, path))


@router.post(
    "/import",
    status_code=201,
    dependencies=[API_LIMIT],
    openapi_extra=_FILES,
    responses=described(
        *(LoginRequired, ImportUnusable, BundleUnsafe, BundleDamaged),
        *(UploadTooLarge, QuotaExceeded, DiskFull),
    ),
)
async def import_models(  # noqa: PLR0917  FastAPI passes them by name
    request: Request,
    caller: CurrentUser,
    database: InstalledDatabase,
    settings: InstalledSettings,
    desk: TheDesk,
    language: ReaderLanguage,
) -> Imported:
    """Install a bundle (one `.tar`) or voices (`.onnx` with `.onnx.json`) from files."""
    limit_mb, refusal = await service.room_for(database, settings, caller)
    async with received(
        *(request, settings.data_dir / "uploads", limit_mb),
        wanted=frozenset({"files"}),
        needed="files",
        too_large=refusal,
    ) as uploads:
        paths, names = [file.path for file in uploads.files], [file.name for file in uploads.files]
        items = await service.bring_in(database, settings, desk, caller, language, files=paths, names=names)
    return Imported(items=items)


@router.post(
    "/installed/{model_id}/bundle",
    dependencies=[API_LIMIT],
    responses=described(LoginRequired, ModelNotFound, ModelFilesClosed, ModelDamaged),
)
async def make_bundle_link(
    model_id: UUID,
    caller: CurrentUser,
    database: InstalledDatabase,
    settings: InstalledSettings,
    desk: TheDesk,
) -> BundleTicket:
    """A link for a few minutes under which whoever brought the model, or an admin, can save it as one file."""
    return await service.make_ticket(database, settings, desk, caller, model_id)


@router.get(
    "/bundle/{ticket}",
    dependencies=[VISITOR_LIMIT],
    response_class=StreamingResponse,
    responses={
        200: {"content": {"application/x-tar": {}}, "description": "The bundle."},
        **described(LinkExpired, ModelNotFound),
    },
)
def read_bundle(
    settings: InstalledSettings, desk: TheDesk, ticket: str = Path(max_length=1000)
) -> StreamingResponse:
    """The bundle itself; the link is its own permission."""
    name, size, pieces = desk.bundle(service.read_ticket(settings, ticket))
    headers = {
        "Content-Length": str(size),
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}",
    }
    return StreamingResponse(pieces, media_type="application/x-tar", headers=headers)
