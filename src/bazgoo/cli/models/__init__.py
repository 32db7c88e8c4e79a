"""`bazgoo models`: models from the Hub or from files, without a server."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bazgoo.cli.serve import DataDir
from bazgoo.settings import Settings

if TYPE_CHECKING:
    from bazgoo.store import Shelf

app = typer.Typer(help="Bring models, list them, carry them to other machines.", no_args_is_help=True)

AsJson = Annotated[bool, typer.Option("--json", help="Print a JSON object, for programs.")]
Names = Annotated[
    list[str],
    typer.Argument(help="An installed model: its name, voice, repository or id.", show_default=False),
]
Mirror = Annotated[
    list[str] | None, typer.Option("--endpoint", help="Ask this mirror of the Hub first; may be repeated.")
]


@app.callback()
def models() -> None:
    """Bring models, list them, carry them to other machines."""


@app.command()
def search(
    words: Annotated[str, typer.Argument(help="What their names hold.")] = "",
    *,
    task: Annotated[str | None, typer.Option(help="Such as text-to-speech.")] = None,
    author: Annotated[str | None, typer.Option(help="Whose they are.")] = None,
    filter: Annotated[
        list[str] | None, typer.Option(help="A tag they have, such as fa; may be repeated.")
    ] = None,
    sort: Annotated[
        str | None, typer.Option(help="downloads, likes, lastModified, createdAt or trendingScore.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, max=100, help="At most so many.")] = 20,
    cursor: Annotated[
        str | None, typer.Option(help="Go on from the next_cursor of an earlier answer.")
    ] = None,
    endpoint: Mirror = None,
    as_json: AsJson = False,
    data_dir: DataDir = None,
) -> None:
    """Search the Hub for models.

    bazgoo models search piper --filter fa
    """
    import asyncio  # noqa: PLC0415

    from bazgoo.cli.models import searching  # noqa: PLC0415

    settings = _settings(data_dir, endpoint)
    question = {"task": task, "author": author, "filters": filter or (), "sort": sort}
    page = asyncio.run(searching.ask(settings, words, limit=limit, cursor=cursor, **question))
    searching.show(page, _shelf(settings), as_json=as_json)


@app.command()
def pull(
    repo: Annotated[
        str, typer.Argument(help="owner/name on the Hub, or a Piper voice such as fa_IR-amir-medium.")
    ],
    *,
    voice: Annotated[
        str | None, typer.Option("--voice", "-v", help="This voice of the repository alone.")
    ] = None,
    file: Annotated[
        list[str] | None, typer.Option("--file", help="Files that fit this pattern alone; may be repeated.")
    ] = None,
    revision: Annotated[str | None, typer.Option(help="A branch, a tag or a commit.")] = None,
    endpoint: Mirror = None,
    as_json: AsJson = False,
    data_dir: DataDir = None,
) -> None:
    """Bring a model from the Hub; after an interruption the same command goes on where it was.

    bazgoo models pull fa_IR-amir-medium

    bazgoo models pull facebook/mms-tts-fas
    """
    from bazgoo.cli.models import pulling  # noqa: PLC0415

    settings = _settings(data_dir, endpoint)
    wish = pulling.wish(repo, voice=voice, files=file or (), revision=revision)
    pulling.pull(settings, _shelf(settings), wish, as_json=as_json)


@app.command("list")
def list_(as_json: AsJson = False, data_dir: DataDir = None) -> None:
    """List what is installed, and what is unfinished."""
    from bazgoo.cli.models import shelf  # noqa: PLC0415

    shelf.show(_shelf(_settings(data_dir)), as_json=as_json)


@app.command()
def check(
    names: Annotated[
        list[str] | None,
        typer.Argument(help="Installed models, by name, voice, repository or id; without any, all."),
    ] = None,
    *,
    mend: Annotated[bool, typer.Option("--mend", help="Bring what is damaged again from the Hub.")] = False,
    endpoint: Mirror = None,
    as_json: AsJson = False,
    data_dir: DataDir = None,
) -> None:
    """Read every file and hold it against its hash; exit 1 when a model is damaged.

    bazgoo models check --mend
    """
    from bazgoo.cli.models import checking  # noqa: PLC0415

    settings = _settings(data_dir, endpoint)
    checking.check(settings, _shelf(settings), names or (), mend=mend, as_json=as_json)


@app.command()
def remove(names: Names, as_json: AsJson = False, data_dir: DataDir = None) -> None:
    """Uninstall models and free the disk."""
    from bazgoo.cli.models import shelf  # noqa: PLC0415

    shelf.remove(_shelf(_settings(data_dir)), names, as_json=as_json)


@app.command("import")
def import_(
    files: Annotated[
        list[Path], typer.Argument(exists=True, dir_okay=False, help="A .tar, or .onnx and .onnx.json.")
    ],
    as_json: AsJson = False,
    data_dir: DataDir = None,
) -> None:
    """Install bundles, or Piper voices with their JSON, from files; no Hub is needed."""
    from bazgoo.cli.models import carrying  # noqa: PLC0415

    carrying.bring_in(_shelf(_settings(data_dir)), files, as_json=as_json)


@app.command()
def export(
    name: Annotated[str, typer.Argument(help="An installed model: its name, voice, repository or id.")],
    out: Annotated[
        Path, typer.Option("--out", "-o", help="The file to write, or a folder to write it in.")
    ] = Path(),
    as_json: AsJson = False,
    data_dir: DataDir = None,
) -> None:
    """Write a model into one file, to import on another machine."""
    from bazgoo.cli.models import carrying  # noqa: PLC0415

    carrying.take_out(_shelf(_settings(data_dir)), name, out, as_json=as_json)


def _settings(data_dir: Path | None, mirrors: list[str] | None = None) -> Settings:
    """The settings, with these mirrors before all others."""
    settings = Settings.load(data_dir=data_dir)
    if not mirrors:
        return settings
    return Settings.load(data_dir=data_dir, hub_endpoints=(*mirrors, *settings.hub_endpoints))


def _shelf(settings: Settings) -> "Shelf":
    from bazgoo.store import Shelf  # noqa: PLC0415

    return Shelf(settings.models_dir)
