"""A file that one process at a time holds; the kernel releases it when that process ends, however it does."""

import fcntl
import os
import time
from pathlib import Path


class Lock:
    """An exclusive lock on the file at ``path``, in which its holder may leave a note for others."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: int | None = None

    def acquire(self, timeout_s: float = 0.0) -> bool:
        """Take the lock, waiting up to ``timeout_s`` for another holder to let go; False if it did not."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        file = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        # readers hold it for an instant
        timeout_s = max(timeout_s, 0.2)
        deadline = time.monotonic() + timeout_s
        while not _lock(file):
            if time.monotonic() >= deadline:
                os.close(file)
                return False
            time.sleep(0.05)
        self._file = file
        self.note("")
        return True

    def note(self, text: str) -> None:
        """Leave ``text`` in the file, in place of what stood there."""
        assert self._file is not None
        os.ftruncate(self._file, 0)
        os.pwrite(self._file, text.encode(), 0)

    def release(self) -> None:
        """Wipe the note and let go; nothing happens when the lock is not held."""
        if self._file is not None:
            self.note("")
            os.close(self._file)
            self._file = None

    def read(self) -> str | None:
        """The note of whoever holds the lock now, None when nobody does or the file is not ours to read."""
        try:
            file = os.open(self.path, os.O_RDWR)
        except OSError:
            return None
        try:
            return None if _lock(file) else os.pread(file, 4096, 0).decode()
        finally:
            os.close(file)


def _lock(file: int) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
