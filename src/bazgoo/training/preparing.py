"""How far a recipe is with its examples, before the first step."""

import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

from bazgoo.events import Emit, TrainingPreparing

_EVERY_S = 0.25

Made = TypeVar("Made")


class Preparing:
    """Counts what is prepared, and tells it."""

    def __init__(self, total: int, emit: Emit) -> None:
        self._total, self._emit = total, emit
        self._prepared, self._told_at = 0, 0.0

    def each(self, made: Iterable[Made]) -> Iterator[Made]:
        """``made`` as it is, counted as it comes."""
        for one in made:
            self._prepared += 1
            if self._prepared == self._total or time.monotonic() - self._told_at >= _EVERY_S:
                self._told_at = time.monotonic()
                self._emit(TrainingPreparing(self._prepared, self._total))
            yield one
