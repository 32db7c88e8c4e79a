"""The history as files of TensorBoard, for those who like them."""

import logging
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

from tensorboardX import SummaryWriter

from bazgoo.events import EpochFinished, Event, TrainingProgressed, TrainingStarted

logging.getLogger("tensorboardX").setLevel(logging.ERROR)


class Board:
    """Takes events and writes their numbers: `steps/…` while it learns, `epochs/…` at the end of each."""

    def __init__(self, folder: Path) -> None:
        """Nothing is written before the first event."""
        self._folder = folder
        self._writer: SummaryWriter | None = None

    def __call__(self, event: Event) -> None:
        """Write one event."""
        match event:
            case TrainingStarted(step):
                self._close()
                # What a crash made undone is not shown.
                self._writer = SummaryWriter(str(self._folder), purge_step=step or None, flush_secs=10)
            case TrainingProgressed(step=step, metrics=metrics):
                self._write("steps", step, metrics)
            case EpochFinished(step=step, metrics=metrics):
                self._write("epochs", step, metrics)

    def _write(self, group: str, step: int, metrics: Mapping[str, float]) -> None:
        if self._writer:
            for name, number in metrics.items():
                self._writer.add_scalar(f"{group}/{name}", number, step)

    def _close(self) -> None:
        if self._writer:
            self._writer.close()
            self._writer = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close()
