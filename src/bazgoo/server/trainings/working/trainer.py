"""The trainer's process as the worker sees it: started, asked to stop, ended with all its own."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress

from bazgoo.server.trainings import places
from bazgoo.server.trainings.places import Place

COMMAND: Sequence[str] = ("-m", "bazgoo.training")
LEAVES_WITHIN_S = 120.0
"""How long it may take to save its state and go, once it is asked to."""


class Trainer:
    """One process, in a group of its own, which lives on when the worker dies only to save its state.

    Its standard input is a pipe that the worker holds open: when that ends, it saves and goes.  It inherits the lock
    of the run, so that nobody begins before it has gone.
    """

    def __init__(self, place: Place, held: int, environment: Mapping[str, str], *arguments: str) -> None:
        self._held = held
        self._asked_at: float | None = None
        self._buried = False
        with place.run.log.open("ab") as log:
            self._process = subprocess.Popen(  # noqa: S603 - the command is our own
                [sys.executable, *COMMAND, str(place.folder), *arguments],
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=subprocess.STDOUT,
                env={**os.environ, **environment},
                process_group=0,
                pass_fds=(held,),
            )
        places.note(held, self._process.pid)

    @property
    def status(self) -> int | None:
        """How it ended; None while it runs."""
        status = self._process.poll()
        if status is not None and not self._buried:
            self._bury()
        return status

    def stop(self) -> None:
        """Ask it, once, to save its state and go; end it when it has not."""
        if self._asked_at is None:
            self._close()
            with suppress(ProcessLookupError):
                self._process.terminate()
        self.expect_end()

    def expect_end(self) -> None:
        """End it when it has not gone, though it had said everything."""
        now = time.monotonic()
        self._asked_at = self._asked_at or now
        if now - self._asked_at > LEAVES_WITHIN_S:
            self.kill()

    def kill(self) -> None:
        """End it at once, with all its own."""
        if self._process.poll() is None:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
        if not self._buried:
            self._bury()

    def _bury(self) -> None:
        """Let go of what is left: what it started, the pipe, and its name in the lock."""
        self._buried = True
        self._close()
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process.pid, signal.SIGKILL)
        os.ftruncate(self._held, 0)

    def _close(self) -> None:
        assert self._process.stdin
        with suppress(OSError):
            self._process.stdin.close()
