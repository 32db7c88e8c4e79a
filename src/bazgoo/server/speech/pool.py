"""The few threads that all speech of the studio is made in."""

import os
from collections.abc import Callable
from concurrent.futures import Future
from enum import IntEnum
from itertools import count
from queue import PriorityQueue
from threading import Lock, Thread
from typing import Any, TypeVar

T = TypeVar("T")


class Turn(IntEnum):
    """Who goes first, and how many who ask later may go before them.

    People who hear nothing yet, then those who are listening, then what nobody hears; nobody waits for ever.
    """

    FIRST_WORDS = 0
    NEXT_WORDS = 16
    READING = 24
    _LAST = 2**62


class SpeechPool:
    """Makes one passage at a time in each thread; within a turn, in the order of asking.

    A request has one job waiting at most, so that many requests interleave passage by passage.
    """

    def __init__(self, threads: int | None = None) -> None:
        """As many ``threads`` as the machine has processors, unless told; they start with the first job."""
        self.size = threads or os.cpu_count() or 1
        self._jobs: PriorityQueue[tuple[int, int, Future[Any], Callable[[], Any] | None]] = PriorityQueue()
        self._numbers = count()
        self._threads: list[Thread] = []
        self._lock = Lock()

    @property
    def waiting(self) -> int:
        """How many jobs wait for a thread."""
        return self._jobs.qsize()

    def submit(self, turn: Turn, make: Callable[[], T]) -> Future[T]:
        """Have ``make`` called when its turn comes; a job cancelled before that is never begun."""
        self._start()
        job: Future[T] = Future()
        number = next(self._numbers)
        self._jobs.put((number + turn, number, job, make))
        return job

    def close(self) -> None:
        """Finish what was asked for and end the threads."""
        with self._lock:
            for _ in self._threads:
                self._jobs.put((Turn._LAST, next(self._numbers), Future(), None))
            for thread in self._threads:
                thread.join()
            self._threads.clear()

    def _start(self) -> None:
        with self._lock:
            while len(self._threads) < self.size:
                name = f"speech-{len(self._threads)}"
                self._threads.append(Thread(target=self._work, name=name, daemon=True))
                self._threads[-1].start()

    def _work(self) -> None:
        while True:
            _, _, job, make = self._jobs.get()
            if make is None:
                return
            if not job.set_running_or_notify_cancel():
                continue
            try:
                job.set_result(make())
            except BaseException as error:
                job.set_exception(error)
            del job, make  # an idle thread must not keep the last text and its sound
