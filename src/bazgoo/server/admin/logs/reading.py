"""The last lines of a log, across the files that were put aside."""

import logging
import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import orjson

from bazgoo.server.admin.logs.schemas import LogLevel, LogLine, LogSource
from bazgoo.server.logfile import OLD_FILES

BLOCK_BYTES = 1 << 16


def read_last(folder: Path, source: LogSource, level: LogLevel, count: int) -> list[LogLine]:
    """The last ``count`` lines of ``source`` that are of ``level`` or worse, the newest first."""
    names = (f"{source}.log", *(f"{source}.log.{number}" for number in range(1, OLD_FILES + 1)))
    least, found = _rank(level), []
    for written in (line for name in names for line in _backwards(folder / name)):
        line = _read(written)
        if line is not None and _rank(line.level) >= least:
            found.append(line)
            if len(found) == count:
                break
    return found


def _rank(level: str) -> int:
    return logging.getLevelNamesMapping().get(level.upper(), 0)


def _read(written: bytes) -> LogLine | None:
    """A line as it is shown; None for what is no line of ours, such as one that is being written."""
    try:
        told: dict[str, Any] = orjson.loads(written)
        at, level = datetime.fromisoformat(told.pop("timestamp")), told.pop("level")
        event, logger, request_id = (told.pop(name, None) for name in ("event", "logger", "request_id"))
        return LogLine(
            at=at, level=level, event=str(event), logger=logger, request_id=request_id, fields=told
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _backwards(path: Path) -> Iterator[bytes]:
    """The lines of a file from its end; none where there is no file."""
    try:
        file = path.open("rb")
    except OSError:
        return
    with file:
        at, begun = file.seek(0, os.SEEK_END), b""
        while at > 0:
            at, size = max(0, at - BLOCK_BYTES), min(at, BLOCK_BYTES)
            file.seek(at)
            begun, *lines = (file.read(size) + begun).split(b"\n")
            yield from (line for line in reversed(lines) if line)
        if begun:
            yield begun
