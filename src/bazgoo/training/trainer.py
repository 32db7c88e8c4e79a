"""A run from its folder: teach from where it is, then make the model; what happens is told in its journal."""

import contextlib
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bazgoo.datasets import Dataset
from bazgoo.events import Emit, Event, TrainingCompleted, TrainingPaused, ignore
from bazgoo.training import card, dice, recipes
from bazgoo.training.checkpoint import Checkpoints
from bazgoo.training.config import Config
from bazgoo.training.distributed import Ranks, is_first, joined
from bazgoo.training.failing import told_failures
from bazgoo.training.journal import Journal, told
from bazgoo.training.loop import Loop, Paused, Surroundings
from bazgoo.training.meter import finite
from bazgoo.training.run import Asked, Run
from bazgoo.training.task import Task
from bazgoo.training.tensorboard import Board


@dataclass(frozen=True, slots=True)
class _Setting:
    """A run as one rank has it open."""

    run: Run
    asked: Asked
    config: Config
    dataset: Dataset
    ranks: Ranks
    emit: Emit
    task: Task
    loop: Loop
    checkpoints: Checkpoints


def train_loop(run_folder: str) -> None:
    """Teach the run in ``run_folder`` to its end, alone or as one of the ranks of a process group."""
    train(Run(Path(run_folder)))


def train(run: Run, *, stop: Callable[[], bool] = lambda: False, resume_from: str | None = None) -> None:
    """Teach ``run`` from its last checkpoint, or from the one named, whose followers are removed then.

    Ends with TrainingCompleted or TrainingPaused in the journal, or with TrainingFailed and the error raised.
    """
    with _opened(run, stop) as setting:
        _set_in(setting, resume_from)
        try:
            early = setting.loop.teach()
        except Paused:
            setting.emit(TrainingPaused(setting.loop.position.step))
            return
        _finish(setting, early)


def export(run: Run, file: str) -> None:
    """Make the model of ``run`` anew from the checkpoint ``file``; ends as ``train`` does."""
    with _opened(run, lambda: False) as setting:
        setting.loop.load(setting.checkpoints.load(file))
        _make(setting, early=False)


def _set_in(setting: _Setting, resume_from: str | None) -> None:
    """Go on where the training was, or from the beginning."""
    checkpoints, ranks = setting.checkpoints, setting.ranks
    state: dict[str, Any] | None = None
    if ranks.first:
        state = _chosen(checkpoints, resume_from) if resume_from else checkpoints.last()
        _tell_missing(setting)
    step = ranks.from_first(state and state["position"]["step"])
    if step is not None:
        setting.loop.load(state or checkpoints.load(f"step-{step:08d}.pt"))
    ranks.wait()


def _chosen(checkpoints: Checkpoints, file: str) -> dict[str, Any]:
    state = checkpoints.load(file)
    for saved in checkpoints.all():
        if saved.step > state["position"]["step"]:
            checkpoints.remove(saved.file)
    return state


def _tell_missing(setting: _Setting) -> None:
    """A crash may have come between a checkpoint and its line in the journal."""
    known = {row["file"] for _, row in told(setting.run.events) if row["event"] == "checkpoint_saved"}
    for saved in setting.checkpoints.all():
        if saved.file not in known:
            setting.emit(saved)


def _finish(setting: _Setting, early: bool) -> None:
    """The model: of the best state where patience ended it, else of the last."""
    best = setting.checkpoints.best()
    if setting.config.patience and best and setting.ranks.first:
        setting.loop.load(setting.checkpoints.load(best.file))
    if setting.ranks.first:
        _make(setting, early)
    setting.ranks.wait()


def _make(setting: _Setting, early: bool) -> None:
    run, loop = setting.run, setting.loop
    fresh = run.folder / ".export.new"
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir()
    with loop.averaged(dice.SAMPLES):
        setting.task.export(fresh)
    metrics = finite(loop.position.scores)
    made = card.written(setting.asked, setting.config, setting.dataset, loop.position.step, metrics)
    card_file = fresh / "README.md"
    more = card_file.read_text("utf-8") if card_file.exists() else ""
    card_file.write_text(made + more, "utf-8")
    shutil.rmtree(run.export, ignore_errors=True)
    fresh.rename(run.export)
    setting.emit(TrainingCompleted(loop.position.step, early, metrics))


@contextlib.contextmanager
def _opened(run: Run, stop: Callable[[], bool]) -> Iterator[_Setting]:
    with contextlib.ExitStack() as stack:
        emit = stack.enter_context(_telling(run)) if is_first() else ignore
        stack.enter_context(told_failures(emit, run))
        asked = run.asked()
        config = asked.read_config()
        ranks = stack.enter_context(joined(config))
        dataset = stack.enter_context(Dataset.open(Path(asked.dataset)))
        dice.begin(config.seed, 0, 0)
        task = _task(asked, dataset, run, ranks, emit)
        checkpoints = Checkpoints(run.checkpoints, emit)
        around = Surroundings(ranks, checkpoints, run.samples, dataset.version(), emit, stop)
        loop = Loop(task, config, around)
        yield _Setting(run, asked, config, dataset, ranks, emit, task, loop, checkpoints)


def _task(asked: Asked, dataset: Dataset, run: Run, ranks: Ranks, emit: Emit) -> Task:
    """The first rank opens it first, since it may prepare what all of them use."""
    if not ranks.first:
        ranks.wait()
    task: Task = recipes.task_of(asked.recipe)(asked, dataset, run, ranks.device, emit)
    if ranks.first:
        ranks.wait()
    return task


@contextlib.contextmanager
def _telling(run: Run) -> Iterator[Emit]:
    with Journal(run.events) as journal, Board(run.tensorboard) as board:

        def emit(event: Event) -> None:
            journal(event)
            board(event)

        yield emit
