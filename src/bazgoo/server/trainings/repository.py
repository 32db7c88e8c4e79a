"""What trainings ask of the database."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete, exists, func, select, text, tuple_
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from bazgoo.server.datasets.tables import DatasetRow
from bazgoo.server.listing import Position
from bazgoo.server.trainings.tables import UNFINISHED, CheckpointRow, MetricsRow, SampleRow, TrainingJob

QUEUE_LOCK = 0x6270_7162
"""One number for all processes; `hand_out_trainings` (migration 0006) takes the same, 1651536226."""

_CLAIM = text("""
    UPDATE training_jobs
       SET claim = :claim, beat_at = clock_timestamp(), seq = seq + 1, started_at = coalesce(started_at, now()),
           status = CASE WHEN status = 'queued' THEN 'running' ELSE status END,
           slot = CASE WHEN work ->> 'do' = 'train' THEN (
               SELECT min(place) FROM generate_series(0, :most - 1) AS place WHERE place NOT IN (
                   SELECT slot FROM training_jobs WHERE claim IS NOT NULL AND slot IS NOT NULL)) END
     WHERE id = :id AND work IS NOT NULL AND claim IS NULL AND id IN (SELECT next_trainings(:most))
 RETURNING id
""")
_HAND_OUT = text("SELECT hand_out_trainings(:most)")


async def lock_queue(session: AsyncSession) -> None:
    """Let one transaction at a time decide what is taught where."""
    await session.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": QUEUE_LOCK})


async def hand_out(session: AsyncSession, most: int) -> None:
    """Make jobs of the trainings that may begin now."""
    await session.flush()
    await session.execute(_HAND_OUT, {"most": most})


async def claim(session: AsyncSession, job_id: UUID, run: UUID, most: int) -> TrainingJob | None:
    """Take the work of a training for one run, if it may begin now."""
    await lock_queue(session)
    taken = await session.scalar(_CLAIM, {"id": job_id, "claim": run, "most": most})
    return await session.get(TrainingJob, job_id) if taken else None


async def find(session: AsyncSession, job_id: UUID) -> TrainingJob | None:
    """A training, to be changed."""
    return await session.get(TrainingJob, job_id, with_for_update=True, populate_existing=True)


async def find_own(
    session: AsyncSession, user_id: UUID, job_id: UUID, *, lock: bool = False
) -> TrainingJob | None:
    """A person's training."""
    query = select(TrainingJob).where(TrainingJob.id == job_id, TrainingJob.user_id == user_id)
    return await session.scalar(query.with_for_update() if lock else query)


async def list_own(
    session: AsyncSession, user_id: UUID, after: Position | None, count: int
) -> list[TrainingJob]:
    """The next ``count`` trainings of a person, newest first."""
    query = select(TrainingJob).where(TrainingJob.user_id == user_id)
    if after is not None:
        query = query.where(tuple_(TrainingJob.created_at, TrainingJob.id) < tuple_(*after))
    newest_first = query.order_by(TrainingJob.created_at.desc(), TrainingJob.id.desc())
    return list(await session.scalars(newest_first.limit(count)))


async def list_kept(session: AsyncSession) -> set[UUID]:
    """Every training whose files are wanted."""
    return set(await session.scalars(select(TrainingJob.id).where(TrainingJob.status != "cancelled")))


async def count_unfinished(session: AsyncSession, user_id: UUID) -> int:
    """How many trainings of a person are not at their end."""
    query = select(func.count()).where(TrainingJob.user_id == user_id, TrainingJob.status.in_(UNFINISHED))
    return int(await session.scalar(query) or 0)


async def dataset_is_needed(session: AsyncSession, dataset_id: UUID) -> bool:
    """Whether a training that is not at its end learns from a dataset."""
    needed = exists().where(TrainingJob.dataset_id == dataset_id, TrainingJob.status.in_(UNFINISHED))
    return bool(await session.scalar(select(needed)))


async def free_name(session: AsyncSession, name: str) -> str:
    """``name``, with a number where a training has it already: voices of one name could not be told apart."""
    alike = TrainingJob.name.startswith(name, autoescape=True)
    query = select(TrainingJob.name).where(alike, TrainingJob.status != "cancelled")
    taken = set(await session.scalars(query))
    names = (name, *(f"{name} {number}" for number in range(2, len(taken) + 2)))
    return next(each for each in names if each not in taken)


async def find_dataset(session: AsyncSession, user_id: UUID, dataset_id: UUID) -> DatasetRow | None:
    """A person's dataset, which cannot be deleted before the transaction ends."""
    query = select(DatasetRow).where(DatasetRow.id == dataset_id, DatasetRow.user_id == user_id)
    return await session.scalar(query.with_for_update(read=True))


async def list_metrics(session: AsyncSession, job_id: UUID, after: int, count: int) -> list[MetricsRow]:
    """The next ``count`` rows of the history after a step."""
    query = select(MetricsRow).where(MetricsRow.training_job_id == job_id, MetricsRow.step > after)
    return list(await session.scalars(query.order_by(MetricsRow.step).limit(count)))


async def list_checkpoints(session: AsyncSession, job_id: UUID) -> list[CheckpointRow]:
    """The saved states of a training, the latest first."""
    query = select(CheckpointRow).where(CheckpointRow.training_job_id == job_id)
    return list(await session.scalars(query.order_by(CheckpointRow.step.desc())))


async def find_checkpoint(session: AsyncSession, job_id: UUID, checkpoint_id: UUID) -> CheckpointRow | None:
    """A saved state of a training."""
    query = select(CheckpointRow).where(
        CheckpointRow.id == checkpoint_id, CheckpointRow.training_job_id == job_id
    )
    return await session.scalar(query)


async def last_step(session: AsyncSession, job_id: UUID) -> int:
    """The step of the last checkpoint; -1 where there is none."""
    query = select(func.max(CheckpointRow.step)).where(CheckpointRow.training_job_id == job_id)
    step = await session.scalar(query)
    return -1 if step is None else step


async def list_samples(session: AsyncSession, job_id: UUID) -> list[SampleRow]:
    """What a training let hear and see, the latest first."""
    query = select(SampleRow).where(SampleRow.training_job_id == job_id)
    return list(await session.scalars(query.order_by(SampleRow.step.desc(), SampleRow.file)))


async def find_sample(session: AsyncSession, job_id: UUID, sample_id: UUID) -> SampleRow | None:
    """One of them."""
    query = select(SampleRow).where(SampleRow.id == sample_id, SampleRow.training_job_id == job_id)
    return await session.scalar(query)


async def put_metrics(session: AsyncSession, row: dict[str, Any]) -> None:
    """Write a row of the history, in place of an earlier one of its step."""
    put = insert(MetricsRow).values(row)
    key = [MetricsRow.training_job_id, MetricsRow.step]
    await session.execute(put.on_conflict_do_update(index_elements=key, set_=row))


async def put_sample(session: AsyncSession, row: dict[str, Any]) -> UUID:
    """Write a sample, in place of an earlier one of its file; its id."""
    put = insert(SampleRow).values(row)
    key = [SampleRow.training_job_id, SampleRow.file]
    kept = put.on_conflict_do_update(index_elements=key, set_=row).returning(SampleRow.id)
    return (await session.execute(kept)).scalar_one()


async def put_checkpoint(session: AsyncSession, row: dict[str, Any]) -> None:
    """Write a saved state, in place of an earlier one of its file."""
    put = insert(CheckpointRow).values(row)
    columns = CheckpointRow.__mapper__.columns
    named = {columns[name]: value for name, value in row.items()}
    key = [CheckpointRow.training_job_id, CheckpointRow.file_path]
    await session.execute(put.on_conflict_do_update(index_elements=key, set_=named))


async def forget_after(session: AsyncSession, job_id: UUID, step: int) -> None:
    """Take away the history after a step from which the training goes on."""
    for table in (MetricsRow, SampleRow):
        await session.execute(delete(table).where(table.training_job_id == job_id, table.step > step))


async def forget_checkpoint(session: AsyncSession, job_id: UUID, file: str) -> None:
    """Take away the row of a saved state whose file is gone."""
    gone = CheckpointRow.training_job_id == job_id, CheckpointRow.details["file"].astext == file
    await session.execute(delete(CheckpointRow).where(*gone))


async def forget_files(session: AsyncSession, job_id: UUID) -> None:
    """Take away every row that names a file."""
    for table in (CheckpointRow, SampleRow):
        await session.execute(delete(table).where(table.training_job_id == job_id))


async def now(session: AsyncSession) -> datetime:
    """The time by the clock of the database."""
    told: datetime = (await session.execute(select(func.clock_timestamp()))).scalar_one()
    return told
