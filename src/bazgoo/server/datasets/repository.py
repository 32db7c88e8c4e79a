"""What datasets ask of the database."""

from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Row, select, text, tuple_, update
from sqlalchemy.ext.asyncio import AsyncSession

from bazgoo.server.datasets.claims import MOST_AT_ONCE
from bazgoo.server.datasets.tables import DatasetRow
from bazgoo.server.listing import Position

WORK_LOCK = 0x6270_7163
"""One number for all processes; `hand_out_datasets` (migration 0005) takes the same, 1651536227."""
MEGABYTE = 1024 * 1024

_CLAIM = text("""
    UPDATE datasets
       SET claim = :claim, beat_at = clock_timestamp(), seq = seq + 1, attempts = attempts + 1
     WHERE id = :id AND work IS NOT NULL AND claim IS NULL AND id IN (SELECT next_datasets(:most))
 RETURNING id
""")
_BEAT = text("""
    UPDATE datasets
       SET beat_at = clock_timestamp(), seq = seq + CASE WHEN :told THEN 1 ELSE 0 END,
           stage = coalesce(:stage, stage), progress = greatest(progress, least(100, :progress)),
           accepted = greatest(accepted, :accepted), rejected = greatest(rejected, :rejected)
     WHERE id = :id AND claim = :claim
 RETURNING user_id, seq, status, stage, progress, accepted, rejected
""")
_HAND_OUT = text("SELECT hand_out_datasets(:most)")


async def lock_work(session: AsyncSession) -> None:
    """Let one transaction at a time decide who works on what."""
    await session.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": WORK_LOCK})


async def hand_out(session: AsyncSession) -> None:
    """Make jobs of the datasets that may be worked on now."""
    await session.flush()
    await session.execute(_HAND_OUT, {"most": MOST_AT_ONCE})


async def find_own(
    session: AsyncSession, user_id: UUID, dataset_id: UUID, *, lock: bool = False
) -> DatasetRow | None:
    """A person's dataset."""
    query = select(DatasetRow).where(DatasetRow.id == dataset_id, DatasetRow.user_id == user_id)
    return await session.scalar(query.with_for_update() if lock else query)


async def list_own(
    session: AsyncSession, user_id: UUID, after: Position | None, count: int
) -> list[DatasetRow]:
    """The next ``count`` datasets of a person, newest first."""
    query = select(DatasetRow).where(DatasetRow.user_id == user_id)
    if after is not None:
        query = query.where(tuple_(DatasetRow.created_at, DatasetRow.id) < tuple_(*after))
    newest_first = query.order_by(DatasetRow.created_at.desc(), DatasetRow.id.desc())
    return list(await session.scalars(newest_first.limit(count)))


async def list_ids(session: AsyncSession) -> tuple[set[UUID], set[UUID]]:
    """Every dataset there is, and those with work to do."""
    rows = (await session.execute(select(DatasetRow.id, DatasetRow.work.is_not(None)))).all()
    return {dataset_id for dataset_id, _ in rows}, {dataset_id for dataset_id, waits in rows if waits}


async def claim(session: AsyncSession, dataset_id: UUID, run: UUID) -> DatasetRow | None:
    """Take the work of a dataset for one run, if it may begin now."""
    await lock_work(session)
    values = {"id": dataset_id, "claim": run, "most": MOST_AT_ONCE}
    taken = await session.scalar(_CLAIM, values)
    return await session.get(DatasetRow, dataset_id) if taken else None


async def beat(session: AsyncSession, values: dict[str, Any]) -> Row[Any] | None:
    """Give a sign of life with how far it is; what is to be told, None when the claim is gone."""
    return (await session.execute(_BEAT, values)).one_or_none()


async def change_claimed(
    session: AsyncSession, dataset_id: UUID, held_by: UUID, **values: Any
) -> DatasetRow | None:
    """Change a dataset that a run still holds, and count the change; None when the claim is gone."""
    query = update(DatasetRow).where(DatasetRow.id == dataset_id, DatasetRow.claim == held_by)
    changed = query.values(seq=DatasetRow.seq + 1, **values).returning(DatasetRow)
    return await session.scalar(changed, execution_options={"populate_existing": True})


def megabytes(size_bytes: int) -> Decimal:
    """Bytes as the table has them."""
    return Decimal(size_bytes) / MEGABYTE
