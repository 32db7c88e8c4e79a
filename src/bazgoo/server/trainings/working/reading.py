"""What a trainer tells, read from its run from where the tables are."""

import json
import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MOST_BYTES = 1 << 20
"""Read at once; after a while without a database there may be more."""

Told = dict[str, Any]
"""One event: `event` (its name), `at` (seconds since 1970), and its fields."""


@dataclass(frozen=True, slots=True)
class News:
    """What was told since a position."""

    since: int
    until: int
    """Bytes of whole lines."""
    events: tuple[Told, ...]


def read_news(events: Path, position: int) -> News:
    """The whole lines after ``position``; a line that is still being written waits."""
    try:
        with events.open("rb") as file:
            size = file.seek(0, 2)
            begin = position if position <= size else 0  # a run that was begun anew
            file.seek(begin)
            content = file.read(MOST_BYTES)
    except FileNotFoundError:
        return News(position, position, ())
    whole = content[: content.rfind(b"\n") + 1]
    told = tuple(event for line in whole.splitlines() if (event := _parsed(line)))
    return News(position, begin + len(whole), told)


def _parsed(line: bytes) -> Told | None:
    """An event as PostgreSQL can keep it; None for a line that is none, which a crash may have left."""
    try:
        told = json.loads(line)
    except ValueError:
        return None
    return _storable(told) if isinstance(told, dict) and "event" in told else None


def _storable(value: Any) -> Any:
    """``value`` without numbers that are none, and without characters that PostgreSQL does not take."""
    if isinstance(value, dict):
        kept = {_storable(name): _storable(each) for name, each in value.items()}
        return {name: each for name, each in kept.items() if not _is_no_number(each)}
    if isinstance(value, list):
        return [_storable(each) for each in value]
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode().replace("\0", "�")
    return value


def _is_no_number(value: Any) -> bool:
    return isinstance(value, float) and not math.isfinite(value)
