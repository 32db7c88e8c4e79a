"""`bazgoo text`: how a text will be read."""

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bazgoo.cli.terminal import language

if TYPE_CHECKING:
    from bazgoo.phonemes import Word


def text(
    text: Annotated[str | None, typer.Argument(help="What to read; “-” reads standard input.")] = None,
    *,
    normalize: Annotated[
        bool,
        typer.Option("--normalize", help="Only write out numbers, dates and signs in words, line by line."),
    ] = False,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="One JSON object for each line.")] = False,
) -> None:
    """Show how a text will be read.

    bazgoo text 'ساعت ۱۲:۳۰ است'           a table, word by word

    bazgoo text --normalize < ketab.txt    in words, one line for each line

    bazgoo text --jsonl < jomleha.txt      for programs
    """
    from bazgoo.cli.source import read_lines  # noqa: PLC0415

    if normalize and jsonl:
        raise typer.BadParameter("choose one of --normalize and --jsonl", param_hint="--jsonl")
    show = _show_normalized if normalize else _show_json if jsonl else _show_table
    for line in read_lines(text):
        show(line.rstrip("\r\n"))


def _show_normalized(line: str) -> None:
    from bazgoo.text import normalize  # noqa: PLC0415

    print(normalize(line), flush=True)  # noqa: T201


def _show_json(line: str) -> None:
    import orjson  # noqa: PLC0415

    from bazgoo.phonemes import transcribe  # noqa: PLC0415
    from bazgoo.text import normalize, read  # noqa: PLC0415

    utterance = transcribe(read(line))
    words = [_described(word) for word in utterance.words]
    reading = {"text": line, "normalized": normalize(line), "ipa": utterance.ipa, "words": words}
    sys.stdout.buffer.write(orjson.dumps(reading) + b"\n")
    sys.stdout.buffer.flush()


def _described(word: "Word") -> dict[str, Any]:
    return {
        "text": word.text,
        "spoken": word.spoken,
        "ipa": word.ipa,
        "ezafe": word.ezafe,
        "source": word.source,
    }


def _show_table(line: str) -> None:
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    from bazgoo.phonemes import transcribe  # noqa: PLC0415
    from bazgoo.text import read  # noqa: PLC0415

    table = Table(
        *(("نوشته", "گفته", "آوا") if language() == "fa" else ("written", "spoken", "sounds")), box=None
    )
    for word in transcribe(read(line)).words:
        table.add_row(word.text, word.spoken, word.ipa)
    Console().print(table)
