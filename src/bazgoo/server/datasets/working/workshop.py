"""What the work on datasets of one worker shares, and how one run goes from its claim to its end."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any
from uuid import UUID, uuid4

from bazgoo.errors import BazgooError, DatabaseUnavailable, FolderBusy, InternalError, WorkCrashed
from bazgoo.server import addresses
from bazgoo.server.database import Database
from bazgoo.server.datasets import places, repository
from bazgoo.server.datasets.quotas import Room
from bazgoo.server.datasets.tables import DatasetRow
from bazgoo.server.datasets.telling import tell
from bazgoo.server.datasets.working import ending
from bazgoo.server.datasets.working.run import Run
from bazgoo.server.sources.access import of_user
from bazgoo.server.sources.downloads.workshop import PATIENCE
from bazgoo.server.sources.lines import Lines
from bazgoo.settings import Settings

log = logging.getLogger(__name__)

EVERY_S = 0.25
"""How often a run says how far it is, and asks whether it is still wanted."""
MOST_ATTEMPTS = 25
"""Workers that may go down over a dataset before it is left alone: they are stopped and killed for many reasons, and
what a person brought is not thrown away for theirs."""
MOST_CRASHES = 3
"""How often the process that does a step may end without a word; that is most likely the dataset's own fault."""
BUSY_S = 0.5


class DatasetWorkshop:
    """The datasets of one worker: the database, and the lines to the Hub."""

    def __init__(self, settings: Settings, database: Database, stopping: asyncio.Event) -> None:
        self._settings = settings
        self._database = database
        self._stopping = stopping
        self._lines = Lines(PATIENCE)

    async def close(self) -> None:
        """Close the connections."""
        await self._lines.close()
        await self._database.close()

    async def tidy(self) -> None:
        """Take away the folders that no dataset has any more."""
        async with self._database.session() as session:
            owned, wanted = await repository.list_ids(session)
        await asyncio.to_thread(places.tidy, self._settings.datasets_dir, owned, wanted)

    async def work(self, dataset_id: UUID) -> None:
        """Do what waits to be done to a dataset, if it may begin now; what happened stands in its row."""
        claim = uuid4()
        async with self._database.session() as session:
            row = await repository.claim(session, dataset_id, claim)
            if row is None:
                return
            room = await Room.left(session, self._settings, row.user_id, beside=row.size_mb)
            await tell(session, row, row.id)
        run = Run(row, claim, self._settings, room)
        working = asyncio.create_task(self._steps(run, row))
        try:
            await self._watch(run, working)
        except asyncio.CancelledError:
            await _stop(working)
            await ending.give_back(self._database, run.dataset_id, claim)
            raise

    async def _steps(self, run: Run, row: DatasetRow) -> None:
        """One step after the other; what went wrong is written down, and so is what is done."""
        work: dict[str, Any] | None = row.work
        try:
            if row.attempts > MOST_ATTEMPTS:
                raise WorkCrashed
            while work is not None:
                work = await self._step(run, work)
        except BazgooError as error:
            await self._fail(run, error, work)
        except Exception:
            log.exception("the work on dataset %s failed", run.dataset_id)
            await self._fail(run, InternalError(), work)

    async def _step(self, run: Run, work: dict[str, Any]) -> dict[str, Any] | None:
        """Do one step; the next, None when there is none or the run has lost its claim."""
        if work["do"] == "pull":
            await self._pull(run)
            kept = await self._insist(ending.after_pull, run)
            return {"do": "import"} if kept else None
        if work["do"] == "import":
            found = await _patiently(lambda: run.bring_in(work))
            kept = await self._insist(ending.after_import, run, found)
            return {"do": "check", "new": True} if kept else None
        await self._insist(ending.after_check, run, await _patiently(run.check))
        return None

    async def _pull(self, run: Run) -> None:
        async with self._database.session() as session:
            access = await of_user(session, self._settings, run.user_id)
        while True:
            try:
                return await run.pull(self._lines, access)
            except FolderBusy:  # a run before us has not let go yet
                await asyncio.sleep(BUSY_S)

    async def _fail(self, run: Run, error: BazgooError, work: dict[str, Any] | None) -> None:
        ready = work is not None and work["do"] == "check"
        await self._insist(ending.fail, run, error, ready=ready)

    async def _insist(self, write: Any, *values: Any, **named: Any) -> bool:
        """Write down how a step ended, as soon as there is a database to write it in."""
        while True:
            try:
                return bool(await write(self._database, *values, **named))
            except DatabaseUnavailable:
                await asyncio.sleep(1.0)

    async def _watch(self, run: Run, working: "asyncio.Task[None]") -> None:
        """Say how the work goes until it ends, or until it is not wanted here any more."""
        while not working.done():
            await asyncio.wait({working}, timeout=EVERY_S)
            if self._stopping.is_set() and not working.done():
                await _stop(working)
                await ending.give_back(self._database, run.dataset_id, run.claim)
                return
            if not working.done() and not await self._still_ours(run):
                break
        await self._leave(run, working)

    async def _still_ours(self, run: Run) -> bool:
        """Give a sign of life; without a database, go on and hope."""
        values = run.values()
        try:
            async with self._database.session() as session:
                row = await repository.beat(session, values)
                if row is not None and values["told"]:
                    await tell(session, row, run.dataset_id)
        except DatabaseUnavailable:
            return True
        return row is not None

    async def _leave(self, run: Run, working: "asyncio.Task[None]") -> None:
        """Clear up after a dataset that was deleted meanwhile, and let the next begin."""
        ended_by_itself = working.done()
        await _stop(working)
        with suppress(DatabaseUnavailable):
            async with self._database.session() as session:
                gone = await session.get(DatasetRow, run.dataset_id) is None
                await repository.hand_out(session)
            if gone:
                await asyncio.to_thread(run.places.clear)
            elif ended_by_itself:
                await asyncio.to_thread(run.places.clear_unfinished)


def open_workshop(settings: Settings, stopping: asyncio.Event) -> DatasetWorkshop:
    """A workshop on the database that runs now; raises DatabaseUnavailable."""
    return DatasetWorkshop(settings, Database(addresses.running(settings)), stopping)


async def _patiently(do: Callable[[], Awaitable[dict[str, Any]]]) -> dict[str, Any]:
    """What a step came to, begun again when its process was killed; raises what it ended with."""
    for _ in range(MOST_CRASHES - 1):
        with suppress(WorkCrashed):
            return await do()
    return await do()


async def _stop(working: "asyncio.Task[None]") -> None:
    """Cancel the work and wait until its process is gone."""
    working.cancel()
    await asyncio.wait({working})
