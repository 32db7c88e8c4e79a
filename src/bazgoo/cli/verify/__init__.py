"""`bazgoo verify`: proves that a running installation does what it promises."""

import signal
import sys
from pathlib import Path
from typing import Annotated

import typer

from bazgoo.cli.serve import DataDir
from bazgoo.settings import Settings

Url = Annotated[
    str | None, typer.Option("--url", help="Where the studio answers; else where it says that it runs.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print a JSON object instead of a table.")]
Only = Annotated[
    list[str] | None, typer.Option(help="One subject, such as speech; may be given several times.")
]
Repo = Annotated[str, typer.Option(help="The repository of the Hub that a download is proven with.")]
Files = Annotated[list[str] | None, typer.Option(help="Which of its files to bring, as globs.")]
Bundle = Annotated[
    Path | None,
    typer.Option(exists=True, dir_okay=False, help="A bundle to install where the Hub is out of reach."),
]

REPO, FILES = "rhasspy/piper-voices", ("voices.json",)
"""Some 200 kB that hardly anybody has installed."""


def verify(  # noqa: PLR0917  Typer passes them by name
    url: Url = None,
    as_json: AsJson = False,
    only: Only = None,
    repo: Repo = REPO,
    files: Files = None,
    bundle: Bundle = None,
    data_dir: DataDir = None,
) -> None:
    """Prove a running installation: database, every endpoint, live events, a download, a training, speech, backup.

    It makes two accounts of its own, and removes them with everything that they made. Exit 1 when something is missing.
    """
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that what was made is removed
    from bazgoo.cli.verify.proving import prove  # noqa: PLC0415
    from bazgoo.cli.verify.report import print_json, print_table, watched  # noqa: PLC0415
    from bazgoo.cli.verify.site import Wanted  # noqa: PLC0415
    from bazgoo.cli.verify.subjects import chosen  # noqa: PLC0415

    settings = Settings.load(data_dir=data_dir)
    wanted = Wanted(url, repo, tuple(files or (FILES if repo == REPO else ())), bundle)
    findings = watched(prove(settings, wanted, chosen(only)))
    print_json(findings) if as_json else print_table(findings)
    raise typer.Exit(1 if any(finding.state == "gap" for finding in findings) else 0)
