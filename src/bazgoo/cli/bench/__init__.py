"""`bazgoo bench`: how fast this installation is, beside the peers that are installed."""

import signal
import sys
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    help="Measure this installation, beside others where they are installed.", no_args_is_help=True
)

AsJson = Annotated[bool, typer.Option("--json", help="Print a JSON object instead of a table.")]
VoiceFile = Annotated[
    Path | None,
    typer.Option(exists=True, dir_okay=False, help="A Piper voice (.onnx) to measure besides eSpeak."),
]


@app.callback()
def bench() -> None:
    """Group the measurements."""


@app.command()
def speech(
    voice: VoiceFile = None,
    as_json: AsJson = False,
) -> None:
    """Measure speech: whole files, time to first audio, many clients, memory, start-up.

    It starts a studio of its own on this machine, in a temporary folder, and stops it again; piper-tts and
    sherpa-onnx are measured with the same voice where they are installed. It takes a minute or two.
    """
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that what was started is stopped
    from bazgoo.cli.bench.report import print_json, print_table  # noqa: PLC0415
    from bazgoo.cli.bench.speech import measure  # noqa: PLC0415

    figures = measure(voice)
    print_json(figures) if as_json else print_table(figures)


@app.command()
def download(
    size_mb: Annotated[
        int, typer.Option(min=1, max=10_000, help="The size of the file that is brought.")
    ] = 200,
    as_json: AsJson = False,
) -> None:
    """Measure downloads on loopback: speed, memory, and what is brought twice over a line cut again and again.

    It runs from a checkout, against the stand-in for the Hub that the tests use; the Hub's own client and curl are
    measured beside where they are installed. It takes some minutes.
    """
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    from bazgoo.cli.bench.downloads import measure  # noqa: PLC0415
    from bazgoo.cli.bench.report import print_json, print_table  # noqa: PLC0415

    figures = measure(size_mb)
    print_json(figures) if as_json else print_table(figures)


@app.command()
def events(
    clients: Annotated[int, typer.Option(min=2, max=10_000, help="How many clients watch.")] = 1000,
    as_json: AsJson = False,
) -> None:
    """Measure live events: how late clients of two web processes know what a worker has told, and what is lost.

    It starts a database and two studios on this machine, in a temporary folder, and stops them again.
    """
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that what was started is stopped
    from bazgoo.cli.bench.events import measure  # noqa: PLC0415
    from bazgoo.cli.bench.report import print_json, print_table  # noqa: PLC0415

    figures = measure(clients)
    print_json(figures) if as_json else print_table(figures)


@app.command()
def text(as_json: AsJson = False) -> None:
    """Measure reading: phonemes, words, ezafe and homographs, on sentences that nothing was taught with."""
    from bazgoo.cli.bench.reading import measure  # noqa: PLC0415
    from bazgoo.cli.bench.report import print_json, print_table  # noqa: PLC0415

    figures = measure()
    print_json(figures) if as_json else print_table(figures)
