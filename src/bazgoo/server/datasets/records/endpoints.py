"""`/api/datasets/{id}/records`: browse, change, hear, look at, add."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path, Query, Request, Response
from fastapi.responses import FileResponse

from bazgoo.errors import (
    AudioUnreadable,
    ClipTooLong,
    CursorInvalid,
    DatasetBusy,
    DatasetNotFound,
    DiskFull,
    LoginRequired,
    QuotaExceeded,
    RecordNotFound,
    RequestInvalid,
)
from bazgoo.server.datasets.reception import TheHolding
from bazgoo.server.datasets.records import adding, listening, service
from bazgoo.server.datasets.records.schemas import (
    Excluded,
    Exclusion,
    Peaks,
    RecordChange,
    RecordOut,
    Records,
)
from bazgoo.server.dependencies import API_LIMIT
from bazgoo.server.problems import described

router = APIRouter(
    prefix="/api/datasets/{dataset_id}",
    tags=["datasets"],
    dependencies=[API_LIMIT],
    responses=described(LoginRequired, DatasetNotFound, DatasetBusy),
)

_CLIP: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["audio", "text"],
                    "properties": {
                        "audio": {"type": "string", "format": "binary"},
                        "text": {"type": "string"},
                        "speaker": {"type": "string"},
                        "label": {"type": "string"},
                        "prompt": {"type": "string", "description": "The id of the sentence that was read."},
                    },
                }
            }
        },
    }
}
Number = Annotated[int, Path(ge=1, le=2**53, description="The record.")]
Side = Annotated[int, Query(ge=8, le=4096)]
_SOUND: dict[int | str, dict[str, Any]] = {200: {"content": {"audio/*": {}}, "description": "The clip."}}
_PICTURE: dict[int | str, dict[str, Any]] = {200: {"content": {"image/png": {}}, "description": "A picture."}}


@router.get("/records", responses=described(CursorInvalid))
async def list_records(  # noqa: PLR0917  FastAPI passes them by name
    holding: TheHolding,
    cursor: Annotated[str | None, Query(max_length=20)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
    search: Annotated[str, Query(max_length=200, description="In text, label, speaker, file.")] = "",
    order: Literal["n", "duration", "quality", "rate"] = "n",
    descending: bool = False,
    problem: Annotated[str | None, Query(max_length=100, description="Only those that have it.")] = None,
    excluded: bool | None = None,
) -> Records:
    """A page of records."""
    return await service.browse(
        holding,
        cursor=cursor,
        limit=limit,
        search=search,
        order=order,
        descending=descending,
        problem=problem,
        excluded=excluded,
    )


@router.post(
    "/records",
    status_code=201,
    openapi_extra=_CLIP,
    responses=described(RequestInvalid, AudioUnreadable, ClipTooLong, QuotaExceeded, DiskFull),
)
async def add_record(request: Request, holding: TheHolding) -> RecordOut:
    """Add one recording; what is wrong with it is measured at once and told with it."""
    return await adding.take_in(request, holding)


@router.post("/exclude")
async def exclude_records(wanted: Exclusion, holding: TheHolding) -> Excluded:
    """Keep records out, by number or by problem, or take them in again."""
    return Excluded(changed=await service.exclude(holding, wanted))


@router.get("/records/{n}", responses=described(RecordNotFound))
async def read_record(n: Number, holding: TheHolding) -> RecordOut:
    """One record."""
    return await service.read(holding, n)


@router.patch("/records/{n}", responses=described(RecordNotFound))
async def change_record(n: Number, change: RecordChange, holding: TheHolding) -> RecordOut:
    """Change what is said of a record."""
    return await service.change(holding, n, change)


@router.delete("/records/{n}", status_code=204, responses=described(RecordNotFound))
async def delete_record(n: Number, holding: TheHolding) -> Response:
    """Delete a record with its audio."""
    await service.remove(holding, n)
    return Response(status_code=204)


@router.get(
    "/records/{n}/audio",
    response_class=FileResponse,
    responses={**_SOUND, **described(RecordNotFound, AudioUnreadable)},
)
async def read_audio(n: Number, holding: TheHolding, prepared: bool = False) -> FileResponse:
    """The clip as it came, or as a training will hear it; answers ranges."""
    return await listening.audio(holding, n, prepared=prepared)


@router.get("/records/{n}/peaks", responses=described(RecordNotFound, AudioUnreadable))
async def read_peaks(
    n: Number, holding: TheHolding, points: Annotated[int, Query(ge=1, le=4096)] = 400
) -> Peaks:
    """Its waveform."""
    return await listening.waveform(holding, n, points)


@router.get(
    "/records/{n}/spectrogram",
    response_class=Response,
    responses={**_PICTURE, **described(RecordNotFound, AudioUnreadable)},
)
async def read_spectrogram(n: Number, holding: TheHolding, width: Side = 800, height: Side = 200) -> Response:
    """Its spectrogram: time from left to right, 0–8 kHz from bottom to top."""
    picture = await listening.spectrogram(holding, n, width, height)
    return Response(picture, media_type="image/png", headers={"Cache-Control": "private, max-age=86400"})
