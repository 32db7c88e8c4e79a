"""Hub tokens at rest: sealed with a key that only this installation has."""

import base64
import logging
from functools import cache
from typing import TYPE_CHECKING

from bazgoo.server.signing import signing_key
from bazgoo.settings import Settings

if TYPE_CHECKING:
    from cryptography.fernet import Fernet

log = logging.getLogger(__name__)

HINT_CHARS = 4


def sealed(settings: Settings, token: str) -> str:
    """``token`` as it is stored, with the hint that may be shown."""
    return f"{token[-HINT_CHARS:]} {_fernet(signing_key(settings)).encrypt(token.encode()).decode()}"


def opened(settings: Settings, stored: str | None) -> str | None:
    """The token that was stored; None when there is none, or the installation's key is another one now."""
    from cryptography.fernet import InvalidToken  # noqa: PLC0415 - a start needs no cryptography

    if not stored:
        return None
    try:
        return _fernet(signing_key(settings)).decrypt(stored.partition(" ")[2]).decode()
    except InvalidToken:
        log.warning("a Hub token cannot be opened: it was sealed with another key")
        return None


def hint(stored: str | None) -> str | None:
    """The last characters of the token that was stored."""
    return stored.partition(" ")[0] if stored else None


@cache
def _fernet(key: str) -> "Fernet":
    """A key of its own, derived from the signing key, so that neither gives away the other."""
    from cryptography.fernet import Fernet  # noqa: PLC0415 - a start needs no cryptography
    from cryptography.hazmat.primitives.hashes import SHA256  # noqa: PLC0415
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF  # noqa: PLC0415

    derived = HKDF(SHA256(), length=32, salt=None, info=b"bazgoo: tokens of the Hub")
    return Fernet(base64.urlsafe_b64encode(derived.derive(key.encode())))
