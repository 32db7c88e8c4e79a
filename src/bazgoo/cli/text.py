"""`bazgoo text`: how a text will be read."""

import sys
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bazgoo.cli.source import Colloquial, LexiconFile, read_lexicon_file, read_lines
from bazgoo.cli.terminal import language

if TYPE_CHECKING:
    from bazgoo.phonemes import Lexicon, Utterance, Word
    from bazgoo.text import Token

    Hear = Callable[[list[Token]], Utterance]


def text(
    text: Annotated[str | None, typer.Argument(help="What to read; “-” reads standard input.")] = None,
    *,
    normalize: Annotated[
        bool,
        typer.Option("--normalize", help="Only write out numbers, dates and signs in words, line by line."),
    ] = False,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="One JSON object for each line.")] = False,
    colloquial: Colloquial = False,
    lexicon: LexiconFile = None,
) -> None:
    """Show how a text will be read.

    bazgoo text 'ساعت ۱۲:۳۰ است'           a table, word by word

    bazgoo text --normalize < ketab.txt    in words, one line for each line

    bazgoo text --jsonl < jomleha.txt      for programs
    """
    from bazgoo.text import read  # noqa: PLC0415  its tables take their time to load
    from bazgoo.text.tehrani import respelled  # noqa: PLC0415

    if normalize and jsonl:
        raise typer.BadParameter("choose one of --normalize and --jsonl", param_hint="--jsonl")
    show = _show_normalized if normalize else _show_json if jsonl else _show_table
    own = read_lexicon_file(lexicon)
    for line in read_lines(text):
        written = line.rstrip("\r\n")
        tokens = list(map(respelled, read(written))) if colloquial else read(written)
        show(written, tokens, partial(_hear, own, colloquial))


def _hear(lexicon: "Lexicon", colloquial: bool, tokens: "list[Token]") -> "Utterance":
    from bazgoo.phonemes import transcribe  # noqa: PLC0415

    return transcribe(tokens, lexicon, colloquial=colloquial)


def _show_normalized(_line: str, tokens: "list[Token]", _hear: "Hear") -> None:
    from bazgoo.text.tokens import spoken_line  # noqa: PLC0415

    print(spoken_line(tokens), flush=True)  # noqa: T201


def _show_json(line: str, tokens: "list[Token]", hear: "Hear") -> None:
    import orjson  # noqa: PLC0415

    from bazgoo.text.tokens import spoken_line  # noqa: PLC0415

    utterance = hear(tokens)
    words = [_described(word) for word in utterance.words]
    reading = {"text": line, "normalized": spoken_line(tokens), "ipa": utterance.ipa, "words": words}
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


def _show_table(_line: str, tokens: "list[Token]", hear: "Hear") -> None:
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    table = Table(
        *(("نوشته", "گفته", "آوا") if language() == "fa" else ("written", "spoken", "sounds")), box=None
    )
    for word in hear(tokens).words:
        table.add_row(word.text, word.spoken, word.ipa)
    Console().print(table)
