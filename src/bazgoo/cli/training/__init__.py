"""`bazgoo train`: a voice or a classifier from a recipe, without a server."""

from pathlib import Path
from typing import Annotated

import typer

from bazgoo.cli.serve import DataDir
from bazgoo.settings import Settings


def train(
    recipe: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="A recipe: a TOML file.")],
    *,
    check: Annotated[
        bool, typer.Option("--check", help="Say only what it would take and what stands in its way.")
    ] = False,
    cluster: Annotated[
        int | None,
        typer.Option("--cluster", min=1, metavar="N", help="Teach on so many workers of a Ray cluster."),
    ] = None,
    anew: Annotated[bool, typer.Option("--anew", help="Forget what was learnt before.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print a JSON object, for programs.")] = False,
    data_dir: DataDir = None,
) -> None:
    """Teach what a recipe asks for and install it; Ctrl-C pauses, the same command goes on.

    bazgoo train recipes/my_voice.toml
    """
    from bazgoo.cli.training import teaching  # noqa: PLC0415

    settings = Settings.load(data_dir=data_dir)
    teaching.teach(settings, recipe, teaching.Wish(check, anew, as_json, cluster))
