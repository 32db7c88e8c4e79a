"""`/api/datasets`: bring in, look at, check, export, delete."""

from typing import Any

from fastapi import APIRouter, Path, Request
from fastapi.responses import StreamingResponse

from bazgoo.errors import (
    ArchiveDamaged,
    ArchiveUnsafe,
    CursorInvalid,
    DatasetBusy,
    DatasetInvalid,
    DatasetNotFound,
    DatasetTooLarge,
    DiskFull,
    HubRateLimited,
    HubTokenInvalid,
    HubUnreachable,
    LinkExpired,
    LoginRequired,
    NothingToDownload,
    QuotaExceeded,
    RepoGated,
    RepoNotFound,
    RequestInvalid,
)
from bazgoo.server.datasets import arrival, exports, pulling, service
from bazgoo.server.datasets.reception import TheHolding
from bazgoo.server.datasets.schemas import (
    DatasetChange,
    DatasetOut,
    Datasets,
    Deleted,
    ExportTicket,
    Layout,
    PullRequest,
)
from bazgoo.server.dependencies import (
    API_LIMIT,
    VISITOR_LIMIT,
    CurrentUser,
    InstalledDatabase,
    InstalledSettings,
)
from bazgoo.server.listing import Cursor, PageSize, read_cursor
from bazgoo.server.problems import described
from bazgoo.server.sources.reception import ReaderLanguage, TheDesk

router = APIRouter(prefix="/api/datasets", tags=["datasets"])

_TEXT = {"type": "string"}
_FILE = {"type": "string", "format": "binary"}
_FORM: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "properties": {
                        "file": _FILE | {"description": "Without it the dataset is empty, to record into."},
                        "name": _TEXT,
                        "type": {"type": "string", "enum": ["audio", "text", "csv"]},
                        "license": _TEXT,
                        "consent": _TEXT,
                        "script": _TEXT
                        | {
                            "description": "What is said in one long recording, as text or as a file of this name."
                        },
                    },
                }
            }
        },
    }
}


@router.post(
    "",
    status_code=201,
    dependencies=[API_LIMIT],
    openapi_extra=_FORM,
    responses=described(
        *(LoginRequired, RequestInvalid, DatasetInvalid, ArchiveUnsafe, ArchiveDamaged),
        *(DatasetTooLarge, QuotaExceeded, DiskFull),
    ),
)
async def create_dataset(
    request: Request,
    caller: CurrentUser,
    database: InstalledDatabase,
    settings: InstalledSettings,
    language: ReaderLanguage,
) -> DatasetOut:
    """Bring in a file; the answer is the checked dataset, or the unfinished one where that takes long."""
    row = await arrival.take_in(request, database, settings, caller.user.id)
    return DatasetOut.of(row, language)


@router.post(
    "/pull",
    status_code=202,
    dependencies=[API_LIMIT],
    responses=described(
        *(LoginRequired, RepoNotFound, RepoGated, HubTokenInvalid, HubRateLimited, HubUnreachable),
        *(NothingToDownload, DatasetTooLarge, QuotaExceeded, DiskFull),
    ),
)
async def pull_dataset(  # noqa: PLR0917  FastAPI passes them by name
    wanted: PullRequest,
    caller: CurrentUser,
    database: InstalledDatabase,
    settings: InstalledSettings,
    desk: TheDesk,
    language: ReaderLanguage,
) -> DatasetOut:
    """Bring a dataset from the Hub."""
    row = await pulling.ask(database, settings, desk, caller.user.id, wanted)
    return DatasetOut.of(row, language)


@router.get("", dependencies=[API_LIMIT], responses=described(LoginRequired, CursorInvalid))
async def list_datasets(  # noqa: PLR0917
    caller: CurrentUser,
    database: InstalledDatabase,
    settings: InstalledSettings,
    language: ReaderLanguage,
    cursor: Cursor = None,
    limit: PageSize = 50,
) -> Datasets:
    """The caller's datasets, the newest first."""
    after = read_cursor(cursor)
    return await service.list_own(database, settings, caller.user.id, language, after=after, limit=limit)


@router.get("/{dataset_id}", dependencies=[API_LIMIT], responses=described(LoginRequired, DatasetNotFound))
async def read_dataset(holding: TheHolding, language: ReaderLanguage) -> DatasetOut:
    """One of the caller's datasets."""
    return DatasetOut.of(await service.read(holding), language)


@router.patch("/{dataset_id}", dependencies=[API_LIMIT], responses=described(LoginRequired, DatasetNotFound))
async def change_dataset(change: DatasetChange, holding: TheHolding, language: ReaderLanguage) -> DatasetOut:
    """Give it another name, licence or consent."""
    return DatasetOut.of(await service.change(holding, change), language)


@router.delete(
    "/{dataset_id}",
    dependencies=[API_LIMIT],
    responses=described(LoginRequired, DatasetNotFound, DatasetBusy),
)
async def delete_dataset(holding: TheHolding) -> Deleted:
    """Delete it with its files; what is being done to it stops. Not while an unfinished training needs it."""
    return await service.delete(holding)


@router.post(
    "/{dataset_id}/check",
    status_code=202,
    dependencies=[API_LIMIT],
    responses=described(LoginRequired, DatasetNotFound, DatasetBusy),
)
async def check_dataset(holding: TheHolding, language: ReaderLanguage) -> DatasetOut:
    """Measure every record and make the report anew."""
    return DatasetOut.of(await service.check(holding), language)


_ZIP: dict[int | str, dict[str, Any]] = {
    200: {"content": {"application/zip": {}}, "description": "The dataset as one file."}
}


@router.get(
    "/{dataset_id}/export",
    dependencies=[API_LIMIT],
    response_class=StreamingResponse,
    responses={**_ZIP, **described(LoginRequired, DatasetNotFound, DatasetBusy, DatasetInvalid, DiskFull)},
)
async def export_dataset(holding: TheHolding, layout: Layout = "ljspeech") -> StreamingResponse:
    """The dataset as a zip, without what is excluded."""
    return await exports.zip_of(holding, layout)


@router.post(
    "/{dataset_id}/export",
    dependencies=[API_LIMIT],
    responses=described(LoginRequired, DatasetNotFound, DatasetBusy),
)
async def make_export_link(holding: TheHolding, layout: Layout = "ljspeech") -> ExportTicket:
    """A link for a few minutes under which the dataset can be saved as a zip."""
    return await exports.make_ticket(holding, layout)


@router.get(
    "/export/{ticket}",
    dependencies=[VISITOR_LIMIT],
    response_class=StreamingResponse,
    responses={**_ZIP, **described(LinkExpired, DatasetNotFound, DatasetBusy, DatasetInvalid, DiskFull)},
)
async def read_export(
    database: InstalledDatabase, settings: InstalledSettings, ticket: str = Path(max_length=1000)
) -> StreamingResponse:
    """The zip itself; the link is its own permission."""
    holding, layout = exports.read_ticket(database, settings, ticket)
    return await exports.zip_of(holding, layout)
