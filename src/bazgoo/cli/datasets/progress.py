"""How far the work on a dataset is: a bar on a terminal, nothing elsewhere but the end."""

from types import TracebackType
from typing import Self

from rich.progress import BarColumn, Progress, TaskID, TaskProgressColumn, TextColumn, TimeRemainingColumn

from bazgoo.cli.terminal import console, language
from bazgoo.events import DatasetProgressed, Event

_STAGES = {
    "unpacking": ("باز می‌شود", "unpacking"),
    "importing": ("وارد می‌شود", "importing"),
    "aligning": ("گوش می‌دهد", "listening"),
    "checking": ("بررسی می‌شود", "checking"),
    "exporting": ("نوشته می‌شود", "writing"),
}


class Telling:
    """Takes the events of one piece of work and shows them to the person."""

    def __init__(self) -> None:
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TaskProgressColumn(),
            TimeRemainingColumn(),
            console=console,
            transient=True,
            disable=not console.is_terminal,
        )
        self._tasks: dict[str, TaskID] = {}

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()

    def __call__(self, event: Event) -> None:
        """Show one event."""
        if isinstance(event, DatasetProgressed):
            if event.stage not in self._tasks:
                stage = _STAGES[event.stage][0 if language() == "fa" else 1]
                self._tasks[event.stage] = self._bar.add_task(stage, total=event.total)
            self._bar.update(self._tasks[event.stage], completed=event.done, total=event.total)
