"""How a step of the work ends: the next one, a finished dataset, a failure, or back in the queue."""

import asyncio
from typing import Any
from uuid import UUID

from bazgoo.errors import BazgooError, DatabaseUnavailable
from bazgoo.server.database import Database
from bazgoo.server.datasets import repository
from bazgoo.server.datasets.failing import error_of
from bazgoo.server.datasets.places import Places
from bazgoo.server.datasets.tables import DatasetRow
from bazgoo.server.datasets.telling import tell
from bazgoo.server.datasets.working.run import Run


async def after_pull(database: Database, run: Run) -> bool:
    """What came is read next; False when the run has lost its claim."""
    async with database.session() as session:
        row = await repository.change_claimed(
            session, run.dataset_id, run.claim, work={"do": "import"}, attempts=1
        )
        if row is not None:
            await tell(session, row, row.id)
    return row is not None


async def after_import(database: Database, run: Run, found: dict[str, Any]) -> bool:
    """Put the dataset in its place, to be checked next; False when the run has lost its claim."""
    async with database.session() as session:
        row = await repository.change_claimed(
            session,
            run.dataset_id,
            run.claim,
            status="checking",
            stage="checking",
            work={"do": "check", "new": True},
            attempts=1,
            file_path=f"datasets/{run.dataset_id}",
            accepted=found["accepted"],
            rejected=found["rejected_count"],
            **_facts(found),
        )
        if row is None:
            return False
        row.details = row.details | {"layout": found["layout"], "rejected": found["rejected"]}
        await session.flush()
        await asyncio.to_thread(_place, run.places)
        await tell(session, row, row.id)
    await asyncio.to_thread(run.places.clear_unfinished)
    return True


async def after_check(database: Database, run: Run, found: dict[str, Any]) -> bool:
    """Write down the report: the dataset is ready; False when the run has lost its claim."""
    async with database.session() as session:
        row = await repository.change_claimed(
            session,
            run.dataset_id,
            run.claim,
            status="ready",
            stage=None,
            progress=100,
            work=None,
            claim=None,
            **_facts(found),
        )
        if row is None:
            return False
        version = found["version"]
        stale = found["report"]["version"] != version  # somebody changed records while others were measured
        row.details = row.details | {"report": found["report"], "version": version, "stale": stale}
        await session.flush()
        await tell(session, row, row.id)
    return True


async def fail(database: Database, run: Run, error: BazgooError, *, ready: bool) -> bool:
    """Write down why a step failed, and leave nothing of what was begun; False without the claim.

    A dataset that is ``ready`` stays as it was.
    """
    values: dict[str, Any] = {"status": "ready"} if ready else {"status": "failed", "size_mb": 0}
    async with database.session() as session:
        row = await repository.change_claimed(
            session,
            run.dataset_id,
            run.claim,
            stage=None,
            error=error_of(error),
            work=None,
            claim=None,
            **values,
        )
        if row is None:
            return False
        if not ready:
            await asyncio.to_thread(run.places.clear)
        await tell(session, row, row.id)
    return True


async def give_back(database: Database, dataset_id: UUID, claim: UUID) -> None:
    """Let another worker do it; without a database, it does so when our signs of life are missed."""
    try:
        async with database.session() as session:
            row = await repository.change_claimed(
                session, dataset_id, claim, claim=None, attempts=DatasetRow.attempts - 1
            )
            if row is not None:
                await tell(session, row, row.id)
    except DatabaseUnavailable:
        return


def _place(places: Places) -> None:
    """Put what was made in its place; a run before us may have done so and not lived to write it down."""
    if places.making.exists():
        places.folder.parent.mkdir(parents=True, exist_ok=True)
        places.making.rename(places.folder)


def _facts(found: dict[str, Any]) -> dict[str, Any]:
    return {
        "record_count": found["record_count"],
        "duration_s": found["duration_s"],
        "size_mb": repository.megabytes(found["size_bytes"]),
    }
