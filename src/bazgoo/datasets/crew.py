"""Examining recordings on all cores, each core a process of its own, a handful of recordings at a time."""

import contextlib
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Self

from bazgoo.datasets.findings import Finding, Task, examine
from bazgoo.errors import WorkCancelled

HANDFUL = 8
MOST_PROCESSES = 6
"""Each takes 80 MB, and 140 over long recordings in stereo; together they stay under a gigabyte."""
MOST_DEATHS = 24
"""In a row; more are no fault of the recordings, and calling all of them unreadable would be a lie."""
_LOOK_UP_S = 0.25
_NICENESS = 5

Found = list[tuple[bytes, Finding]]


class Crew:
    """Processes that examine; leaving the context ends them, whatever they are doing.

    They are started afresh (not forked), because a server that forks copies locks that its threads hold. When the
    program ends, even by being killed, their line to it breaks and they end too.
    """

    def __init__(self, processes: int | None = None) -> None:
        """As many ``processes`` as there are cores, within MOST_PROCESSES, unless told."""
        self._wanted = processes or min(_cores(), MOST_PROCESSES)
        self._members: dict[Connection, BaseProcess] = {}
        self._deaths = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for line in list(self._members):
            self._dismiss(line)

    def examine(self, tasks: Iterable[Task], cancelled: Callable[[], bool]) -> Iterator[Found]:
        """What was found of ``tasks``, in the order it comes; raises WorkCancelled.

        A file that kills its reader is unreadable; the others of its handful are tried again.
        """
        rest = iter(tasks)
        again: deque[list[Task]] = deque()
        busy: dict[Connection, list[Task]] = {}
        while True:
            while len(busy) < self._wanted and (
                handful := again.popleft() if again else list(islice(rest, HANDFUL))
            ):
                busy[self._hand_out(handful, busy)] = handful
            if not busy:
                return
            for line in wait(list(busy), _LOOK_UP_S):
                assert isinstance(line, Connection)
                handful = busy.pop(line)
                if found := self._take(line):
                    yield found
                elif len(handful) == 1:
                    yield [(handful[0].key, Finding({}, {}, ("unreadable",)))]
                else:
                    again.extend([task] for task in handful)
            if cancelled():
                raise WorkCancelled

    def _hand_out(self, handful: list[Task], busy: dict[Connection, list[Task]]) -> Connection:
        line = next((line for line in self._members if line not in busy), None) or self._hire()
        with contextlib.suppress(OSError):  # one that has died meanwhile is noticed when it is listened to
            line.send(handful)
        return line

    def _take(self, line: Connection) -> Found | None:
        """What a member found; None when it has died over it."""
        try:
            found: Found = line.recv()
        except (EOFError, OSError):
            self._dismiss(line)
            self._deaths += 1
            if self._deaths > MOST_DEATHS:
                raise RuntimeError("the processes that examine recordings keep dying") from None
            return None
        self._deaths = 0
        return found

    def _hire(self) -> Connection:
        context = get_context("spawn")
        ours, theirs = context.Pipe()
        member = context.Process(target=_serve, args=(theirs,), daemon=True, name="bazgoo-check")
        member.start()
        theirs.close()
        self._members[ours] = member
        return ours

    def _dismiss(self, line: Connection) -> None:
        member = self._members.pop(line)
        line.close()
        member.kill()
        member.join()
        member.close()


def _cores() -> int:
    """The cores that this program may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _serve(line: Connection) -> None:
    """Examine what comes over ``line`` until it breaks; beside it, speech and pages go first."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the program that asked
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    with contextlib.suppress(EOFError, BrokenPipeError, ConnectionResetError):
        while True:
            handful = line.recv()
            line.send([(task.key, finding) for task, finding in zip(handful, examine(handful), strict=True)])
