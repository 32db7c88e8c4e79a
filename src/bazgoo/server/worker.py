"""The worker process: takes jobs from the queue, outlives a database that goes away, ends with its studio.

python -m bazgoo.server.worker STUDIO_PID [--quiet]
"""

import asyncio
import logging
import os
import signal
import sys

import psycopg
from procrastinate.exceptions import ConnectorException

from bazgoo.errors import DatabaseUnavailable
from bazgoo.server import addresses
from bazgoo.server.logfile import log_to
from bazgoo.server.queue import CONCURRENCY, make_queue
from bazgoo.settings import Settings

logger = logging.getLogger(__name__)

JOBS_END_S = 3.0
"""How long jobs in hand may take to end when the worker is stopped; then they are given back."""
GRACE_S = 4.0
"""How long all of it may take, also when the database is gone."""


async def work(settings: Settings, studio: int | None = None) -> None:
    """Work until SIGTERM or SIGINT, or until the process ``studio`` that started us is gone."""
    logging.getLogger("procrastinate").setLevel(logging.WARNING)  # it tells of every job, every minute
    stopped = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    working = asyncio.create_task(_take_jobs(settings))
    while not stopped.is_set() and studio in (None, os.getppid()):
        try:
            await asyncio.wait_for(stopped.wait(), timeout=1.0)
        except TimeoutError:
            continue
    working.cancel()
    await asyncio.wait({working}, timeout=GRACE_S)


async def _take_jobs(settings: Settings) -> None:
    """Take jobs for ever, and again whenever procrastinate has given up because the database went away."""
    working = asyncio.current_task()
    assert working is not None
    while True:
        try:
            queue = make_queue(addresses.running(settings))
            async with queue.open_async():
                await queue.run_worker_async(
                    concurrency=CONCURRENCY,
                    shutdown_graceful_timeout=JOBS_END_S,
                    delete_jobs="successful",
                    install_signal_handlers=False,
                )
        except (DatabaseUnavailable, ConnectorException, psycopg.OperationalError) as error:
            if working.cancelling():  # procrastinate could not say goodbye to a database that is gone
                return
            logger.warning("No database (%s); trying again", type(error).__name__)
        await asyncio.sleep(1.0)


def main() -> None:
    """Work for the studio that started this process."""
    settings = Settings.load()
    log_to(settings, "worker.log", quiet="--quiet" in sys.argv)
    asyncio.run(work(settings, studio=int(sys.argv[1])))


if __name__ == "__main__":
    main()
