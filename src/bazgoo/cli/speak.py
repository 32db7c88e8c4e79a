"""`bazgoo speak`: speech without a server."""

import signal
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Annotated

import typer

from bazgoo.cli.source import Colloquial, LexiconFile, read_lexicon_file, read_source
from bazgoo.cli.terminal import console, language, say

if TYPE_CHECKING:
    from bazgoo.cli.destinations import Take
    from bazgoo.engines import Voice
    from bazgoo.speech import Clip

_STANDARD_OUTPUT = Path("-")
# Shorter work shows no bar: it would only flicker.
_SHOW_BAR_AFTER_S = 1.0


def speak(
    text: Annotated[str | None, typer.Argument(help="What to say; “-” reads standard input.")] = None,
    *,
    file: Annotated[
        Path | None,
        typer.Option("--file", "-f", exists=True, dir_okay=False, help="Read the text from a file."),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out", "-o", help="Write the sound here; its ending names the format; “-” is standard output."
        ),
    ] = None,
    voice: Annotated[
        str | None, typer.Option("--voice", "-v", help="The id of a voice, or the path of an .onnx file.")
    ] = None,
    speed: Annotated[float, typer.Option(min=0.25, max=4.0, help="1 is the voice's own pace.")] = 1.0,
    format: Annotated[
        str | None, typer.Option(help="wav, mp3, opus, flac, aac or pcm, when -o does not say it.")
    ] = None,
    sample_rate: Annotated[
        int | None, typer.Option(min=8_000, max=96_000, help="In Hz; by default the voice's own.")
    ] = None,
    ssml: Annotated[bool, typer.Option("--ssml", help="The text is an SSML document.")] = False,
    colloquial: Colloquial = False,
    lexicon: LexiconFile = None,
    play: Annotated[
        bool, typer.Option("--play", help="Play the sound, also when it is written to a file.")
    ] = False,
) -> None:
    """Say a text: play it, or write it to a file.

    bazgoo speak 'سلام دنیا'                     play it

    bazgoo speak 'سلام دنیا' -o salam.mp3        write it

    bazgoo speak --file ketab.txt -o ketab.opus  a whole book

    echo 'سلام' | bazgoo speak -o - > salam.wav  through pipes
    """
    from bazgoo.settings import Settings  # noqa: PLC0415  numpy and the engines take their time to load
    from bazgoo.speech import open_speaker  # noqa: PLC0415

    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # unwinds, so that no partial file stays
    chosen = _format(format, out)
    source = read_source(text, file)
    files, voice_id = voice_file(voice)
    speaker = open_speaker(Settings.load().models_dir, files=files)
    speaking = speaker.voice(voice_id)
    clips = speaker.stream(
        source,
        voice=speaking.id,
        speed=speed,
        mode="colloquial" if colloquial else "formal",
        ssml=ssml,
        lexicon=read_lexicon_file(lexicon),
    )
    duration_s = 0.0
    with ExitStack() as opened:
        takes = [
            opened.enter_context(each) for each in _destinations(out, play, chosen, speaking, sample_rate)
        ]
        for clip in _with_progress(clips, len(source)):
            duration_s += clip.duration_s
            for take in takes:
                take(clip.samples)
    if out is not None and console.is_terminal:
        say(f"{out}: {duration_s:.1f} ثانیه", f"{out}: {duration_s:.1f} s")


def _format(format: str | None, out: Path | None) -> str:
    """The format that was asked for, by its name or by the ending of ``out``."""
    from bazgoo.audio import FORMATS, format_named_by  # noqa: PLC0415

    known = ", ".join(FORMATS)
    if format is not None and format not in FORMATS:
        raise typer.BadParameter(f"“{format}” is not one of: {known}", param_hint="--format")
    if format or out is None or out == _STANDARD_OUTPUT:
        return format or "wav"
    named = format_named_by(out.suffix)
    if named is None:
        raise typer.BadParameter(
            f"the ending of “{out}” names no format; add --format, one of: {known}", param_hint="--out"
        )
    return named


def voice_file(voice: str | None) -> tuple[list[Path], str | None]:
    """The file that ``voice`` names if it is a path (`voice.onnx`, or `voice.onnx#speaker`), and its id."""
    from bazgoo.engines import voice_id_of  # noqa: PLC0415  as above

    path, mark, name = (voice or "").partition("#")
    if not path.endswith((".onnx", ".safetensors")):
        return [], voice
    if not Path(path).is_file():
        raise typer.BadParameter(f"there is no file “{path}”", param_hint="--voice")
    return [Path(path)], f"{voice_id_of(Path(path))}{mark}{name}"


def _destinations(
    out: Path | None, play: bool, format: str, voice: "Voice", sample_rate: int | None
) -> "Iterator[AbstractContextManager[Take]]":
    """Where the sound goes; when nobody said, to the loudspeaker."""
    from bazgoo.cli import destinations  # noqa: PLC0415

    if out == _STANDARD_OUTPUT:
        if sys.stdout.isatty():
            raise typer.BadParameter(
                "sound would fill the terminal with noise; use a pipe", param_hint="--out"
            )
        yield destinations.into_standard_output(format, voice.sample_rate, sample_rate)
    elif out is not None:
        yield destinations.into_file(out, format, voice.sample_rate, sample_rate)
    if play or out is None:
        yield destinations.into_player(voice.sample_rate)


def _with_progress(clips: "Iterator[Clip]", length: int) -> "Iterator[Clip]":
    """The same clips, with a bar on the terminal once they have taken a moment."""
    from rich.progress import Progress  # noqa: PLC0415

    begun = monotonic()
    bar = Progress(console=console, transient=True, disable=not console.is_terminal)
    task = bar.add_task("می‌گویم" if language() == "fa" else "Speaking", total=length)
    try:
        for clip in clips:
            yield clip
            bar.update(task, completed=clip.end)
            if monotonic() - begun > _SHOW_BAR_AFTER_S:
                bar.start()
    finally:
        bar.stop()
