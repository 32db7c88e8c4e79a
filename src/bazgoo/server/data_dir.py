"""Whether the data directory can be used."""

import errno
import shutil
import tempfile
from pathlib import Path

from bazgoo.errors import DataDirUnwritable, DiskFull
from bazgoo.server.backups.staging import settle

LEAST_FREE_BYTES = 100_000_000
"""What a first start writes, and room to breathe."""


def check_data_dir(folder: Path) -> None:
    """Make ``folder`` if need be, see that it can be written to, and finish a restore that was cut.

    Raises DataDirUnwritable, DiskFull and RestoreRunning.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"\0" * 4096)
        free_bytes = shutil.disk_usage(folder).free
    except OSError as error:
        kind = DiskFull if error.errno in (errno.ENOSPC, errno.EDQUOT) else DataDirUnwritable
        raise kind(path=folder) from None
    if free_bytes < LEAST_FREE_BYTES:
        raise DiskFull(path=folder)
    settle(folder)
