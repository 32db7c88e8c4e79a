"""Folders of what passes through a request: held while it lasts, and taken away when the process that held one died."""

import fcntl
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

YOUNG_S = 60.0
"""Whoever has just made a folder may not hold it yet."""
OLD_S = 24 * 3600.0
"""What cannot be locked, on a disk without locks, counts as abandoned then."""


@contextmanager
def held(folder: Path) -> Iterator[Path]:
    """``folder``, which nobody takes for abandoned as long as the block lasts; the kernel ends that with us."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        with suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield folder
    finally:
        os.close(descriptor)


def remove_abandoned(uploads_dir: Path) -> list[str]:
    """Remove what processes that were killed have left in ``uploads_dir``; the names of what was removed."""
    if not uploads_dir.is_dir():
        return []
    gone = [path for path in uploads_dir.iterdir() if _is_abandoned(path)]
    for path in gone:
        shutil.rmtree(path, ignore_errors=True)
        with suppress(OSError):
            path.unlink()
    return [path.name for path in gone]


def _is_abandoned(path: Path) -> bool:
    try:
        age_s = abs(time.time() - path.stat().st_mtime)  # a clock may have been set back
        if age_s < YOUNG_S or not path.is_dir():
            return age_s > OLD_S
        return _is_free(path) if age_s < OLD_S else not _is_locked(path)
    except OSError:
        return False


def _is_free(path: Path) -> bool:
    """Whether nobody holds it; False also where that cannot be known."""
    with suppress(OSError):
        _lock(path)
        return True
    return False


def _is_locked(path: Path) -> bool:
    """Whether somebody holds it; False also where that cannot be known."""
    try:
        _lock(path)
    except BlockingIOError:
        return True
    except OSError:
        return False
    return False


def _lock(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    finally:
        os.close(descriptor)
