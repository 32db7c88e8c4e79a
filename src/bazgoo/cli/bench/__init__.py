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
def load(
    voice: VoiceFile = None,
    seconds: Annotated[float, typer.Option(min=2, max=600, help="How long each stage lasts.")] = 20,
    clients: Annotated[
        list[int] | None,
        typer.Option(
            min=8, help="Clients of a stage, with a tenth as many requests a second; may be repeated."
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Measure load: growing crowds that ask the API and watch live events beside 8 who hear speech, until it bends.

    It starts a studio of its own on this machine, in a temporary folder, and says what there was not enough of.
    """
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that what was started is stopped
    from bazgoo.cli.bench.load.growing import STAGES, Stage, measure  # noqa: PLC0415
    from bazgoo.cli.bench.report import print_json, print_table  # noqa: PLC0415

    figures = measure(voice, seconds, tuple(Stage(n, n / 10) for n in clients or ()) or STAGES)
    print_json(figures) if as_json else print_table(figures)


@app.command()
def text(as_json: AsJson = False) -> None:
    """Measure reading: phonemes, words, ezafe and homographs, on sentences that nothing was taught with."""
    from bazgoo.cli.bench.reading import measure  # noqa: PLC0415
    from bazgoo.cli.bench.report import print_json, print_table  # noqa: PLC0415

    figures = measure()
    print_json(figures) if as_json else print_table(figures)


@app.command()
def voice(
    voice: Annotated[str, typer.Argument(help="The id of a voice, or the path of an .onnx file.")],
    dataset: Annotated[
        Path,
        typer.Option(exists=True, file_okay=False, help="A dataset's folder; one in 20 records is held out."),
    ],
    judge: Annotated[
        Path | None,
        typer.Option(file_okay=False, help="A judge's folder; where it is empty, a judge is taught into it."),
    ] = None,
    most: Annotated[int, typer.Option(min=1, help="Held-out sentences to judge with.")] = 40,
    as_json: AsJson = False,
) -> None:
    """Judge a voice on recordings it was not taught with: distortion, pitch, pace, whether it is understood.

    Teaching a judge takes some four minutes once and needs torch; it listens for phonemes. How to read the figures:
    docs/howto/judging.md.
    """
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that what was started is stopped
    from bazgoo.cli.bench.voice import measure, print_json, print_table  # noqa: PLC0415

    judgement = measure(voice, dataset, judge, most)
    print_json(judgement) if as_json else print_table(judgement)


@app.command()
def training(
    steps: Annotated[
        list[int] | None,
        typer.Option(
            min=1,
            help="Steps of the voice; may be given several times. 780 take two cores five minutes, 3100 twenty.",
        ),
    ] = None,
    sentences: Annotated[
        int, typer.Option(min=40, max=600, help="How many sentences eSpeak says to teach from.")
    ] = 400,
    judge_steps: Annotated[int, typer.Option(min=1, help="Steps of the judge.")] = 1000,
    classifier_steps: Annotated[int, typer.Option(min=1, help="Steps of the classifier.")] = 200,
    as_json: AsJson = False,
) -> None:
    """Measure teaching: steps a second of a judge, a classifier and a tiny voice, and what became of the voice.

    All are taught from eSpeak speech made on the spot, which takes half an hour and needs torch. The voice is judged on
    sentences it has not heard; its speed and size are set beside a voice of the shape of Piper's medium ones.
    """
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that what was started is stopped
    from bazgoo.cli.bench.report import print_json, print_table  # noqa: PLC0415
    from bazgoo.cli.bench.training import measure  # noqa: PLC0415

    figures = measure(steps or [780, 3100], sentences, judge_steps, classifier_steps)
    print_json(figures) if as_json else print_table(figures)


@app.command()
def browser(
    voices: Annotated[
        list[str] | None,
        typer.Argument(help="Ids of voices, or paths of .onnx files; else all that run in a browser."),
    ] = None,
    rounds: Annotated[
        int, typer.Option(min=1, max=20, help="How often a page of text is spoken; the middle time counts.")
    ] = 3,
    as_json: AsJson = False,
) -> None:
    """Measure speech in the page: real-time factor, first audio, what is fetched and held, beside this machine itself.

    It needs Chromium and the package playwright, starts a studio and static hosts of its own on loopback, and stops
    them again. In a checkout a voice of the size of Piper's medium ones is made on the spot and measured too.
    """
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    from bazgoo.cli.bench.browser import measure  # noqa: PLC0415
    from bazgoo.cli.bench.report import print_json, print_table  # noqa: PLC0415

    figures = measure(voices or [], rounds)
    print_json(figures) if as_json else print_table(figures)
