"""Datasets listed, read, renamed, checked again, deleted."""

import asyncio
from typing import TYPE_CHECKING
from uuid import UUID

from bazgoo.errors import DatasetBusy, DatasetDamaged, DatasetNotFound, JobFinished, Language
from bazgoo.server.database import Database, Witness, nobody
from bazgoo.server.datasets import repository
from bazgoo.server.datasets.holding import Holding
from bazgoo.server.datasets.places import size_of
from bazgoo.server.datasets.schemas import DatasetChange, DatasetOut, Datasets, Deleted
from bazgoo.server.datasets.tables import DatasetRow
from bazgoo.server.datasets.telling import tell
from bazgoo.server.listing import Position, write_cursor
from bazgoo.server.quotas import repository as quotas
from bazgoo.server.quotas.service import allowed as allowed_to
from bazgoo.server.trainings.repository import dataset_is_needed
from bazgoo.settings import Settings

if TYPE_CHECKING:
    from bazgoo.datasets import Dataset


async def list_own(
    database: Database,
    settings: Settings,
    user_id: UUID,
    language: Language,
    *,
    after: Position | None,
    limit: int,
) -> Datasets:
    """A page of a person's datasets."""
    async with database.session() as session:
        found = await repository.list_own(session, user_id, after, limit + 1)
        used_mb = await quotas.disk_mb(session, user_id)
        allowed = await allowed_to(session, settings, user_id)
    last = found[limit - 1] if len(found) > limit else None
    return Datasets(
        items=[DatasetOut.of(row, language) for row in found[:limit]],
        next_cursor=write_cursor((last.created_at, last.id)) if last else None,
        used_mb=float(used_mb),
        quota_mb=allowed.disk_mb or 0,
    )


async def read(holding: Holding) -> DatasetRow:
    """A dataset with the version of its records; raises DatasetNotFound."""
    row = await holding.row()
    if row.status != "ready" or row.details.get("version"):
        return row
    try:
        version = await holding.look(lambda dataset: dataset.version())
    except (DatasetNotFound, DatasetDamaged):
        return await holding.row()  # files deleted by hand: the row can still be seen, and deleted
    async with holding.database.session() as session:
        found = await repository.find_own(session, holding.user_id, holding.dataset_id, lock=True)
        if found is None:
            raise DatasetNotFound
        found.details = found.details | {"version": version}
    return found


async def change(holding: Holding, wanted: DatasetChange) -> DatasetRow:
    """Change what is said of a dataset, in the row and in its folder; raises DatasetNotFound."""
    changes = wanted.model_dump(exclude_unset=True)
    async with holding.database.session() as session:
        row = await repository.find_own(session, holding.user_id, holding.dataset_id, lock=True)
        if row is None:
            raise DatasetNotFound
        row.name = changes.pop("name", None) or row.name
        row.details = row.details | changes
    if row.status in ("ready", "checking"):
        facts = {"name": row.name, **{key: value or "" for key, value in changes.items()}}

        def note(dataset: "Dataset") -> None:
            for fact in facts.items():
                dataset.set_fact(*fact)

        await holding.look(note)
    return row


async def check(holding: Holding) -> DatasetRow:
    """Have every record measured anew; raises DatasetNotFound, DatasetBusy."""
    async with holding.database.session() as session:
        await repository.lock_work(session)
        row = await repository.find_own(session, holding.user_id, holding.dataset_id, lock=True)
        if row is None:
            raise DatasetNotFound
        if row.status != "ready":
            raise DatasetBusy
        begin(row, {"do": "check"})
        await session.flush()
        await tell(session, row, row.id)
        await repository.hand_out(session)
    return row


def begin(row: DatasetRow, work: dict[str, object]) -> None:
    """Write into the row what is to be done to it."""
    row.status = "checking" if work["do"] == "check" else "importing"
    row.work, row.error, row.stage, row.progress = work, None, "waiting", 0.0
    row.attempts, row.seq = 0, (row.seq or 0) + 1


async def stop_checking(holding: Holding, witness: Witness = nobody) -> DatasetRow:
    """Leave a dataset as it is instead of measuring it further; raises DatasetNotFound, JobFinished."""
    async with holding.database.session() as session:
        await repository.lock_work(session)
        row = await repository.find_own(session, holding.user_id, holding.dataset_id, lock=True)
        if row is None:
            raise DatasetNotFound
        if row.status != "checking":
            raise JobFinished(status=row.status)
        row.status, row.stage, row.progress, row.work, row.claim = "ready", None, 100.0, None, None
        row.seq += 1
        await session.flush()
        await tell(session, row, row.id)
        await repository.hand_out(session)
        await witness(session)
    return row


async def delete(holding: Holding, witness: Witness = nobody) -> Deleted:
    """Delete a dataset with its files; raises DatasetNotFound, and DatasetBusy while a training needs it.

    Its folder is out of its place before the row is gone, and back if the row stays; whoever works on it finds
    that it is not wanted any more.
    """
    places = holding.places
    try:
        async with holding.database.session() as session:
            row = await repository.find_own(session, holding.user_id, holding.dataset_id, lock=True)
            if row is None:
                raise DatasetNotFound
            if await dataset_is_needed(session, row.id):
                raise DatasetBusy
            await session.delete(row)
            await witness(session)
            await session.flush()
            await asyncio.to_thread(places.set_aside)
    except BaseException:
        await asyncio.to_thread(places.put_back)
        raise
    freed = await asyncio.to_thread(_clear, holding)
    async with holding.database.session() as session:
        await repository.hand_out(session)
    return Deleted(id=holding.dataset_id, freed_bytes=freed)


def _clear(holding: Holding) -> int:
    places = holding.places
    freed = sum(size_of(path) for path in (places.deleted, places.making, places.incoming))
    places.clear()
    return freed
