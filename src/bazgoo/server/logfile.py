"""The log files: each is put aside when it has grown, and the oldest is thrown away."""

import logging
from logging.handlers import RotatingFileHandler

from bazgoo.server.journal import configure_logging
from bazgoo.settings import Settings

FILE_BYTES = 5_000_000
OLD_FILES = 3


def log_to(settings: Settings, name: str, *, quiet: bool) -> None:
    """Log to `logs/name` in the data directory and, unless ``quiet``, to standard error."""
    configure_logging(settings.log_level)
    root = logging.getLogger()
    terminal = root.handlers[0]
    folder = settings.data_dir / "logs"
    folder.mkdir(parents=True, exist_ok=True)
    file = RotatingFileHandler(folder / name, maxBytes=FILE_BYTES, backupCount=OLD_FILES, encoding="utf-8")
    file.setFormatter(terminal.formatter)
    root.addHandler(file)
    if quiet:
        root.removeHandler(terminal)
