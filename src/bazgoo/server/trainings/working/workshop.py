"""The trainings of one worker; each lives on its own, also while the database and the queue are away."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import UUID, uuid4

from sqlalchemy.ext.asyncio import AsyncSession

from bazgoo.server import addresses
from bazgoo.server.database import Database
from bazgoo.server.trainings import places, repository
from bazgoo.server.trainings.graphics import most_at_once
from bazgoo.server.trainings.telling import tell
from bazgoo.server.trainings.working.life import Life
from bazgoo.settings import Settings

log = logging.getLogger(__name__)


class TrainingWorkshop:
    """What the trainings of one worker share."""

    def __init__(self, settings: Settings, stopping: asyncio.Event) -> None:
        self._settings = settings
        self._stopping = stopping
        self._database: Database | None = None
        self._lives: dict[UUID, asyncio.Task[None]] = {}

    @asynccontextmanager
    async def session(self) -> AsyncIterator[AsyncSession]:
        """One transaction on the database that runs now; raises DatabaseUnavailable."""
        if self._database is None:
            self._database = Database(addresses.running(self._settings))
        async with self._database.session() as session:
            yield session

    async def close(self) -> None:
        """Close the connections; they are opened again where a training lives on.

        A worker that is stopped waits here until its trainers have been told.
        """
        if self._stopping.is_set() and self._lives:
            await asyncio.wait(self._lives.values())
        database, self._database = self._database, None
        if database is not None:
            await database.close()

    async def take(self, job_id: UUID) -> None:
        """Begin what waits to be done to a training, if it may begin now."""
        if self._stopping.is_set() or job_id in self._lives:
            return
        claim, most = uuid4(), await asyncio.to_thread(most_at_once, self._settings)
        async with self.session() as session:
            job = await repository.claim(session, job_id, claim, most)
            if job is None:
                return
            await tell(session, job)
        life = Life(self._settings, self.session, self._stopping, job, claim)
        self._lives[job_id] = living = asyncio.create_task(life.live())
        living.add_done_callback(lambda ended: self._bury(job_id, ended))

    def _bury(self, job_id: UUID, ended: "asyncio.Task[None]") -> None:
        self._lives.pop(job_id, None)
        if not ended.cancelled() and (error := ended.exception()):
            log.error("the run of training %s broke", job_id, exc_info=error)

    async def tidy(self) -> None:
        """Take away the runs that no training wants any more, and whoever is still at work on them."""
        async with self.session() as session:
            wanted = await repository.list_kept(session)
        await asyncio.to_thread(places.tidy, self._settings.trainings_dir, wanted | set(self._lives))
