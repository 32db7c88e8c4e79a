"""The trainer's process, begun and listened to from a terminal."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any

from bazgoo.training.journal import told
from bazgoo.training.run import Run

_LOOK_EVERY_S = 0.2


class Trainer:
    """Teaches a run for the length of a ``with`` block; whatever is left of it is ended then."""

    def __init__(self, run: Run, workers: int | None = None) -> None:
        """Nothing is started yet; ``workers`` are those of a Ray cluster."""
        self._options = () if workers is None else ("--cluster", str(workers))
        self._run = run
        self._at = max((at for at, _ in told(run.events)), default=0)

    def __enter__(self) -> "Trainer":
        with self._run.log.open("ab") as log:
            self._process = subprocess.Popen(  # noqa: S603 - the command is our own
                [sys.executable, "-m", "bazgoo.training", str(self._run.folder), *self._options],
                stdin=subprocess.PIPE,  # its end, also when we are killed, makes it pause
                stdout=log,
                stderr=log,
                process_group=0,  # Ctrl-C is for us to pass on
            )
        return self

    def __exit__(self, *_: object) -> None:
        if self._process.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
        self._process.communicate()

    def events(self) -> Iterator[dict[str, Any]]:
        """What it tells, until it has ended."""
        ended = False
        while not ended:
            ended = self._process.poll() is not None
            for at, row in told(self._run.events, self._at):
                self._at = at
                yield row
            if not ended:
                time.sleep(_LOOK_EVERY_S)

    def pause(self) -> None:
        """Ask it to save its state and end."""
        self._process.terminate()
