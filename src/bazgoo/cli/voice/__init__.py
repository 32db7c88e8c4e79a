"""`bazgoo voice`: a voice taken elsewhere, without a server."""

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(help="Take a voice elsewhere.", no_args_is_help=True)


@app.callback()
def voice() -> None:
    """Take a voice elsewhere."""


@app.command()
def embed(
    voice: Annotated[
        str, typer.Argument(help="The id of a voice, or the path of an .onnx file.", show_default=False)
    ],
    *,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="The folder to make; else one named after the voice.")
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Write into a folder that has something in it already.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print a JSON object, for programs.")] = False,
) -> None:
    """Make a folder with a page that speaks with this voice on any static host, without a server of ours.

    bazgoo voice embed fa_IR-espeak_starter-low -o speaking
    """
    import signal  # noqa: PLC0415
    import sys  # noqa: PLC0415

    from bazgoo.cli.voice import embedding  # noqa: PLC0415

    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # unwinds, so that no half folder stays
    embedding.show(embedding.embed(voice, out, force=force), as_json=as_json)
