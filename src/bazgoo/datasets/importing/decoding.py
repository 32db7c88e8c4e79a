"""The lines of a text file, whatever wrote it: UTF-8, UTF-16, Windows-1256; with or without a mark."""

import codecs
from collections.abc import Iterator
from pathlib import Path

LONGEST_LINE = 1 << 20
_BROKEN = "\ufffd"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def lines(path: Path) -> Iterator[tuple[int, str | None]]:
    """Each line with its number from 1 and without its end; None for one that is broken or endless."""
    with path.open(encoding=encoding(path), errors="replace", newline=None) as file:
        number = 0
        while line := file.readline(LONGEST_LINE):
            number += 1
            endless = len(line) == LONGEST_LINE
            while endless and line and not line.endswith("\n"):
                line = file.readline(LONGEST_LINE)
            yield (
                number,
                None if endless or _BROKEN in line else line.removesuffix("\n").replace("\ufeff", ""),
            )


def whole(path: Path) -> str | None:
    """All of a small text, or None when a part of it is broken."""
    read = [line for _, line in lines(path)]
    return None if None in read else "\n".join(line or "" for line in read)


def encoding(path: Path) -> str:
    """What the file is written in, as Python calls it."""
    with path.open("rb") as file:
        head = file.read(1 << 12)
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    if (nulls := head.count(0)) * 50 > len(head):  # only the ASCII in it has nulls
        return "utf-16-be" if head[::2].count(0) * 2 > nulls else "utf-16-le"
    return "utf-8" if _is_utf8(path) else "cp1256"


def _is_utf8(path: Path) -> bool:
    """Whether more lines beyond ASCII are UTF-8 than are not: those others are broken then."""
    right = wrong = 0
    with path.open("rb") as file:
        while line := file.readline(LONGEST_LINE):
            if line.isascii():
                continue
            try:
                line.decode("utf-8")
                right += 1
            except UnicodeDecodeError:
                wrong += 1
    return right >= wrong
