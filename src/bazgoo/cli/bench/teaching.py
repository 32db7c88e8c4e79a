"""Teaching from the command line: torch works in a process of its own, whose events are shown as a bar."""

import json
import subprocess
import sys
import time
from collections.abc import Generator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from bazgoo.cli.terminal import console, language, say
from bazgoo.errors import TorchMissing, TrainerCrashed
from bazgoo.training.journal import told
from bazgoo.training.run import Run

_LOOKS_EVERY_S = 0.3


class Bar:
    """How far something is: a bar on a terminal, nothing elsewhere."""

    def __init__(self, fa: str, en: str) -> None:
        columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
        self._bar = Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
        self._task = self._bar.add_task(fa if language() == "fa" else en, total=None)

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()

    def __call__(self, done: float, total: float) -> None:
        """So much of all is done."""
        self._bar.update(self._task, completed=done, total=total)


def teach_judge(dataset: Path, folder: Path, steps: int | None = None) -> float:
    """Teach a judge into ``folder`` and give the steps a second; raises TorchMissing and TrainerCrashed."""
    command = ["bazgoo.training.judge", str(dataset), str(folder)]
    return _follow(
        [*command, *(["--steps", str(steps)] if steps else [])], "داور می‌آموزد", "teaching a judge"
    )


@dataclass(frozen=True, slots=True)
class Taught:
    """How a run went."""

    steps_per_s: float
    seconds: float
    """From its first step to its model."""
    metrics: Mapping[str, float]
    """As they were in the end."""


def teach_run(run: Run, fa: str, en: str) -> Taught:
    """Teach ``run`` to its end in a process of its own; raises TorchMissing and TrainerCrashed."""
    if find_spec("torch") is None:
        raise TorchMissing
    with run.log.open("wb") as log, Bar(fa, en) as bar, closing(_trainer(run, log)) as events:
        began, pace = 0.0, 0.0
        for event in events:
            if event["event"] == "training_started":
                began = event["at"]
            elif event["event"] == "training_progressed":
                pace = event["metrics"].get("steps_per_s", pace)
                bar(event["progress"], 100)
            elif event["event"] == "training_failed":
                say(event["fa"], event["en"])
                raise SystemExit(1)
            elif event["event"] == "training_completed":
                return Taught(pace, event["at"] - began, event["metrics"])
    raise TrainerCrashed


def _trainer(run: Run, log: IO[bytes]) -> Generator[dict[str, Any], None, None]:
    """The events of a trainer as they come; it ends with whoever reads, and the reading with it."""
    command, after = [sys.executable, "-m", "bazgoo.training", str(run.folder)], 0
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=log, stderr=log) as process:  # noqa: S603  ours
        try:
            running = True
            while running:
                running = process.poll() is None
                for place, event in told(run.events, after):
                    after = place
                    yield event
                time.sleep(_LOOKS_EVERY_S if running else 0)
        finally:
            process.kill()


def _follow(command: Sequence[str], fa: str, en: str) -> float:
    """Run a trainer to its end and show how far it is; its steps a second."""
    pace, completed = 0.0, False
    with Bar(fa, en) as bar, closing(_events(command)) as events:
        for event in events:
            if event["event"] == "training_progressed":
                pace = event["metrics"]["steps_per_s"]
                bar(event["progress"], 100)
            elif event["event"] == "training_failed":
                say(event["fa"], event["en"])
                raise SystemExit(1)
            completed = event["event"] == "training_completed"
    if not completed:
        raise TrainerCrashed
    return pace


def _events(command: Sequence[str]) -> Generator[dict[str, Any], None, None]:
    """What a trainer tells, line by line; it ends with whoever reads."""
    if find_spec("torch") is None:
        raise TorchMissing
    with subprocess.Popen(  # noqa: S603  our own module
        [sys.executable, "-m", *command], stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        assert process.stdout
        try:
            yield from map(json.loads, process.stdout)
        except BaseException:  # whoever reads has left before the end
            process.terminate()
            raise
