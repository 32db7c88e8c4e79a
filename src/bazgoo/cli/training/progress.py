"""How far a training is: a bar with its losses on a terminal, a line for each checkpoint elsewhere."""

from collections.abc import Mapping
from types import TracebackType
from typing import Any, Self

from rich.progress import BarColumn, Progress, TaskID, TaskProgressColumn, TextColumn

from bazgoo.cli.terminal import console, language, say

_SHOWN = ("loss", "val_loss", "val_accuracy", "steps_per_s")


class Telling:
    """Takes the lines of a journal and shows them to the person."""

    def __init__(self) -> None:
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TaskProgressColumn(),
            TextColumn("{task.fields[numbers]}"),
            TextColumn("{task.fields[left]}"),
            console=console,
            transient=True,
            disable=not console.is_terminal,
        )
        self._task: TaskID | None = None
        self._percent = 0.0

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()

    def __call__(self, row: Mapping[str, Any]) -> None:
        """Show one line."""
        match row["event"]:
            case "training_preparing":
                self._preparing(row)
            case "training_started":
                self._started(row)
            case "training_progressed":
                self._progressed(row)
            case "checkpoint_saved":
                best = " ★" if row["best"] else ""
                loss = f"{row['loss']:.4g}{best}"
                step, epoch = row["step"], row["epoch"]
                say(
                    f"گام {step}، دور {epoch}: خطا {loss} (نگه داشته شد)",
                    f"step {step}, epoch {epoch}: loss {loss} (saved)",
                )

    def _preparing(self, row: Mapping[str, Any]) -> None:
        if self._task is None:
            self._task = self._bar.add_task("", total=100.0, numbers="", left="")
        what = "آماده‌سازی نمونه‌ها" if language() == "fa" else "preparing examples"
        share = 100 * row["prepared"] / row["total"]
        self._bar.update(self._task, completed=share, description=what)

    def _started(self, row: Mapping[str, Any]) -> None:
        step, total, device = row["step"], row["total_steps"], row["device"]
        millions = f"{row['parameters'] / 1e6:.2f}"
        say(
            f"{device}، {millions} میلیون پارامتر، از گام {step} تا {total}",
            f"{device}, {millions} M parameters, step {step} to {total}",
        )
        if self._task is None:
            self._task = self._bar.add_task("", total=100.0, numbers="", left="")
        self._bar.update(self._task, completed=0.0, description="")

    def _progressed(self, row: Mapping[str, Any]) -> None:
        if self._task is None:
            return
        numbers = "  ".join(f"{name} {row['metrics'][name]:.3g}" for name in _SHOWN if name in row["metrics"])
        where = f"{row['epoch']}/{row['total_epochs']}"
        left = "" if row["eta_s"] is None else lasting(row["eta_s"])
        self._bar.update(self._task, completed=row["progress"], description=where, numbers=numbers, left=left)


def lasting(seconds: float) -> str:
    """A length of time, as people say it."""
    persian = language() == "fa"
    if seconds < 90:
        return f"{seconds:.0f} ثانیه" if persian else f"{seconds:.0f} s"
    if seconds < 5400:
        return f"{seconds / 60:.0f} دقیقه" if persian else f"{seconds / 60:.0f} min"
    return f"{seconds / 3600:.1f} ساعت" if persian else f"{seconds / 3600:.1f} h"
