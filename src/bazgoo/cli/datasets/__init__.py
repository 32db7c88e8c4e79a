"""`bazgoo dataset`: recordings and texts as datasets, without a server."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from bazgoo.cli.serve import DataDir
from bazgoo.settings import Settings

app = typer.Typer(help="Import, check, export datasets; bring them from the Hub.", no_args_is_help=True)

AsJson = Annotated[bool, typer.Option("--json", help="Print a JSON object, for programs.")]
Kind = Annotated[
    Literal["audio", "text", "csv"] | None,
    typer.Option(
        "--type", help="audio, text (labelled texts) or csv (rows of numbers); else told by the files."
    ),
]
Script = Annotated[
    Path | None,
    typer.Option(exists=True, dir_okay=False, help="The text of one long recording, which is cut along it."),
]
Name = Annotated[str | None, typer.Option(help="What the dataset is called.")]
License = Annotated[str | None, typer.Option("--license", help="Its licence, such as cc0-1.0.")]
Source = Annotated[
    Path,
    typer.Argument(
        exists=True, help="A folder, an archive, a table, or one long recording.", show_default=False
    ),
]
Folder = Annotated[Path, typer.Argument(help="The folder of a dataset.", show_default=False)]
Mirror = Annotated[
    list[str] | None, typer.Option("--endpoint", help="Ask this mirror of the Hub first; may be repeated.")
]


@app.callback()
def dataset() -> None:
    """Import, check, export datasets; bring them from the Hub."""


@app.command("import")
def import_(
    source: Source,
    folder: Folder,
    *,
    name: Name = None,
    kind: Kind = None,
    script: Script = None,
    license: License = None,
    as_json: AsJson = False,
) -> None:
    """Make a dataset of what you have, or add to one.

    bazgoo dataset import lj.zip my_voice

    bazgoo dataset import chapter.mp3 my_voice --script chapter.txt
    """
    from bazgoo.cli.datasets import bringing  # noqa: PLC0415

    facts = {"license": license} if license else {}
    bringing.bring_in(source, folder, bringing.Wish(name, kind, script, facts), as_json=as_json)


@app.command()
def check(path: Source, *, kind: Kind = None, script: Script = None, as_json: AsJson = False) -> None:
    """Check a dataset, or what one could be made of, and say what to mend.

    bazgoo dataset check my_voice

    bazgoo dataset check lj.zip --json
    """
    from bazgoo.cli.datasets import checks  # noqa: PLC0415

    checks.show(path, kind, script, as_json=as_json)


@app.command()
def export(
    folder: Folder,
    out: Annotated[
        Path, typer.Argument(help="A new folder, or a file that ends in .zip.", show_default=False)
    ],
    *,
    layout: Annotated[
        Literal["ljspeech", "audiofolder"], typer.Option(help="ljspeech or audiofolder.")
    ] = "ljspeech",
    as_json: AsJson = False,
) -> None:
    """Write a dataset for other programs; what is excluded stays out.

    bazgoo dataset export my_voice my_voice.zip --layout audiofolder
    """
    from bazgoo.cli.datasets import bringing  # noqa: PLC0415

    bringing.take_out(folder, out, layout, as_json=as_json)


@app.command()
def pull(
    repo: Annotated[str, typer.Argument(help="owner/name of a dataset on the Hub.")],
    folder: Annotated[
        Path | None, typer.Argument(help="The folder of the dataset; else it is named like the repository.")
    ] = None,
    *,
    file: Annotated[
        list[str] | None, typer.Option("--file", help="Files that fit this pattern alone; may be repeated.")
    ] = None,
    revision: Annotated[str | None, typer.Option(help="A branch, a tag or a commit.")] = None,
    kind: Kind = None,
    endpoint: Mirror = None,
    as_json: AsJson = False,
    data_dir: DataDir = None,
) -> None:
    """Bring a dataset from the Hub and import it; after an interruption the same command goes on where it was.

    bazgoo dataset pull owner/name my_voice
    """
    from bazgoo.cli.datasets import pulling  # noqa: PLC0415

    settings = Settings.load(data_dir=data_dir)
    if endpoint:
        settings = Settings.load(data_dir=data_dir, hub_endpoints=(*endpoint, *settings.hub_endpoints))
    wish = pulling.Wish(repo, folder or Path(repo.rpartition("/")[2]), tuple(file or ()), revision, kind)
    pulling.pull(settings, wish, as_json=as_json)
