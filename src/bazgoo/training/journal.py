"""`events.jsonl` of a run: how the trainer tells what happened, and how others read it."""

import json
import os
import re
import time
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from bazgoo.events import Event

_PIECE = 1 << 16


class Journal:
    """Appends events; a line that a crash left half-written is cut off first."""

    def __init__(self, path: Path) -> None:
        """``path`` need not exist yet."""
        self._path = path
        path.touch()
        os.truncate(path, _whole_lines(path))
        self._file = path.open("a", encoding="utf-8")

    def __call__(self, event: Event) -> None:
        """Write one event, so that others see it at once."""
        told = {"event": name_of(type(event)), "at": round(time.time(), 3), **asdict(event)}
        self._file.write(json.dumps(told, ensure_ascii=False, allow_nan=False) + "\n")
        self._file.flush()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.fsync(self._file.fileno())
        self._file.close()


def told(path: Path, after: int = 0) -> Iterator[tuple[int, dict[str, Any]]]:
    """Every whole line behind the byte ``after``, with the byte behind it to go on from."""
    try:
        file = path.open("rb")
    except FileNotFoundError:
        return
    with file:
        file.seek(after)
        for line in file:
            if not line.endswith(b"\n"):
                return
            after += len(line)
            yield after, json.loads(line)


def name_of(event: type[Any]) -> str:
    """The name of an event in the journal: `EpochFinished` is `epoch_finished`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", event.__name__).lower()


def _whole_lines(path: Path) -> int:
    """Bytes up to the end of the last whole line."""
    end = path.stat().st_size
    with path.open("rb") as file:
        while end:
            start = max(0, end - _PIECE)
            file.seek(start)
            if (found := file.read(end - start).rfind(b"\n")) >= 0:
                return start + found + 1
            end = start
    return 0
