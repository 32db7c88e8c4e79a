"""Sealing a body by a password: AES-256-GCM over pieces in their order, of which the last says that it is.

The key is of this backup alone (scrypt with a salt of its own), so that the number of a piece can be its nonce. Every
piece vouches for the header too: to change, reorder, cut or lengthen anything is noticed before it is handed out.
"""

from functools import lru_cache
from typing import IO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from bazgoo.errors import BackupDamaged, BackupPasswordWrong
from bazgoo.server.backups.archive.header import Seal

PIECE = 1 << 20
"""Bytes that are sealed at once."""
TAG = 16


@lru_cache(maxsize=8)
def cipher_of(password: str, seal: Seal) -> AESGCM:
    """The key of one backup; takes a third of a second and 128 MB, which makes guessing dear."""
    scrypt = Scrypt(salt=bytes.fromhex(seal.salt), length=32, n=seal.n, r=seal.r, p=seal.p)
    return AESGCM(scrypt.derive(password.encode()))


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])


class SealedOut:
    """Takes a body and writes it sealed; ``finish`` writes what is left."""

    def __init__(self, file: IO[bytes], cipher: AESGCM, header: bytes) -> None:
        self._file, self._cipher, self._header = file, cipher, header
        self._waiting = bytearray()
        self._number = 0

    def write(self, data: bytes) -> int:
        """Take some more."""
        self._waiting += data
        while len(self._waiting) > PIECE:
            self._seal(bytes(self._waiting[:PIECE]), last=False)
            del self._waiting[:PIECE]
        return len(data)

    def finish(self) -> None:
        """Seal the last piece, which may be empty."""
        self._seal(bytes(self._waiting), last=True)

    def _seal(self, piece: bytes, *, last: bool) -> None:
        nonce = _nonce(self._number, last=last)
        self._file.write(self._cipher.encrypt(nonce, piece, self._header))
        self._number += 1


class SealedIn:
    """A sealed body, read at any place; nothing is handed out that its seal does not prove."""

    def __init__(self, file: IO[bytes], cipher: AESGCM, header: bytes, size: int, name: str) -> None:
        """``size`` is of the sealed bytes, which ``file`` has behind ``header``."""
        self._file, self._cipher, self._header, self._name = file, cipher, header, name
        self._count = -(-size // (PIECE + TAG))
        self.size = size - TAG * self._count
        self._at = 0
        self._open: tuple[int, bytes] = (-1, b"")

    def tell(self) -> int:
        """The place that is read next."""
        return self._at

    def seek(self, place: int) -> int:
        """Go on reading at ``place``."""
        self._at = place
        return place

    def read(self, size: int) -> bytes:
        """Up to ``size`` bytes; fewer at the end alone."""
        parts = []
        while size > 0 and self._at < self.size:
            number, begin = divmod(self._at, PIECE)
            part = self._piece(number)[begin : begin + size]
            parts.append(part)
            self._at += len(part)
            size -= len(part)
        return b"".join(parts)

    def _piece(self, number: int) -> bytes:
        if self._open[0] != number:
            self._file.seek(len(self._header) + number * (PIECE + TAG))
            sealed = self._file.read(PIECE + TAG)
            nonce = _nonce(number, last=number == self._count - 1)
            try:
                self._open = number, self._cipher.decrypt(nonce, sealed, self._header)
            except InvalidTag:
                error = BackupDamaged if number else BackupPasswordWrong
                raise error(file=self._name) from None
        return self._open[1]
