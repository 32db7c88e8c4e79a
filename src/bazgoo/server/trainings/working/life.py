"""One run of one training in a worker, from its claim to its end, whatever goes away meanwhile."""

import asyncio
import logging
import os
import time
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from enum import Enum, auto
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from bazgoo.errors import BazgooError, DatabaseUnavailable, InternalError
from bazgoo.server.trainings import repository
from bazgoo.server.trainings.graphics import environment, most_at_once
from bazgoo.server.trainings.places import Place
from bazgoo.server.trainings.tables import TrainingJob
from bazgoo.server.trainings.working import ending
from bazgoo.server.trainings.working.preparing import prepare
from bazgoo.server.trainings.working.reading import read_news
from bazgoo.server.trainings.working.trainer import LEAVES_WITHIN_S, Trainer
from bazgoo.server.trainings.working.writing import write
from bazgoo.settings import Settings

log = logging.getLogger(__name__)

EVERY_S = 0.25
"""How often what the trainer told is written down, and whether it is still wanted is asked."""
STOPPED_WITHIN_S = 1.5
"""How long a worker that is stopped waits for the trainer; what it saves after that, the next run finds."""

Session = Callable[[], AbstractAsyncContextManager[AsyncSession]]
Change = Callable[[AsyncSession, TrainingJob], Awaitable[None]]


class Standing(Enum):
    """Whose a training is."""

    OURS = auto()
    LOST = auto()
    """Another run has it."""
    GONE = auto()
    """It was cancelled or deleted."""
    UNKNOWN = auto()
    """There is no database to ask."""


class Life:
    """A claimed training."""

    def __init__(
        self, settings: Settings, session: Session, stopping: asyncio.Event, job: TrainingJob, claim: UUID
    ) -> None:
        self._settings = settings
        self._session = session
        self._stopping = stopping
        self._job = job
        self._claim = claim
        self._place = Place(settings.trainings_dir, job.id)
        self._standing = Standing.OURS
        self._trainer: Trainer | None = None
        self._paused = False
        """Whether the trainer said that it stopped because it was asked to."""

    async def live(self) -> None:
        """Do what is to be done to the training, until there is nothing or it is not wanted here any more."""
        held = await self._hold()
        if held is None:
            return await self._release()
        try:
            await self._look()  # a trainer before us may have come to its end
            while self._goes_on:
                await self._do(held)
        finally:
            if self._trainer is not None and self._trainer.status is None and not self._stopping.is_set():
                self._trainer.kill()
            if self._standing is Standing.GONE:
                await asyncio.to_thread(self._place.clear)
            os.close(held)
        return await self._release()

    @property
    def _goes_on(self) -> bool:
        wanted = self._job.work is not None and self._job.status != "queued"
        return wanted and self._standing is Standing.OURS and not self._stopping.is_set()

    async def _do(self, held: int) -> None:
        """Do the next thing; what cannot be done is written down."""
        work = self._job.work or {}
        try:
            if work["do"] == "train":
                await self._train(held)
            elif work["do"] == "export":
                await self._export(held, work["file"])
            else:
                await self._install()
        except BazgooError as error:
            problem = error
        except Exception:
            log.exception("training %s failed", self._job.id)
            problem = InternalError()
        else:
            return
        await self._change(lambda session, job: ending.give_up(session, job, problem))

    async def _train(self, held: int) -> None:
        self._paused = False
        await asyncio.to_thread(prepare, self._settings, self._place, self._job)
        chosen = (self._job.work or {}).get("from")
        begin = ("--from", chosen) if chosen else ()
        self._trainer = Trainer(self._place, held, environment(self._job.slot), *begin)
        await self._watch(self._trainer)
        if self._trainer.status is not None:
            paused = self._paused and self._trainer.status == 0
            await self._change(lambda session, job: ending.after_training(session, job, paused=paused))

    async def _export(self, held: int, file: str) -> None:
        self._trainer = Trainer(self._place, held, {}, "--export", file)
        await self._watch(self._trainer)
        status = self._trainer.status
        if status is not None:
            await self._change(lambda session, job: ending.after_export(session, job, status=status))

    async def _install(self) -> None:
        installing = asyncio.create_task(ending.install(self._settings, self._job, self._place))
        while not installing.done():
            await asyncio.wait({installing}, timeout=EVERY_S)
            await self._look()
        manifest = await installing
        await self._change(lambda session, job: ending.complete(session, job, manifest))

    async def _hold(self) -> int | None:
        """Lock the run, once whoever had it before us has gone; None when it is not wanted any more."""
        begun = time.monotonic()
        while (held := self._place.hold()) is None:
            await asyncio.sleep(EVERY_S)
            standing = await self._look()
            if standing is Standing.GONE or time.monotonic() - begun > LEAVES_WITHIN_S:
                self._place.kill()
            if standing is Standing.LOST or self._stopping.is_set():
                return None
        return held

    async def _watch(self, trainer: Trainer) -> None:
        """Write down what the trainer tells until it has gone and everything is written."""
        while trainer.status is None:
            if self._stopping.is_set():
                return await self._leave(trainer)
            await asyncio.sleep(EVERY_S)
            self._guide(trainer, await self._look())
        while (before := self._job.position) is not None:
            standing = await self._look()
            if standing is not Standing.UNKNOWN and self._job.position == before:
                return None
            if standing is Standing.UNKNOWN:
                if self._stopping.is_set():
                    return None
                await asyncio.sleep(EVERY_S)
        return None

    def _guide(self, trainer: Trainer, standing: Standing) -> None:
        """Let the trainer go on, have it save its state and go, or end it."""
        do = (self._job.work or {}).get("do")
        if standing is Standing.GONE:
            trainer.kill()
        elif standing is Standing.LOST or self._job.status == "queued":
            trainer.stop()
        elif do == "install" or (do is None and self._job.status == "failed"):
            trainer.expect_end()
        elif do is None:
            trainer.stop()

    async def _leave(self, trainer: Trainer) -> None:
        """Have the trainer save its state and go, and do not wait for it for long."""
        trainer.stop()
        deadline = time.monotonic() + STOPPED_WITHIN_S
        while trainer.status is None and time.monotonic() < deadline:  # noqa: ASYNC110 - a process
            await asyncio.sleep(0.05)
        await self._look()

    async def _look(self) -> Standing:
        """Write down what the trainer told, give a sign of life, and see whether it is still wanted."""
        news = await asyncio.to_thread(read_news, self._place.run.events, self._job.position)
        try:
            async with self._session() as session:
                job = await repository.find(session, self._job.id)
                self._standing = self._stands(job)
                if job is not None and self._standing is Standing.OURS:
                    job.claim, job.beat_at = self._claim, await repository.now(session)
                    if job.position == news.since:  # else it was written, and we were not told so
                        await write(session, job, news)
        except DatabaseUnavailable:
            return Standing.UNKNOWN  # nobody can want anything else; go on
        if job is not None:
            self._job = job
        self._paused |= any(told["event"] == "training_paused" for told in news.events)
        return self._standing

    def _stands(self, job: TrainingJob | None) -> Standing:
        """Whose ``job`` is; one that was taken back while we had no database, and by nobody else, is ours again."""
        if job is None or job.status == "cancelled":
            return Standing.GONE
        if job.claim is None and job.status == "queued" and job.work is not None and self._has_trainer:
            job.status = "running"
            return Standing.OURS
        return Standing.OURS if job.claim == self._claim else Standing.LOST

    @property
    def _has_trainer(self) -> bool:
        return self._trainer is not None and self._trainer.status is None

    async def _change(self, change: Change) -> None:
        """Change the training, if it is still ours, as soon as there is a database to change it in."""
        while True:
            try:
                async with self._session() as session:
                    job = await repository.find(session, self._job.id)
                    if job is not None and job.claim == self._claim and job.status != "cancelled":
                        await change(session, job)
                break
            except DatabaseUnavailable:
                if self._stopping.is_set():
                    return
                await asyncio.sleep(1.0)
        if job is None or job.status == "cancelled":
            self._standing = Standing.GONE
        elif job.claim != self._claim:
            self._standing = Standing.LOST
        self._job = job or self._job

    async def _release(self) -> None:
        """Let another run go on; without a database, it does so when our signs of life are missed."""
        most = most_at_once(self._settings)
        try:
            async with self._session() as session:
                await repository.lock_queue(session)
                job = await repository.find(session, self._job.id)
                if job is not None and job.claim == self._claim:
                    await ending.release(session, job, most)
                else:
                    await repository.hand_out(session, most)
        except DatabaseUnavailable:
            return
