"""The worker process: takes jobs from the queue, outlives a database that goes away, ends with its studio.

python -m bazgoo.server.worker STUDIO_PID [--quiet]
"""

import asyncio
import logging
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

import psycopg
from procrastinate import App
from procrastinate.exceptions import AlreadyEnqueued, ConnectorException

from bazgoo.errors import DatabaseUnavailable
from bazgoo.server import addresses
from bazgoo.server.datasets.claims import MOST_AT_ONCE
from bazgoo.server.logfile import log_to
from bazgoo.server.queue import CONCURRENCY, make_queue
from bazgoo.server.trainings.graphics import most_at_once
from bazgoo.settings import Settings

if TYPE_CHECKING:
    from bazgoo.server.backups.working import BackupWorkshop
    from bazgoo.server.datasets.working.workshop import DatasetWorkshop
    from bazgoo.server.sources.downloads.bringing import Workshop
    from bazgoo.server.trainings.working.workshop import TrainingWorkshop

logger = logging.getLogger(__name__)

JOBS_END_S = 3.0
"""How long jobs in hand may take to end when the worker is stopped; then they are given back."""
GRACE_S = 4.0
"""How long all of it may take, also when the database is gone."""
HAND_OUT_EVERY_S = 1.0
"""How often a worker looks for what nobody works on any more, since nobody tells of a worker that died."""


class Worker:
    """What the jobs of this process share."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.stopping = asyncio.Event()
        self._workshop: Workshop | None = None
        self._dataset_workshop: DatasetWorkshop | None = None
        self._training_workshop: TrainingWorkshop | None = None
        self._backup_workshop: BackupWorkshop | None = None

    def has_models(self) -> bool:
        """Whether there is anything on the shelf, finished or not."""
        folder = self.settings.models_dir
        return folder.is_dir() and any(folder.iterdir())

    def workshop(self) -> "Workshop":
        """Where models are brought; set up at the first job, since an idle worker should be small."""
        from bazgoo.server.sources.downloads.workshop import open_workshop  # noqa: PLC0415

        if self._workshop is None:
            self._workshop = open_workshop(self.settings, self.stopping)
        return self._workshop

    def has_datasets(self) -> bool:
        """Whether a folder of a dataset is there, finished or not."""
        folder = self.settings.datasets_dir
        return folder.is_dir() and any(folder.iterdir())

    def dataset_workshop(self) -> "DatasetWorkshop":
        """Where datasets are brought in and checked; set up at the first job, like the other."""
        from bazgoo.server.datasets.working.workshop import open_workshop  # noqa: PLC0415

        if self._dataset_workshop is None:
            self._dataset_workshop = open_workshop(self.settings, self.stopping)
        return self._dataset_workshop

    def has_trainings(self) -> bool:
        """Whether a folder of a training is there."""
        folder = self.settings.trainings_dir
        return folder.is_dir() and any(folder.iterdir())

    def training_workshop(self) -> "TrainingWorkshop":
        """Where trainings live; set up at the first job, and kept while the database is away."""
        from bazgoo.server.trainings.working.workshop import TrainingWorkshop  # noqa: PLC0415

        if self._training_workshop is None:
            self._training_workshop = TrainingWorkshop(self.settings, self.stopping)
        return self._training_workshop

    def first_of_all(self) -> Iterator[str]:
        """The tasks that let tables and disk agree again, whatever ended the worker before us."""
        yield "housekeeping:clear_uploads"
        for room, has_any in (
            ("downloads", self.has_models),
            ("datasets", self.has_datasets),
            ("trainings", self.has_trainings),
        ):
            if has_any():
                yield f"{room}:tidy"

    def backup_workshop(self) -> "BackupWorkshop":
        """Where backups are made; set up at the first job, like the others."""
        from bazgoo.server.backups.working import open_workshop  # noqa: PLC0415

        if self._backup_workshop is None:
            self._backup_workshop = open_workshop(self.settings, self.stopping)
        return self._backup_workshop

    async def close(self) -> None:
        """Let go of the database and the lines."""
        workshops = (self._workshop, self._dataset_workshop, self._training_workshop, self._backup_workshop)
        for workshop in workshops:
            if workshop is not None:
                await workshop.close()
        self._workshop = self._dataset_workshop = self._backup_workshop = None


async def work(settings: Settings, studio: int | None = None) -> None:
    """Work until SIGTERM or SIGINT, or until the process ``studio`` that started us is gone."""
    logging.getLogger("procrastinate").setLevel(logging.WARNING)  # it tells of every job, every minute
    worker = Worker(settings)
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, worker.stopping.set)
    working = asyncio.create_task(_take_jobs(worker))
    while not worker.stopping.is_set() and studio in (None, os.getppid()):
        with suppress(TimeoutError):
            await asyncio.wait_for(worker.stopping.wait(), timeout=1.0)
    worker.stopping.set()  # downloads end at once, their bytes safe
    working.cancel()
    await asyncio.wait({working}, timeout=GRACE_S)


async def _take_jobs(worker: Worker) -> None:
    """Take jobs for ever, and again whenever procrastinate has given up because the database went away."""
    working = asyncio.current_task()
    assert working is not None
    while True:
        try:
            queue = make_queue(addresses.running(worker.settings))
            async with queue.open_async():
                await _run(queue, worker)
        except (DatabaseUnavailable, ConnectorException, psycopg.OperationalError) as error:
            if working.cancelling():  # procrastinate could not say goodbye to a database that is gone
                return
            logger.warning("No database (%s); trying again", type(error).__name__)
        finally:
            await worker.close()
        await asyncio.sleep(1.0)


async def _run(queue: App, worker: Worker) -> None:
    """Take jobs until the database goes away."""
    for task in worker.first_of_all():
        with suppress(AlreadyEnqueued):
            await queue.configure_task(task).defer_async(timestamp=0)
    handing_out = asyncio.create_task(hand_out_downloads(queue, worker.settings))
    try:
        await queue.run_worker_async(
            concurrency=CONCURRENCY + worker.settings.max_downloads,
            shutdown_graceful_timeout=JOBS_END_S,
            delete_jobs="successful",
            install_signal_handlers=False,
            additional_context={"worker": worker},
        )
    finally:
        handing_out.cancel()


async def hand_out_downloads(queue: App, settings: Settings) -> None:
    """See to it that downloads, datasets and trainings go on whose worker died."""
    trainings = await asyncio.to_thread(most_at_once, settings)
    while True:
        with suppress(ConnectorException):
            await queue.connector.execute_query_async(
                "SELECT hand_out_downloads(%(most)s), hand_out_datasets(%(few)s), "
                "hand_out_trainings(%(trainings)s)",
                most=settings.max_downloads,
                few=MOST_AT_ONCE,
                trainings=trainings,
            )
        await asyncio.sleep(HAND_OUT_EVERY_S)


def main() -> None:
    """Work for the studio that started this process."""
    settings = Settings.load()
    log_to(settings, "worker.log", quiet="--quiet" in sys.argv)
    asyncio.run(_work_and_leave(settings, studio=int(sys.argv[1])))


async def _work_and_leave(settings: Settings, studio: int) -> None:
    """Work, then end at once: what still waits for a database that is gone has had its time."""
    await work(settings, studio)
    logging.shutdown()
    os._exit(0)


if __name__ == "__main__":
    main()
