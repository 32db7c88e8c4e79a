"""`bazgoo`: one command a module; each imports what it needs when it runs, so that `--help` is quick."""

import sys
from importlib import import_module
from typing import Any

import typer

from bazgoo import __version__
from bazgoo.cli.terminal import speak_utf8, tell
from bazgoo.errors import BazgooError

COMMANDS = {
    "speak": "bazgoo.cli.speak:speak",
    "text": "bazgoo.cli.text:text",
    "train": "bazgoo.cli.training:train",
    "serve": "bazgoo.cli.serve:serve",
    "start": "bazgoo.cli.serve:start",
    "stop": "bazgoo.cli.serve:stop",
    "web": "bazgoo.cli.serve:web",
    "worker": "bazgoo.cli.serve:worker",
    "migrate": "bazgoo.cli.serve:migrate",
    "backup": "bazgoo.cli.backup:backup",
    "restore": "bazgoo.cli.backup:restore",
    "doctor": "bazgoo.cli.doctor:doctor",
    "verify": "bazgoo.cli.verify:verify",
}
"""Every command, and the function that is it."""

GROUPS = {
    "user": "bazgoo.cli.users:app",
    "models": "bazgoo.cli.models:app",
    "dataset": "bazgoo.cli.datasets:app",
    "voice": "bazgoo.cli.voice:app",
    "bench": "bazgoo.cli.bench:app",
}
"""Every group of commands, and the Typer application that is it."""


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"bazgoo {__version__}")
        raise typer.Exit


def build() -> typer.Typer:
    """The whole command line."""
    app = typer.Typer(
        help="Bazgoo, a studio for Persian speech. Try:  bazgoo speak 'سلام دنیا' -o salam.wav",
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )

    @app.callback()
    def root(
        version: bool = typer.Option(
            False, "--version", callback=_version, is_eager=True, help="Show the version."
        ),
    ) -> None:
        pass

    for name, place in COMMANDS.items():
        app.command(name)(_load(place))
    for name, place in GROUPS.items():
        app.add_typer(_load(place), name=name)
    return app


def _load(place: str) -> Any:
    module, name = place.split(":")
    return getattr(import_module(module), name)


def main() -> None:
    """Run the command line; exit 0 done, 1 an error that was told, 2 wrong usage, 130 interrupted."""
    speak_utf8()
    try:
        build()()
    except BazgooError as error:
        tell(error)
        sys.exit(1)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(141)
