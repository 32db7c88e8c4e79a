"""`python tests/unit/training/on_a_cluster.py RUN --cluster N`: the trainer's process with the recipe of a second.

Workers are processes of their own, so they are told which recipe to take.
"""

import sys
from typing import Any

from bazgoo.training import __main__ as process
from bazgoo.training import cluster, recipes
from tests.unit.training import tiny

_teach = cluster.teach


def teach(told: dict[str, Any]) -> None:
    recipes.task_of = lambda recipe: tiny.open_task
    _teach(told)


if __name__ == "__main__":
    cluster.teach = teach
    process._NICE = 0
    sys.exit(process.main())
