"""Where each recipe keeps its doctor and its task; imported when asked for, the doctor without torch."""

from importlib import import_module
from typing import Any

from bazgoo.training.config import RecipeName


def findings_of(recipe: RecipeName) -> Any:
    """`findings(dataset, config, machine) -> Needs` of ``recipe``."""
    return import_module(f"{__package__}.{recipe}.doctor").findings


def task_of(recipe: RecipeName) -> Any:
    """`open_task(asked, dataset, run, device, emit=ignore) -> Task` of ``recipe``; needs torch."""
    return import_module(f"{__package__}.{recipe}.task").open_task
