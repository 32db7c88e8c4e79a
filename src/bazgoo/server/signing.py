"""The key that signs access tokens: from the settings, or made once and kept in the data directory."""

import os
import secrets
import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path

from bazgoo.settings import Settings

FILE = "jwt_secret"


def signing_key(settings: Settings) -> str:
    """The key of this installation; one process makes it, all others read it."""
    if settings.jwt_secret is not None:
        return settings.jwt_secret.get_secret_value()
    return _kept_key(settings.data_dir)


@cache
def _kept_key(data_dir: Path) -> str:
    kept = data_dir / FILE
    if not kept.exists():
        data_dir.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", dir=data_dir, encoding="ascii") as made:  # mode 600
            made.write(secrets.token_urlsafe(48))
            made.flush()
            # a link, unlike a rename, fails when another process was quicker
            with suppress(FileExistsError):
                os.link(made.name, kept)
    return kept.read_text(encoding="ascii").strip()
