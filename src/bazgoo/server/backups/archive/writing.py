"""Writing a backup from its beginning to its end, never going back."""

import hashlib
import secrets
import tarfile
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import IO, Protocol

from bazgoo.server.backups.archive import contents as telling
from bazgoo.server.backups.archive import header as headers
from bazgoo.server.backups.archive.contents import Contents, Part
from bazgoo.server.backups.archive.header import Header, Seal

CONTENTS, PROOF = "contents.json", "contents.sha256"
BLOCK = 512


class Body(Protocol):
    """Where the tar goes."""

    def write(self, data: bytes, /) -> int:
        """Take some more."""


class ArchiveWriter:
    """One archive that is being written to ``out``, sealed where there is a ``password``."""

    def __init__(self, out: IO[bytes], header: Header, password: str | None) -> None:
        seal = Seal(secrets.token_hex(16)) if password else None
        self.header = replace(header, seal=seal)
        self.written = 0
        """Bytes that came in so far."""
        first = headers.written(self.header)
        out.write(first)
        self._body: Body = out
        self._finish: Callable[[], None] = lambda: None
        if password and seal:
            # half a second of imports that a start without a password is spared
            from bazgoo.server.backups.archive.sealing import SealedOut, cipher_of  # noqa: PLC0415

            sealed = SealedOut(out, cipher_of(password, seal), first)
            self._body, self._finish = sealed, sealed.finish

    def add(self, name: str, data: bytes) -> Part:
        """One entry, known as a whole."""
        part = self.add_pieces(name, len(data), [data])
        assert part
        return part

    def add_pieces(self, name: str, size: int, pieces: Iterable[bytes]) -> Part | None:
        """One entry of ``size`` bytes, as they come; None where there were fewer: then what is there is nothing."""
        digest, left = hashlib.sha256(), size
        self._body.write(_tar_header(name, size))
        for piece in pieces:
            taken = piece[:left]
            digest.update(taken)
            self._body.write(taken)
            left -= len(taken)
            self.written += len(taken)
        whole = not left
        while left:
            left -= self._body.write(bytes(min(left, 1 << 20)))
        self._body.write(bytes(-size % BLOCK))
        return Part(name, size, digest.hexdigest()) if whole else None

    def finish(self, contents: Contents) -> None:
        """Write what is in it, and the end."""
        told = telling.written(contents)
        part = self.add(CONTENTS, told)
        self.add(PROOF, part.sha256.encode())
        self._body.write(bytes(2 * BLOCK))
        self._finish()


def _tar_header(name: str, size: int) -> bytes:
    """In GNU's format, which takes names and sizes of any length."""
    entry = tarfile.TarInfo(name)
    entry.size = size
    return entry.tobuf(tarfile.GNU_FORMAT, "utf-8")
