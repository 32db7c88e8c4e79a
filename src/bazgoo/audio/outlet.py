"""The mouth of a stream: a file that only grows, and whose bytes are taken while it does."""

from io import SEEK_END, SEEK_SET
from typing import Any


class Outlet:
    """Looks like a file to a codec; corrections of bytes that have left already are lost."""

    def __init__(self) -> None:
        self._ready = bytearray()
        self._end = 0
        self._position = 0
        self._dropping = False

    def take(self) -> bytes:
        """The bytes written since the last call."""
        taken = bytes(self._ready)
        self._ready.clear()
        return taken

    def drop_next_write(self) -> None:
        """Lose what is written next, as if it had left already."""
        self._dropping = True

    def write(self, data: Any) -> int:
        """Append ``data`` (any buffer) if the position is at the end."""
        size = memoryview(data).nbytes
        if self._position == self._end:
            self._end += size
            if not self._dropping:
                self._ready += data
            self._dropping = False
        self._position += size
        return size

    def seek(self, offset: int, whence: int = SEEK_SET) -> int:
        """Move to where the next bytes would go."""
        self._position = offset + (self._end if whence == SEEK_END else 0)
        return self._position

    def tell(self) -> int:
        """The position of the next byte."""
        return self._position

    def flush(self) -> None:
        """Nothing is held back."""

    def seekable(self) -> bool:
        """No header can be corrected."""
        return False
