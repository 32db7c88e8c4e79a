"""What the owner of a training can do with it: see it, pause it, let it go on, cancel it, take another checkpoint."""

import asyncio
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from bazgoo.errors import (
    CheckpointNotFound,
    DatasetNotFound,
    Language,
    TrainingBusy,
    TrainingFinished,
    TrainingNotFound,
)
from bazgoo.server.database import Database, Witness, nobody
from bazgoo.server.listing import Position, write_cursor
from bazgoo.server.trainings import repository
from bazgoo.server.trainings.graphics import most_at_once
from bazgoo.server.trainings.places import Place
from bazgoo.server.trainings.schemas import TrainingOut, Trainings
from bazgoo.server.trainings.tables import CheckpointRow, TrainingJob
from bazgoo.server.trainings.telling import tell
from bazgoo.settings import Settings


async def list_own(
    database: Database, user_id: UUID, language: Language, *, after: Position | None, limit: int
) -> Trainings:
    """A page of a person's trainings."""
    async with database.session() as session:
        found = await repository.list_own(session, user_id, after, limit + 1)
    last = found[limit - 1] if len(found) > limit else None
    return Trainings(
        items=[TrainingOut.of(job, language) for job in found[:limit]],
        next_cursor=write_cursor((last.created_at, last.id)) if last else None,
    )


async def read(database: Database, user_id: UUID, job_id: UUID) -> TrainingJob:
    """A person's training; raises TrainingNotFound."""
    async with database.session() as session:
        return await _own(session, user_id, job_id)


async def pause(database: Database, settings: Settings, user_id: UUID, job_id: UUID) -> TrainingJob:
    """Let it stop; whoever has its process finds that it is to save its state.

    Raises TrainingNotFound, TrainingFinished.
    """
    most = await asyncio.to_thread(most_at_once, settings)
    async with database.session() as session:
        await repository.lock_queue(session)
        job = await _own(session, user_id, job_id, lock=True)
        if job.status == "paused":
            return job
        if job.status not in ("queued", "running") or (job.work or {}).get("do") == "install":
            raise TrainingFinished
        job.status, job.work, job.eta_s = "paused", None, None
        await tell(session, job)
        await repository.hand_out(session, most)
    return job


async def resume(
    database: Database, settings: Settings, user_id: UUID, job_id: UUID, checkpoint_id: UUID | None
) -> TrainingJob:
    """Let a paused or failed training go on, from its last checkpoint or from the one that is named.

    Raises TrainingNotFound, TrainingFinished, TrainingBusy, CheckpointNotFound, DatasetNotFound.
    """
    most = await asyncio.to_thread(most_at_once, settings)
    async with database.session() as session:
        await repository.lock_queue(session)
        job = await _own(session, user_id, job_id, lock=True)
        if job.status in ("queued", "running") and checkpoint_id is None:
            return job
        if job.status in ("completed", "cancelled"):
            raise TrainingFinished
        if job.work is not None:
            raise TrainingBusy
        if job.dataset_id is None:
            raise DatasetNotFound
        job.work = {"do": "train"}
        if checkpoint_id is not None:
            chosen = await _checkpoint(session, job, checkpoint_id)
            job.work = job.work | {"from": chosen.details["file"]}
        job.status, job.error, job.error_message, job.crashed_at_step = "queued", None, None, None
        await tell(session, job)
        await repository.hand_out(session, most)
    return job


async def promote(
    database: Database, settings: Settings, user_id: UUID, job_id: UUID, checkpoint_id: UUID
) -> TrainingJob:
    """Have the model made anew of a checkpoint; raises TrainingNotFound, CheckpointNotFound, TrainingBusy."""
    most = await asyncio.to_thread(most_at_once, settings)
    async with database.session() as session:
        await repository.lock_queue(session)
        job = await _own(session, user_id, job_id, lock=True)
        chosen = await _checkpoint(session, job, checkpoint_id)
        if job.work is not None or job.claim is not None:
            raise TrainingBusy
        told = {"id": str(chosen.id), "step": chosen.step, "epoch": chosen.epoch, "loss": chosen.loss,
                "accuracy": chosen.accuracy, "sha256": chosen.details["sha256"]}  # fmt: skip
        job.work = {"do": "export", "file": chosen.details["file"], "checkpoint": told}
        job.error, job.error_message = None, None
        await tell(session, job)
        await repository.hand_out(session, most)
    return job


async def cancel(
    database: Database,
    settings: Settings,
    user_id: UUID,
    job_id: UUID,
    *,
    keep_ended: bool = False,
    witness: Witness = nobody,
) -> TrainingJob:
    """End a training, with its process and its files; one that has ended is taken out of the list.

    What has become of it stays on the shelf.  Raises TrainingNotFound, and with ``keep_ended`` TrainingFinished.
    """
    most = await asyncio.to_thread(most_at_once, settings)
    async with database.session() as session:
        await repository.lock_queue(session)
        job = await _own(session, user_id, job_id, lock=True)
        if job.status in ("completed", "cancelled"):
            if keep_ended:
                raise TrainingFinished
            await session.delete(job)
        else:
            job.status, job.work, job.eta_s = "cancelled", None, None
            job.completed_at = await repository.now(session)
            await repository.forget_files(session, job.id)
            await tell(session, job)
        await repository.hand_out(session, most)
        await witness(session)
    # whoever has its process does the same when it looks; this reaches those whom nobody has
    await asyncio.to_thread(Place(settings.trainings_dir, job_id).remove)
    return job


async def _own(session: AsyncSession, user_id: UUID, job_id: UUID, *, lock: bool = False) -> TrainingJob:
    job = await repository.find_own(session, user_id, job_id, lock=lock)
    if job is None:
        raise TrainingNotFound
    return job


async def _checkpoint(session: AsyncSession, job: TrainingJob, checkpoint_id: UUID) -> CheckpointRow:
    checkpoint = await repository.find_checkpoint(session, job.id, checkpoint_id)
    if checkpoint is None:
        raise CheckpointNotFound
    return checkpoint
