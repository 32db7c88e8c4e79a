"""A disk without room, told as such: SQLite has many words for it, and some of them sound like damage."""

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bazgoo.errors import NoRoomForDownload

LEAST_BYTES = 1 << 20
"""What SQLite wants beside a database to open it, and to write a little."""


@contextmanager
def room_or_told(folder: Path) -> Iterator[None]:
    """Raise NoRoomForDownload instead of what fails because the disk of ``folder`` is full."""
    try:
        yield
    except (OSError, sqlite3.OperationalError) as error:
        there = next(place for place in (folder, *folder.absolute().parents) if place.exists())
        free_bytes = shutil.disk_usage(there).free
        full = isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT)
        if not full and (isinstance(error, OSError) or free_bytes >= LEAST_BYTES):
            raise
        raise NoRoomForDownload(needed_mb=1, free_mb=free_bytes // 1_000_000) from error
