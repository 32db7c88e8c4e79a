"""`/api/training/{id}/listening`: two clips, and which is better."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import FileResponse

from bazgoo.errors import LoginRequired, PairNotFound, SampleNotFound, TrainingNotFound
from bazgoo.server.dependencies import API_LIMIT, CurrentUser, InstalledDatabase, InstalledSettings
from bazgoo.server.problems import described
from bazgoo.server.trainings.listening import service
from bazgoo.server.trainings.listening.schemas import Listening, Vote
from bazgoo.server.trainings.listening.service import Side

router = APIRouter(
    prefix="/api/training/{job_id}/listening",
    tags=["training"],
    dependencies=[API_LIMIT],
    responses=described(LoginRequired, TrainingNotFound),
)

_SOUND: dict[int | str, dict[str, Any]] = {200: {"content": {"audio/wav": {}}, "description": "The clip."}}


@router.get("")
async def read_listening(job_id: UUID, caller: CurrentUser, database: InstalledDatabase) -> Listening:
    """What to listen to next, and what was thought so far."""
    return await service.listen(database, caller.user.id, job_id)


@router.post("", status_code=201, responses=described(PairNotFound))
async def vote_in_listening(
    job_id: UUID, said: Vote, caller: CurrentUser, database: InstalledDatabase
) -> Listening:
    """Keep what was thought of a pair; the answer has the next one."""
    return await service.vote(database, caller.user.id, job_id, said)


@router.get(
    "/{pair_id}/{side}",
    response_class=FileResponse,
    responses={**_SOUND, **described(PairNotFound, SampleNotFound)},
)
async def read_listening_clip(  # noqa: PLR0917  FastAPI passes them by name
    job_id: UUID,
    pair_id: UUID,
    side: Side,
    caller: CurrentUser,
    database: InstalledDatabase,
    settings: InstalledSettings,
) -> FileResponse:
    """One of the two clips."""
    path, kind = await service.clip(database, settings, caller.user.id, job_id, pair_id, side)
    return FileResponse(path, media_type=kind, headers={"Cache-Control": "private, no-store"})
