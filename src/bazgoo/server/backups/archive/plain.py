"""A body as it is."""

from typing import IO


class PlainIn:
    """What ``file`` has behind its header, read at any place."""

    def __init__(self, file: IO[bytes], begin: int, size: int) -> None:
        self._file, self._begin = file, begin
        self.size = size
        file.seek(begin)

    def tell(self) -> int:
        """The place that is read next."""
        return self._file.tell() - self._begin

    def seek(self, place: int) -> int:
        """Go on reading at ``place``."""
        return self._file.seek(self._begin + place) - self._begin

    def read(self, size: int) -> bytes:
        """Up to ``size`` bytes; fewer at the end alone."""
        return self._file.read(size)
