"""A restore from its beginning to its end: everything proven, then made beside the old, then put in its place."""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

from bazgoo.errors import (
    BackupDamaged,
    BackupNewer,
    DatabaseUnavailable,
    DataDirUnwritable,
    DiskFull,
    NoRoomForDownload,
    StudioRunning,
)
from bazgoo.events import Emit, ignore
from bazgoo.server import addresses
from bazgoo.server.backups import staging
from bazgoo.server.backups.archive import Chain, KeptFile
from bazgoo.server.backups.archive.contents import FOLDERS, KEY, LeftOut
from bazgoo.server.backups.making import Progress
from bazgoo.server.backups.tables_in import fill
from bazgoo.server.data_dir import LEAST_FREE_BYTES, check_data_dir
from bazgoo.server.embedded import EmbeddedPostgres
from bazgoo.server.migrations import VERSIONS, migrating
from bazgoo.server.presence import Presence, find_studio, studio_lock
from bazgoo.settings import Settings


@dataclass(frozen=True, slots=True)
class Restored:
    """What came back."""

    files: int
    size_bytes: int
    left_out: list[LeftOut]
    """Models that have to be brought from the Hub again."""
    tokens_lost: int
    """Tokens of the Hub that cannot be opened with the key of this installation."""


def check(chain: Chain, emit: Emit = ignore) -> None:
    """Read all of a backup and see that it is what it was; raises BackupNewer, BackupDamaged."""
    if chain.header.revision not in VERSIONS:
        raise BackupNewer(program=chain.header.program, found=chain.header.revision, known=VERSIONS[-1])
    progress = Progress("checking", chain.contents.size_bytes, emit)
    for part in chain.contents.table_parts():
        for piece in chain.read_part(part):
            progress.add(part.name, len(piece))
    for file in chain.contents.files:
        for piece in chain.read_file(file):
            progress.add(file.path, len(piece))


def restore(settings: Settings, chain: Chain, *, replace: bool = False, emit: Emit = ignore) -> Restored:
    """Make the installation what it was; until the last moment nothing that is there is touched.

    Raises StudioRunning, RestoreRunning, DataThere, DatabaseForeign, DatabaseInUse, FolderFixed, BackupNewer,
    BackupDamaged, NoRoomForDownload and what the database raises.
    """
    with _alone(settings):
        address = addresses.configured(settings)
        staging.check_room(settings.data_dir, replace=replace, database=address is None)
        check(chain, emit)
        _check_space(settings.data_dir, chain.contents.size_bytes)
        with staging.staged(settings.data_dir) as stage:
            progress = Progress("restoring", chain.contents.size_bytes, emit)
            with _disk_errors(chain, settings):
                for folder in chain.contents.folders:
                    (stage / folder).mkdir(parents=True, exist_ok=True)
                for file in chain.contents.files:
                    _write(stage, chain, file, progress)
            names = [*FOLDERS, *([KEY] if (stage / KEY).exists() else [])]
            with _database(stage, address) as there, migrating(there) as transaction:
                fill(transaction, chain, replace=replace, tell=progress.add)
                lost = _tokens_lost(transaction.psycopg, settings, stage)
            staging.take_place(settings.data_dir, [*names, *(staging.DATABASE if address is None else ())])
    contents = chain.contents
    return Restored(len(contents.files), contents.size_bytes, contents.left_out, lost)


@contextmanager
def _alone(settings: Settings) -> Iterator[None]:
    """See that no studio and no command is at work on the data directory, nor begins to be."""
    check_data_dir(settings.data_dir)
    studio = studio_lock(settings.data_dir)
    database = EmbeddedPostgres(settings.data_dir).cluster.lock
    if not studio.acquire():
        raise StudioRunning(address=(find_studio(settings.data_dir) or Presence.here(settings)).address)
    try:
        if not database.acquire(addresses.PATIENCE_S):
            raise DatabaseUnavailable
        try:
            yield
        finally:
            database.release()
    finally:
        studio.release()


def _write(stage: Path, chain: Chain, file: KeptFile, progress: Progress) -> None:
    path = stage / file.path
    mode = 0o600 if file.path == KEY else 0o666
    path.parent.mkdir(parents=True, exist_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as out:
        for piece in chain.read_file(file):
            out.write(piece)
            progress.add(file.path, len(piece))
    os.utime(path, ns=(file.mtime_ns, file.mtime_ns))


@contextmanager
def _disk_errors(chain: Chain, settings: Settings) -> Iterator[None]:
    try:
        yield
    except (FileExistsError, NotADirectoryError, IsADirectoryError):  # what is told of it contradicts itself
        raise BackupDamaged(file=chain.top.name) from None
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFull(path=settings.data_dir) from None
        raise DataDirUnwritable(path=settings.data_dir) from error


@contextmanager
def _database(stage: Path, address: str | None) -> Iterator[str]:
    """The database of the settings, or a new one in ``stage``, stopped in the end."""
    with ExitStack() as stack:
        yield address or stack.enter_context(EmbeddedPostgres(stage).running())


def _check_space(data_dir: Path, size_bytes: int) -> None:
    """Raises NoRoomForDownload where the disk has no room for all of it beside what is there."""
    free = shutil.disk_usage(data_dir).free
    if free < size_bytes + LEAST_FREE_BYTES:
        needed_mb = (size_bytes + LEAST_FREE_BYTES) // 2**20 + 1
        raise NoRoomForDownload(needed_mb=needed_mb, free_mb=free // 2**20)


def _tokens_lost(connection: psycopg.Connection, settings: Settings, stage: Path) -> int:
    """How many sealed tokens the key of the installation will not open."""
    from bazgoo.server.settings.sealing import opened  # noqa: PLC0415

    query = "SELECT huggingface_token FROM user_settings WHERE huggingface_token IS NOT NULL"
    tokens = [row[0] for row in connection.execute(query).fetchall()]
    place = next((each for each in (stage, settings.data_dir) if (each / KEY).exists()), None)
    if settings.jwt_secret is None and place is None:
        return len(tokens)  # a new key will be made
    there = settings.model_copy(update={"data_dir": place or settings.data_dir})
    return sum(opened(there, token) is None for token in tokens)
