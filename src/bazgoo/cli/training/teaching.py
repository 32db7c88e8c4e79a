"""`bazgoo train` from the recipe to the model on the shelf."""

import contextlib
import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import typer

from bazgoo.cli.datasets import bringing
from bazgoo.cli.datasets.progress import Telling as DatasetTelling
from bazgoo.cli.models.printing import print_json
from bazgoo.cli.terminal import console, language, say
from bazgoo.cli.training.process import Trainer
from bazgoo.cli.training.progress import Telling, lasting
from bazgoo.cli.training.recipe import Recipe
from bazgoo.datasets import Dataset
from bazgoo.datasets.checking import check
from bazgoo.datasets.dataset import DATABASE
from bazgoo.errors import TrainerCrashed
from bazgoo.settings import Settings
from bazgoo.store import Manifest, Shelf, import_folder
from bazgoo.training.doctor import Machine, Needs, examine, refuse
from bazgoo.training.journal import told
from bazgoo.training.run import ASKED, Run

INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class Wish:
    """How somebody wants it."""

    only_check: bool
    anew: bool
    as_json: bool
    workers: int | None = None
    """Of a Ray cluster; None teaches in one process of this machine."""


def teach(settings: Settings, path: Path, wish: Wish) -> None:
    """Teach what the recipe at ``path`` asks for; goes on where it was.  Raises TrainingRefused and others."""
    recipe = Recipe.read(path)
    run = Run(recipe.folder / "run")
    with _dataset(recipe) as dataset:
        needs = examine(dataset, recipe.recipe, recipe.asked().read_config(), _machine(recipe, wish))
    if wish.as_json and wish.only_check:
        print_json({"ok": not needs.refusals, **asdict(needs)})
    else:
        _tell(needs)
    if wish.only_check:
        raise typer.Exit(1 if needs.refusals else 0)
    refuse(needs)
    _ask(run, recipe, anew=wish.anew)
    if not _is_done(run):
        _train(run, path, wish.workers)
    _register(settings, run, recipe, as_json=wish.as_json)


@contextlib.contextmanager
def _dataset(recipe: Recipe) -> Iterator[Dataset]:
    """The dataset of ``recipe``; made and checked where there is none yet."""
    folder = recipe.dataset_folder
    if not (folder / DATABASE).exists():
        folder.parent.mkdir(parents=True, exist_ok=True)
        facts = {"license": recipe.license, "consent": recipe.consent}
        wanted = bringing.Wish(
            recipe.name, recipe.type, None, {key: said for key, said in facts.items() if said}
        )
        with bringing.filled(folder, recipe.dataset, wanted) as (dataset, report):
            bringing.tell(report)
            with DatasetTelling() as telling:
                check(dataset, emit=telling)
    with Dataset.open(folder) as dataset:
        yield dataset


def _machine(recipe: Recipe, wish: Wish) -> Machine:
    """This one; of a cluster elsewhere nobody knows here what GPUs it has, so that its workers refuse themselves."""
    here = Machine.here(recipe.folder)
    elsewhere = wish.workers is not None and "RAY_ADDRESS" in os.environ
    return replace(here, gpu=here.gpu or "Ray", gpu_memory_mb=None) if elsewhere else here


def _tell(needs: Needs) -> None:
    """What it takes, and what is to be minded."""
    minutes, millions = f"{needs.duration_s / 60:.1f}", f"{needs.parameters / 1e6:.2f}"
    if needs.records:
        say(
            f"{needs.records} نمونه ({minutes} دقیقه)، {needs.steps} گام، حدود {lasting(needs.seconds)}؛ "
            f"حافظه {needs.memory_mb} و دیسک {needs.disk_mb} مگابایت، {millions} میلیون پارامتر.",
            f"{needs.records} examples ({minutes} min), {needs.steps} steps, about {lasting(needs.seconds)}; "
            f"memory {needs.memory_mb} MB, disk {needs.disk_mb} MB, {millions} M parameters.",
        )
    for mark, findings in (("[yellow]![/]", needs.warnings), ("[red]✗[/]", needs.refusals)):
        for each in findings:
            console.print(mark, end=" ")
            say(each.fa, each.en)


def _ask(run: Run, recipe: Recipe, *, anew: bool) -> None:
    """The run, made where there is none; what is asked now counts."""
    if anew:
        shutil.rmtree(run.folder, ignore_errors=True)
    asked = recipe.asked()
    if not (run.folder / ASKED).exists():
        shutil.rmtree(run.folder, ignore_errors=True)
        Run.create(run.folder, asked)
    elif run.asked() != asked:
        shutil.rmtree(run.export, ignore_errors=True)
        run.ask(asked)


def _is_done(run: Run) -> bool:
    last = {row["event"] for _, row in list(told(run.events))[-1:]}
    return run.export.is_dir() and last == {"training_completed"}


def _train(run: Run, path: Path, workers: int | None) -> None:
    """Until it is done; ends the command where it is paused or fails."""
    last = _watched(run, workers)
    match last.get("event"):
        case "training_completed":
            return
        case "training_paused":
            say(
                f"در گام {last['step']} نگه داشته شد. ادامه با همین فرمان: bazgoo train {path}",
                f"Paused at step {last['step']}. The same command goes on: bazgoo train {path}",
            )
            raise typer.Exit(INTERRUPTED)
        case "training_failed":
            console.print(f"bazgoo: {last[language()]} [{last['code']}]", markup=False, soft_wrap=True)
            raise typer.Exit(1)
    raise TrainerCrashed


def _watched(run: Run, workers: int | None) -> dict[str, Any]:
    """The last line of the trainer, who has ended then; the first Ctrl-C pauses it, the second ends it."""
    last: dict[str, Any] = {}
    say("آماده می‌شود…", "Preparing…")
    with Trainer(run, workers) as trainer, Telling() as telling:
        for _ in range(2):
            try:
                for last in trainer.events():
                    telling(last)
                break
            except KeyboardInterrupt:
                say("نگه داشته می‌شود…", "Pausing…")
                trainer.pause()
    return last


def _register(settings: Settings, run: Run, recipe: Recipe, *, as_json: bool) -> None:
    """Put the model on the shelf, in the place of an earlier one of the same run; say how to use it.

    On standard output stands the voice alone, or the folder of a classifier, for whoever goes on with it.
    """
    shelf = Shelf(settings.models_dir)
    model_id = str(uuid5(NAMESPACE_URL, f"bazgoo run {run.folder}"))
    name = recipe.name if recipe.recipe == "classifier" else None
    model = import_folder(shelf, run.export, model_id=model_id, name=name, license=recipe.license)
    if as_json:
        row = next(row for _, row in reversed(list(told(run.events))) if row["event"] == "training_completed")
        print_json({**asdict(model), "folder": str(shelf.folder(model.id)), "metrics": row["metrics"]})
    else:
        sys.stdout.write(f"{model.voices[0] if model.voices else shelf.folder(model.id)}\n")
    _tell_use(shelf, model, recipe)


def _tell_use(shelf: Shelf, model: Manifest, recipe: Recipe) -> None:
    if model.voices:
        voice = model.voices[0]
        say(
            f"«{recipe.name}» آماده است. بشنوید: bazgoo speak 'سلام دنیا' --voice '{voice}'",
            f"“{recipe.name}” is ready. Hear it: bazgoo speak 'سلام دنیا' --voice '{voice}'",
        )
    else:
        folder = shelf.folder(model.id)
        say(f"«{recipe.name}» آماده است: {folder}", f"“{recipe.name}” is ready: {folder}")
