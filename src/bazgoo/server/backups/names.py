"""What backups are called, and where they lie."""

from datetime import UTC, datetime
from pathlib import Path

from bazgoo.errors import BackupExists
from bazgoo.server.backups.archive import ENDING
from bazgoo.settings import Settings


def a_name(folder: Path) -> str:
    """A name by the time (UTC) that nothing in ``folder`` has."""
    now = f"bazgoo-{datetime.now(UTC):%Y%m%d-%H%M%S}"
    names = (now, *(f"{now}-{number}" for number in range(2, 1000)))
    return next(f"{name}{ENDING}" for name in names if not (folder / f"{name}{ENDING}").exists())


def a_place(settings: Settings, out: Path | None = None) -> Path:
    """Where a backup is written: ``out``, in it where it is a folder, or among the backups of the installation.

    Raises BackupExists.
    """
    if out is None or out.is_dir():
        folder = (out or settings.backups_dir).absolute()
        return folder / a_name(folder)
    if out.exists():
        raise BackupExists(file=out)
    return out.absolute()
