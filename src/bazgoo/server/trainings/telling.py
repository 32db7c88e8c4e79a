"""Telling the owner of a training what has changed, in the transaction that changes it."""

from typing import Any, cast
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from bazgoo.errors import BazgooError
from bazgoo.server.live.events import (
    TrainingComplete,
    TrainingError,
    TrainingMetrics,
    TrainingProgress,
    TrainingSample,
)
from bazgoo.server.live.publishing import publish
from bazgoo.server.trainings import repository
from bazgoo.server.trainings.tables import TrainingJob

TOLD = ("seq", "status", "epoch", "total_epochs", "step", "progress", "metrics", "eta_s")


async def tell(session: AsyncSession, job: TrainingJob) -> None:
    """Tell how far a training is; counts the change."""
    await _count(session, job)
    fields: dict[str, Any] = {name: getattr(job, name) for name in TOLD}
    await publish(session, job.user_id, TrainingProgress(job_id=job.id, **fields))


async def tell_sample(session: AsyncSession, job: TrainingJob, sample_id: UUID, step: int, text: str) -> None:
    """Tell that there is something to hear."""
    await _count(session, job)
    url = sample_url(job.id, sample_id)
    event = TrainingSample(seq=job.seq, job_id=job.id, step=step, url=url, text=text)
    await publish(session, job.user_id, event)


async def tell_complete(session: AsyncSession, job: TrainingJob) -> None:
    """Tell that the model is on the shelf."""
    assert job.model_id
    await _count(session, job)
    metrics = cast("TrainingMetrics", job.metrics)
    event = TrainingComplete(seq=job.seq, job_id=job.id, model_id=job.model_id, metrics=metrics)
    await publish(session, job.user_id, event)


async def tell_error(session: AsyncSession, job: TrainingJob) -> None:
    """Tell why it failed."""
    assert job.error
    await _count(session, job)
    await publish(session, job.user_id, TrainingError(seq=job.seq, job_id=job.id, **job.error))


async def _count(session: AsyncSession, job: TrainingJob) -> None:
    job.seq += 1
    await session.flush()


def error_of(error: BazgooError) -> dict[str, str]:
    """An error as it is kept in the row."""
    return {"code": error.code, "message": error.message("fa"), "message_en": error.message("en")}


def sample_url(job_id: UUID, sample_id: UUID) -> str:
    """Where a sample is heard or seen."""
    return f"/api/training/{job_id}/samples/{sample_id}/file"


async def snapshot(session: AsyncSession, user_id: UUID, job_id: UUID) -> dict[str, Any] | None:
    """How far a person's training is, for whoever begins to watch it."""
    job = await repository.find_own(session, user_id, job_id)
    if job is None:
        return None
    fields = {name: getattr(job, name) for name in TOLD}
    model = str(job.model_id) if job.model_id else None
    return {"job_id": str(job.id), **fields, "model_id": model, "error": job.error}
