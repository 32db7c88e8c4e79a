"""What the command line is given to read: an argument, a file, or standard input."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bazgoo.errors import FileUnreadable

if TYPE_CHECKING:
    from bazgoo.phonemes import Lexicon

Colloquial = Annotated[
    bool, typer.Option("--colloquial", help="Read formal Persian as it is spoken in Tehran.")
]
LexiconFile = Annotated[
    Path | None,
    typer.Option(
        "--lexicon",
        exists=True,
        dir_okay=False,
        help="Your own pronunciations: word, ipa, spoken, apart by tabs.",
    ),
]


def read_source(text: str | None, file: Path | None = None) -> str:
    """The whole text; raises FileUnreadable, and BadParameter when nothing or too much was given."""
    if text is not None and file is not None:
        raise typer.BadParameter("give a text or --file, not both", param_hint="TEXT")
    if file is not None:
        return _read(file)
    return "".join(read_lines(text)) if _piped(text) else _whole(text or "")


def read_lines(text: str | None) -> Iterator[str]:
    """The lines of ``text``, or of standard input as they arrive, with their ends."""
    if not _piped(text):
        yield from _whole(text or "").splitlines(keepends=True)
        return
    for number, line in enumerate(sys.stdin):
        yield line.removeprefix("\ufeff") if number == 0 else line


def _piped(text: str | None) -> bool:
    if text is None and sys.stdin.isatty():
        raise typer.BadParameter("write a text, or pipe one in", param_hint="TEXT")
    return text in (None, "-")


def _whole(text: str) -> str:
    """``text`` without the bytes that the shell passed on though they are not UTF-8."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise FileUnreadable(file=file, reason_fa="UTF-8 نیست.", reason_en="it is not UTF-8.") from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise FileUnreadable(file=file, reason_fa=reason, reason_en=reason) from None


def read_lexicon_file(file: Path | None) -> "Lexicon":
    """The pronunciations in ``file``; raises LexiconFileInvalid."""
    from bazgoo.server.lexicon.files import read_lexicon  # noqa: PLC0415  pydantic and the phonemes take their time

    if file is None:
        return {}
    return {entry.word: entry.ipa for entry in read_lexicon(file.read_bytes())}
