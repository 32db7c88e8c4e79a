"""How far a download or a bundle is: a bar on a terminal, a few plain lines elsewhere."""

from types import TracebackType
from typing import Self

from rich.progress import (
    BarColumn,
    DownloadColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
    TransferSpeedColumn,
)

from bazgoo.cli.models.printing import megabytes
from bazgoo.cli.terminal import console, language, say
from bazgoo.events import (
    BackupProgressed,
    BundleProgressed,
    DownloadDelayed,
    DownloadProgressed,
    Event,
    FileFinished,
    FileRestarted,
)

_STEP = 10
"""Percents between two plain lines."""
_STAGES = {
    "backing_up": ("پشتیبان گرفته می‌شود", "backing up"),
    "checking": ("سنجیده می‌شود", "checking"),
    "restoring": ("بازیابی می‌شود", "restoring"),
}

_NAMED = [word for words in _STAGES.values() for word in words]


class Telling:
    """Takes the events of one piece of work and shows them to the person."""

    def __init__(self) -> None:
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            DownloadColumn(),
            TransferSpeedColumn(),
            TimeRemainingColumn(),
            console=console,
            transient=True,
            disable=not console.is_terminal,
        )
        self._task: TaskID | None = None
        self._told = 0

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()

    def __call__(self, event: Event) -> None:
        """Show one event."""
        match event:
            case DownloadProgressed(done, total, file):
                self._show((file or "").rpartition("/")[2], done, total)
            case BundleProgressed(done, total):
                self._show("", done, total)
            case BackupProgressed(stage, done, total):
                self._show(_STAGES[stage][0 if language() == "fa" else 1], done, total)
            case FileFinished(path, size) if not console.is_terminal:
                say(f"رسید: {path} ({megabytes(size)} MB)", f"arrived: {path} ({megabytes(size)} MB)")
            case FileRestarted(path, reason):
                say(f"از نو: {path} ({reason})", f"begins again: {path} ({reason})")
            case DownloadDelayed(code, wait_s) if wait_s >= 1:
                say(f"{wait_s:.0f} ثانیهٔ دیگر دوباره ({code})", f"again in {wait_s:.0f} s ({code})")

    def _show(self, what: str, done: int, total: int) -> None:
        if self._task is None:
            self._task = self._bar.add_task(what, total=total)
            self._told = done * 100 // max(total, 1)
        self._bar.update(self._task, description=what, completed=done, total=total)
        self._told = min(self._told, done * 100 // max(total, 1))  # another stage begins at nothing
        percent = done * 100 // max(total, 1)
        if not console.is_terminal and percent >= self._told + _STEP:
            self._told = percent - percent % _STEP
            said = f"{what} " if what in _NAMED else ""
            said += f"{percent} % ({megabytes(done)} / {megabytes(total)} MB)"
            say(said, said)
