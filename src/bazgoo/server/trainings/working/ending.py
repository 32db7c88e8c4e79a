"""How a run ends: a model on the shelf, a failure, or back in the queue."""

import asyncio
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy.ext.asyncio import AsyncSession

from bazgoo import __version__
from bazgoo.errors import BazgooError, TrainerCrashed
from bazgoo.server.sources.downloads.repository import lock_queue as lock_models
from bazgoo.server.sources.installed.shelved import enter
from bazgoo.server.sources.tables import Model
from bazgoo.server.trainings import repository
from bazgoo.server.trainings.places import Place
from bazgoo.server.trainings.tables import TrainingJob
from bazgoo.server.trainings.telling import error_of, tell, tell_complete
from bazgoo.server.trainings.working.writing import fail, fail_export
from bazgoo.settings import Settings
from bazgoo.store import Manifest, Shelf, import_folder

MODELS = UUID("5f0b2a52-70d3-4ef1-9a5e-6f2c3f6c9d11")
"""What the id of a model is made of, together with that of its training: to install it twice makes one."""


async def after_training(session: AsyncSession, job: TrainingJob, *, paused: bool) -> None:
    """The trainer is gone: what it has not told is a crash, after which it goes on from its last checkpoint.

    Once; again only when there is a new checkpoint since, else it would go on for ever.
    """
    if job.status != "running" or (job.work or {}).get("do") != "train" or paused:
        return
    last = await repository.last_step(session, job.id)
    if job.crashed_at_step is None or last > job.crashed_at_step:
        job.crashed_at_step = last
    else:
        await fail(session, job, error_of(TrainerCrashed()))


async def after_export(session: AsyncSession, job: TrainingJob, *, status: int | None) -> None:
    """A model was made anew of a checkpoint, or not."""
    work = job.work or {}
    if work.get("do") != "export":
        return
    if status == 0:
        job.work = work | {"do": "install"}
    else:
        await fail_export(session, job, error_of(TrainerCrashed()))


async def install(settings: Settings, job: TrainingJob, place: Place) -> Manifest:
    """Put a copy of what was exported on the shelf, in place of what this training made before."""
    return await asyncio.to_thread(
        lambda: import_folder(
            Shelf(settings.models_dir),
            place.run.export,
            model_id=str(model_of(job)),
            name=job.name,
            license=job.lineage.get("license"),
        )
    )


def model_of(job: TrainingJob) -> UUID:
    """The model that a training makes."""
    return job.model_id or uuid5(MODELS, str(job.id))


async def complete(session: AsyncSession, job: TrainingJob, manifest: Manifest) -> None:
    """Write down that the model is installed, with where it comes from, and tell it."""
    work = job.work or {}
    from_checkpoint = work.get("checkpoint")
    await lock_models(session)
    model = await session.get(Model, UUID(manifest.id))
    if model is None:
        model = Model(id=UUID(manifest.id), details={})
        session.add(model)
    lineage = lineage_of(job, from_checkpoint, work.get("metrics") or job.metrics)
    model.details = model.details | {"owner": str(job.user_id), "lineage": lineage}
    model.details.pop("missing", None)
    enter(model, manifest)
    await session.flush()
    job.model_id, job.work, job.error, job.error_message = model.id, None, None, None
    if from_checkpoint is None:
        job.status, job.progress, job.eta_s = "completed", 100.0, None
        job.completed_at = await repository.now(session)
    await tell(session, job)
    await tell_complete(session, job)


def lineage_of(
    job: TrainingJob, checkpoint: dict[str, Any] | None, metrics: dict[str, Any]
) -> dict[str, Any]:
    """Where a model comes from, so that it can be made again and told of."""
    return {
        "job_id": str(job.id),
        "recipe": job.recipe,
        "dataset_id": str(job.dataset_id) if job.dataset_id else None,
        "config": job.config,
        "metrics": metrics,
        "checkpoint": checkpoint,
        "step": checkpoint["step"] if checkpoint else job.step,
        "bazgoo_version": __version__,
        **job.lineage,
    }


async def give_up(session: AsyncSession, job: TrainingJob, error: BazgooError) -> None:
    """Write down why the work on a training cannot be done."""
    if (job.work or {}).get("checkpoint"):
        await fail_export(session, job, error_of(error))
    else:
        await fail(session, job, error_of(error))


async def release(session: AsyncSession, job: TrainingJob, most: int) -> None:
    """Let go of a training; what is not at its end goes back in the queue."""
    job.claim = job.slot = None
    if job.status == "running":
        job.status = "queued"
        await tell(session, job)
    await repository.hand_out(session, most)
