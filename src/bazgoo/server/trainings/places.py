"""Where a run lies, who has it now, and how it is taken away, whoever has it."""

import fcntl
import json
import os
import platform
import shutil
import signal
import time
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from uuid import UUID

from bazgoo.training.run import ASKED, Run

DELETED, HELD = ".deleted-", ".held-"
DIES_WITHIN_S = 3.0
"""How long a process that was killed may take to be gone."""


@dataclass(frozen=True, slots=True)
class Holder:
    """A trainer at work."""

    group: int
    """Its process group."""
    worker: int
    """The process that started it."""
    machine: str


class Place:
    """The folder of one run, and beside it the file that whoever works in it has locked.

    The trainer inherits the lock of the worker that starts it, so that it holds for as long as either lives; what
    stands in the file is the trainer's process group.
    """

    def __init__(self, trainings_dir: Path, job_id: UUID) -> None:
        self.folder = trainings_dir / str(job_id)
        self.run = Run(self.folder)
        self._deleted = trainings_dir / f"{DELETED}{job_id}"
        self._held = trainings_dir / f"{HELD}{job_id}"

    @property
    def made(self) -> bool:
        """Whether there is a whole run."""
        return (self.folder / ASKED).exists()

    def hold(self) -> int | None:
        """Lock the run: the descriptor that holds it, to be closed; None while another does."""
        self._held.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(self._held, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
            return None
        os.ftruncate(descriptor, 0)
        return descriptor

    def holder(self) -> Holder | None:
        """The trainer that has the run, if it is one of this machine."""
        with suppress(OSError, ValueError, TypeError):
            holder = Holder(**json.loads(self._held.read_text("utf-8")))
            if not self._free() and holder.machine == platform.node():
                return holder
        return None

    def kill(self) -> None:
        """End the trainer that has the run, at once and with all its own."""
        if holder := self.holder():
            with suppress(ProcessLookupError):
                os.killpg(holder.group, signal.SIGKILL)

    def remove(self) -> bool:
        """End whoever has the run and take away its files; False while somebody else holds it."""
        deadline = time.monotonic() + DIES_WITHIN_S
        while (descriptor := self.hold_for_removal()) is None:
            if time.monotonic() > deadline:
                return False
            time.sleep(0.05)
        self.clear()
        os.close(descriptor)
        return True

    def hold_for_removal(self) -> int | None:
        """Lock the run, ending its trainer when there is one."""
        self.kill()
        return self.hold()

    def clear(self) -> None:
        """Take away the files; who calls holds the run."""
        with suppress(OSError):
            self.folder.rename(self._deleted)
        for path in (self.folder, self._deleted):
            shutil.rmtree(path, ignore_errors=True)
        self._held.unlink(missing_ok=True)

    def _free(self) -> bool:
        descriptor = os.open(self._held, os.O_RDWR)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        else:
            return True
        finally:
            os.close(descriptor)


def note(descriptor: int, group: int) -> None:
    """Write down whom to end when the run is not wanted any more."""
    holder = Holder(group, os.getpid(), platform.node())
    os.ftruncate(descriptor, 0)
    os.pwrite(descriptor, json.dumps(asdict(holder)).encode(), 0)


def end_all(trainings_dir: Path, worker: int, patience_s: float) -> None:
    """End the trainers of a worker that is gone, once they have had their time to save."""
    deadline = time.monotonic() + patience_s
    while (left := _held_by(trainings_dir, worker)) and time.monotonic() < deadline:
        time.sleep(0.05)
    for place in left:
        place.kill()


def _held_by(trainings_dir: Path, worker: int) -> list[Place]:
    places = [Place(trainings_dir, job_id) for job_id in set(_ids(trainings_dir))]
    return [place for place in places if (holder := place.holder()) and holder.worker == worker]


def tidy(trainings_dir: Path, wanted: Collection[UUID]) -> list[UUID]:
    """Take away the runs that no training wants any more; their ids."""
    unwanted = sorted(set(_ids(trainings_dir)) - set(wanted))
    return [job_id for job_id in unwanted if Place(trainings_dir, job_id).remove()]


def _ids(trainings_dir: Path) -> Iterator[UUID]:
    """The trainings of which something is there; what lies there besides is left alone."""
    for path in trainings_dir.iterdir() if trainings_dir.is_dir() else ():
        with suppress(ValueError):
            yield UUID(path.name.removeprefix(DELETED).removeprefix(HELD))
