"""`/api/training`: what can be taught, teach it, watch it, pause it, let it go on, cancel it."""

import asyncio
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query
from fastapi.responses import FileResponse

from bazgoo.errors import (
    CheckpointNotFound,
    CursorInvalid,
    DatasetBusy,
    DatasetNotFound,
    LoginRequired,
    SampleNotFound,
    TooManyTrainings,
    TorchMissing,
    TrainingBusy,
    TrainingConfigInvalid,
    TrainingFinished,
    TrainingNotFound,
    TrainingRefused,
)
from bazgoo.server.dependencies import API_LIMIT, CurrentUser, InstalledDatabase, InstalledSettings
from bazgoo.server.listing import Cursor, PageSize, read_cursor
from bazgoo.server.problems import described
from bazgoo.server.sources.reception import ReaderLanguage
from bazgoo.server.trainings import asking, history, service
from bazgoo.server.trainings.recipes import recipes
from bazgoo.server.trainings.schemas import (
    Checkpoints,
    History,
    LogLines,
    Needed,
    NewTraining,
    Recipes,
    ResumeTraining,
    Samples,
    TrainingOut,
    Trainings,
)

router = APIRouter(
    prefix="/api/training", tags=["training"], dependencies=[API_LIMIT], responses=described(LoginRequired)
)

_FILE: dict[int | str, dict[str, Any]] = {
    200: {"content": {"audio/wav": {}, "image/png": {}}, "description": "The sound or the picture."}
}
_MISSING = described(TrainingNotFound)


@router.get("/recipes")
async def list_recipes(
    _caller: CurrentUser, settings: InstalledSettings, language: ReaderLanguage
) -> Recipes:
    """What can be taught here, and what each recipe can be told."""
    return await asyncio.to_thread(recipes, settings, language)


@router.post("/check", responses=described(DatasetNotFound, DatasetBusy, TrainingConfigInvalid))
async def check_training(
    wanted: NewTraining,
    caller: CurrentUser,
    database: InstalledDatabase,
    settings: InstalledSettings,
    language: ReaderLanguage,
) -> Needed:
    """Whether it can be taught, why not, and what it would take on this machine."""
    return await asking.check(database, settings, caller, wanted, language)


@router.post(
    "",
    status_code=201,
    responses=described(
        *(DatasetNotFound, DatasetBusy, TooManyTrainings),
        *(TrainingConfigInvalid, TrainingRefused, TorchMissing),
    ),
)
async def begin_training(
    wanted: NewTraining,
    caller: CurrentUser,
    database: InstalledDatabase,
    settings: InstalledSettings,
    language: ReaderLanguage,
) -> TrainingOut:
    """Put a training in the queue; with reasons, where it cannot be taught."""
    return TrainingOut.of(await asking.ask(database, settings, caller, wanted), language)


@router.get("", responses=described(CursorInvalid))
async def list_trainings(
    caller: CurrentUser,
    database: InstalledDatabase,
    language: ReaderLanguage,
    cursor: Cursor = None,
    limit: PageSize = 50,
) -> Trainings:
    """The caller's trainings, the newest first."""
    after = read_cursor(cursor)
    return await service.list_own(database, caller.user.id, language, after=after, limit=limit)


@router.get("/{job_id}", responses=_MISSING)
async def read_training(
    job_id: UUID, caller: CurrentUser, database: InstalledDatabase, language: ReaderLanguage
) -> TrainingOut:
    """One of the caller's trainings."""
    return TrainingOut.of(await service.read(database, caller.user.id, job_id), language)


@router.post("/{job_id}/pause", responses=described(TrainingNotFound, TrainingFinished))
async def pause_training(
    job_id: UUID,
    caller: CurrentUser,
    database: InstalledDatabase,
    settings: InstalledSettings,
    language: ReaderLanguage,
) -> TrainingOut:
    """Stop it at its next step, its state saved."""
    return TrainingOut.of(await service.pause(database, settings, caller.user.id, job_id), language)


@router.post(
    "/{job_id}/resume",
    responses=described(
        TrainingNotFound, CheckpointNotFound, DatasetNotFound, TrainingFinished, TrainingBusy
    ),
)
async def resume_training(  # noqa: PLR0917  FastAPI passes them by name
    job_id: UUID,
    caller: CurrentUser,
    database: InstalledDatabase,
    settings: InstalledSettings,
    language: ReaderLanguage,
    how: ResumeTraining | None = None,
) -> TrainingOut:
    """Let a paused or failed training go on: to what an unbroken one would have come to."""
    chosen = how.checkpoint_id if how else None
    resumed = await service.resume(database, settings, caller.user.id, job_id, chosen)
    return TrainingOut.of(resumed, language)


@router.delete("/{job_id}", responses=_MISSING)
async def cancel_training(
    job_id: UUID,
    caller: CurrentUser,
    database: InstalledDatabase,
    settings: InstalledSettings,
    language: ReaderLanguage,
) -> TrainingOut:
    """End it and take its files away; one that has ended is taken out of the list, its model stays."""
    return TrainingOut.of(await service.cancel(database, settings, caller.user.id, job_id), language)


@router.get("/{job_id}/metrics", responses=described(TrainingNotFound, CursorInvalid))
async def list_metrics(
    job_id: UUID,
    caller: CurrentUser,
    database: InstalledDatabase,
    cursor: Annotated[str | None, Query(max_length=20)] = None,
    limit: Annotated[int, Query(ge=1, le=1000)] = 500,
) -> History:
    """How good it was, the earliest first."""
    return await history.metrics(database, caller.user.id, job_id, cursor=cursor, limit=limit)


@router.get("/{job_id}/checkpoints", responses=_MISSING)
async def list_checkpoints(job_id: UUID, caller: CurrentUser, database: InstalledDatabase) -> Checkpoints:
    """Its saved states, the latest first."""
    return await history.checkpoints(database, caller.user.id, job_id)


@router.post(
    "/{job_id}/checkpoints/{checkpoint_id}/promote",
    status_code=202,
    responses=described(TrainingNotFound, CheckpointNotFound, TrainingBusy),
)
async def promote_checkpoint(  # noqa: PLR0917
    job_id: UUID,
    checkpoint_id: UUID,
    caller: CurrentUser,
    database: InstalledDatabase,
    settings: InstalledSettings,
    language: ReaderLanguage,
) -> TrainingOut:
    """Have its model made anew of a checkpoint, in place of the one there is."""
    job = await service.promote(database, settings, caller.user.id, job_id, checkpoint_id)
    return TrainingOut.of(job, language)


@router.get("/{job_id}/samples", responses=_MISSING)
async def list_samples(job_id: UUID, caller: CurrentUser, database: InstalledDatabase) -> Samples:
    """What there is to hear and to see, the latest first."""
    return await history.samples(database, caller.user.id, job_id)


@router.get(
    "/{job_id}/samples/{sample_id}/file",
    response_class=FileResponse,
    responses={**_FILE, **described(TrainingNotFound, SampleNotFound)},
)
async def read_training_sample(
    job_id: UUID,
    sample_id: UUID,
    caller: CurrentUser,
    database: InstalledDatabase,
    settings: InstalledSettings,
) -> FileResponse:
    """The sound or the picture itself."""
    path, kind = await history.sample_file(database, settings, caller.user.id, job_id, sample_id)
    return FileResponse(path, media_type=kind, headers={"Cache-Control": "private, no-cache"})


@router.get("/{job_id}/log", responses=_MISSING)
async def read_log(
    job_id: UUID,
    caller: CurrentUser,
    database: InstalledDatabase,
    settings: InstalledSettings,
    lines: Annotated[int, Query(ge=1, le=2000)] = 200,
) -> LogLines:
    """The end of what the trainer printed."""
    return await history.log_lines(database, settings, caller.user.id, job_id, lines)
