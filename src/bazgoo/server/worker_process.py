"""The studio's own worker, as a process beside it."""

import asyncio
import logging
import os
import subprocess
import sys
from types import TracebackType
from typing import Self

from bazgoo.server.trainings.places import end_all
from bazgoo.settings import Settings

logger = logging.getLogger(__name__)

STOPS_S = 5.0
"""How long the worker may take to stop before it is ended."""
TRAINERS_SAVE_S = 2.5
"""How long its trainers may go on saving after that; what they have not saved is done again."""


class WorkerProcess:
    """A worker that runs for the length of a ``with`` block."""

    def __init__(self, settings: Settings, *, quiet: bool) -> None:
        self._command = [sys.executable, "-m", "bazgoo.server.worker", str(os.getpid())]
        self._command += ["--quiet"] if quiet else []
        self._trainings_dir = settings.trainings_dir
        self._environment = {**os.environ, "BAZGOO_DATA_DIR": str(settings.data_dir)}

    def __enter__(self) -> Self:
        self._start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.terminate()
        try:
            self._process.wait(STOPS_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        end_all(self._trainings_dir, self._process.pid, TRAINERS_SAVE_S)

    def _start(self) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - the command is our own
            self._command,
            stdin=subprocess.DEVNULL,
            env=self._environment,
            process_group=0,  # Ctrl-C in a terminal is for the studio
        )

    async def supervise(self) -> None:
        """Start the worker again whenever it ends, until cancelled."""
        while True:
            await asyncio.sleep(1.0)
            if self._process.poll() is not None:
                logger.warning("The worker ended with status %s; starting it again", self._process.returncode)
                self._start()
