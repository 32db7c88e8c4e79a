"""The trainer's process: `python -m bazgoo.training RUN [--from FILE] [--export FILE] [--cluster N]`.

Teaches the run in the folder RUN, going on from its last checkpoint where there is one, and tells what happens in its
`events.jsonl`.  SIGTERM, SIGINT, or the end of standard input where that is a pipe, make it save its state and end.
Exit 0 when it has completed or paused, 1 when it has failed and said why; anything else is a crash.
"""

import argparse
import contextlib
import logging
import os
import signal
import stat
import sys
import threading
import time
from pathlib import Path

from bazgoo.errors import BazgooError, TorchMissing
from bazgoo.events import TrainingPaused
from bazgoo.training.failing import told_failures
from bazgoo.training.journal import Journal, told
from bazgoo.training.run import Run

LEAVES_AFTER_S = 30.0
"""How long a step may go on after it was asked to stop; then what it did since the last checkpoint is lost."""
CLUSTER_LEAVES_AFTER_S = 300.0
"""The same for a cluster, which has processes to end."""
_HUNG = 3
_NICE = 5
"""The studio speaks while it is taught."""

log = logging.getLogger("bazgoo.training")


class Unbegun(BaseException):
    """It was asked to stop before the first step: there is nothing to save."""


class Stopping:
    """Whether somebody wants the training to pause; before it is looked at for the first time, it ends at once."""

    def __init__(self) -> None:
        """From now on signals and the end of standard input are heeded."""
        self._asked, self._looked_at = threading.Event(), False
        self.leaves_after_s = LEAVES_AFTER_S
        self._woken, wake = os.pipe()
        os.set_blocking(wake, False)
        signal.set_wakeup_fd(
            wake
        )  # heard at once, also while a step hangs where Python does not come to speak
        for each in (signal.SIGTERM, signal.SIGINT):
            signal.signal(each, self._hear)
        threading.Thread(target=self._leave, daemon=True).start()
        with contextlib.suppress(OSError, ValueError):
            mode = os.fstat(sys.stdin.fileno()).st_mode
            if stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode):
                threading.Thread(target=self._listen, daemon=True).start()

    def __call__(self) -> bool:
        """Whether it was asked."""
        self._looked_at = True
        return self._asked.is_set()

    def _hear(self, *_: object) -> None:
        if not self._looked_at:
            self._looked_at = True
            raise Unbegun

    def _listen(self) -> None:
        with contextlib.suppress(OSError):
            while os.read(sys.stdin.fileno(), 1 << 12):
                pass
        os.kill(os.getpid(), signal.SIGTERM)

    def _leave(self) -> None:
        os.read(self._woken, 1)
        self._asked.set()
        time.sleep(self.leaves_after_s)
        log.error("a step did not end within %.0f s; leaving", self.leaves_after_s)
        os._exit(_HUNG)


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path)
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--from", dest="resume_from", metavar="FILE", help="go on from this checkpoint")
    which.add_argument("--export", metavar="FILE", help="make the model anew from this checkpoint")
    which.add_argument("--cluster", metavar="N", type=int, help="teach on so many workers of a Ray cluster")
    given = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s: %(message)s")
    stopping, run = Stopping(), Run(given.run)
    with contextlib.suppress(OSError, AttributeError):
        os.nice(_NICE)
    try:
        _work(run, stopping, given)
    except Unbegun:
        if os.environ.get("RANK", "0") == "0":
            with Journal(run.events) as journal:
                journal(TrainingPaused(_last_step(run)))
    except BazgooError as error:
        log.error("%s [%s]", error, error.code)
        sys.exit(1)


def _work(run: Run, stopping: Stopping, given: argparse.Namespace) -> None:
    try:
        from bazgoo.training import trainer  # noqa: PLC0415 - torch takes seconds, and may be missing
    except ModuleNotFoundError:
        with Journal(run.events) as journal, told_failures(journal, run):
            raise TorchMissing from None
    if given.cluster:
        _work_together(run, stopping, given.cluster)
    elif given.export:
        trainer.export(run, given.export)
    else:
        trainer.train(run, stop=stopping, resume_from=given.resume_from)


def _last_step(run: Run) -> int:
    return max((int(path.stem.rpartition("-")[2]) for path in run.checkpoints.glob("step-*.json")), default=0)


def _work_together(run: Run, stopping: Stopping, workers: int) -> None:
    """Whoever of the workers is first tells what happens; here only what they could not tell."""
    from bazgoo.training import cluster  # noqa: PLC0415 - an extra

    stopping.leaves_after_s = CLUSTER_LEAVES_AFTER_S
    try:
        cluster.train(run, workers, stopping)
    except Exception as error:
        last = [row for _, row in told(run.events)][-1:]
        if last and last[0]["event"] == "training_failed" and not isinstance(error, BazgooError):
            log.exception("the workers failed")
            sys.exit(1)
        with Journal(run.events) as journal, told_failures(journal, run):
            raise


if __name__ == "__main__":
    main()
