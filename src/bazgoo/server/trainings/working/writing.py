"""What a trainer told, written into the tables and told on, in the transaction that moves the position."""

from datetime import UTC, datetime
from pathlib import PurePosixPath
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bazgoo.server.trainings import repository
from bazgoo.server.trainings.tables import TrainingJob
from bazgoo.server.trainings.telling import tell, tell_error, tell_sample
from bazgoo.server.trainings.working.reading import News, Told

LOG_EVERY_S = 5.0
"""How often the history gets a row between two epochs, by the clock of the trainer."""


async def write(session: AsyncSession, job: TrainingJob, news: News) -> None:
    """Write ``news`` down; how far it is is told once, everything else each time."""
    writers = _EXPORT_WRITERS if (job.work or {}).get("do") == "export" else _WRITERS
    for told in news.events:
        if write_one := writers.get(told["event"]):
            await write_one(session, job, told)
    job.position = news.until
    if news.events and job.status != "failed":  # which has been told already
        await tell(session, job)


async def _preparing(_session: AsyncSession, job: TrainingJob, told: Told) -> None:
    job.metrics = job.metrics | {"prepared": 100 * told["prepared"] / (told["total"] or 1)}


async def _started(session: AsyncSession, job: TrainingJob, told: Told) -> None:
    job.step, job.device = told["step"], told["device"]
    job.total_epochs, job.total_steps = told["total_epochs"], told["total_steps"]
    job.progress = min(100.0, 100 * job.step / (job.total_steps or 1))
    job.logged_at = 0
    job.metrics = {name: value for name, value in job.metrics.items() if name != "prepared"}
    if job.work is not None:
        job.work = {"do": "train"}  # the checkpoint that was chosen is the last now
    await repository.forget_after(session, job.id, job.step)


async def _progressed(session: AsyncSession, job: TrainingJob, told: Told) -> None:
    job.epoch, job.total_epochs, job.step = told["epoch"], told["total_epochs"], told["step"]
    job.progress, job.eta_s = min(100.0, told["progress"]), told.get("eta_s")
    job.metrics = job.metrics | told["metrics"]
    if told["at"] - job.logged_at >= LOG_EVERY_S:
        await _log(session, job, told)


async def _epoch_finished(session: AsyncSession, job: TrainingJob, told: Told) -> None:
    job.epoch, job.step = told["epoch"], told["step"]
    job.metrics = job.metrics | told["metrics"]
    await _log(session, job, told)


async def _log(session: AsyncSession, job: TrainingJob, told: Told) -> None:
    """One row of the history."""
    job.logged_at = told["at"]
    row = {name: told[name] for name in ("step", "epoch", "metrics")}
    await repository.put_metrics(session, row | {"training_job_id": job.id, "created_at": _time(told)})


async def _checkpoint_saved(session: AsyncSession, job: TrainingJob, told: Told) -> None:
    file = PurePosixPath(told["file"]).name
    if told["best"]:
        for other in await repository.list_checkpoints(session, job.id):
            other.details = other.details | {"best": False}
        await session.flush()
    details = {"file": file} | {name: told[name] for name in ("sha256", "size_bytes", "best")}
    row = {name: told.get(name) for name in ("epoch", "step", "loss", "accuracy")}
    row |= {"training_job_id": job.id, "file_path": f"checkpoints/{job.id}/checkpoints/{file}"}
    await repository.put_checkpoint(session, row | {"details": details, "created_at": _time(told)})


async def _checkpoint_removed(session: AsyncSession, job: TrainingJob, told: Told) -> None:
    await repository.forget_checkpoint(session, job.id, PurePosixPath(told["file"]).name)


async def _sample_made(session: AsyncSession, job: TrainingJob, told: Told) -> None:
    row = {name: told[name] for name in ("step", "kind", "text", "file")}
    row |= {"training_job_id": job.id, "created_at": _time(told)}
    sample_id = await repository.put_sample(session, row)
    if told["kind"] == "audio":
        await tell_sample(session, job, sample_id, told["step"], told["text"])


async def _completed(_session: AsyncSession, job: TrainingJob, told: Told) -> None:
    job.step, job.progress, job.eta_s = told["step"], 100.0, None
    job.metrics = job.metrics | told["metrics"]
    # its end may have been nearer than the wish to stop
    job.status, job.work = "running", {"do": "install"}


async def _failed(session: AsyncSession, job: TrainingJob, told: Told) -> None:
    error = {"code": told["code"], "message": told["fa"], "message_en": told["en"]}
    await fail(session, job, error)


async def _exported(_session: AsyncSession, job: TrainingJob, told: Told) -> None:
    job.work = (job.work or {}) | {"metrics": told["metrics"]}


async def _export_failed(session: AsyncSession, job: TrainingJob, told: Told) -> None:
    await fail_export(session, job, {"code": told["code"], "message": told["fa"], "message_en": told["en"]})


async def fail_export(session: AsyncSession, job: TrainingJob, error: dict[str, Any]) -> None:
    """Write down why no model was made of a checkpoint; the training stays what it was."""
    job.work, job.error, job.error_message = None, error, error["message"]
    await tell_error(session, job)


async def fail(session: AsyncSession, job: TrainingJob, error: dict[str, Any]) -> None:
    """Write down why a training failed, and tell it."""
    job.status, job.work, job.eta_s = "failed", None, None
    job.error, job.error_message = error, error["message"]
    await tell(session, job)
    await tell_error(session, job)


def _time(told: Told) -> datetime:
    return datetime.fromtimestamp(told["at"], UTC)


_WRITERS = {
    "training_preparing": _preparing,
    "training_started": _started,
    "training_progressed": _progressed,
    "epoch_finished": _epoch_finished,
    "checkpoint_saved": _checkpoint_saved,
    "checkpoint_removed": _checkpoint_removed,
    "sample_made": _sample_made,
    "training_completed": _completed,
    "training_failed": _failed,
}
"""By the name of an event; `training_paused` is known by the end of its process."""
_EXPORT_WRITERS = {"training_completed": _exported, "training_failed": _export_failed}
