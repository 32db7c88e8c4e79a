"""A backup from its beginning to its end, beside a studio that goes on working."""

import errno
import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO
from uuid import uuid4

from bazgoo import __version__
from bazgoo.errors import DiskFull, FileUnwritable, NothingToBackUp
from bazgoo.events import BackupProgressed, Emit, ignore
from bazgoo.server.backups.archive import ENDING, Archive, ArchiveWriter, Contents, Header
from bazgoo.server.backups.archive.contents import KEY, LeftOut
from bazgoo.server.backups.files_out import FilesOut
from bazgoo.server.backups.holdings import Holding, holdings, of_the_hub
from bazgoo.server.backups.tables_out import Snapshot, gone_since, snapshot
from bazgoo.settings import Settings

PART, SCRATCH = ".part", ".scratch"
EVERY_S = 0.25


@dataclass(frozen=True, slots=True)
class Wish:
    """What a backup is to be like."""

    files: bool = True
    """With the files of models that the Hub has too."""
    base: Path | None = None
    """An earlier one to begin from."""
    password: str | None = None
    """Without it nothing is sealed, and the key of the installation stays behind."""
    scheduled: bool = False


def make_backup(settings: Settings, address: str, out: Path, wish: Wish, emit: Emit = ignore) -> Header:
    """Write a backup to ``out``, which appears when it is whole; where ``emit`` raises, nothing is left.

    Raises NothingToBackUp, DatabaseUnusable, DatabaseNewer, DiskFull, FileUnwritable, and what ``Archive`` raises
    for a base.
    """
    with ExitStack() as stack:
        base = stack.enter_context(Archive(wish.base, wish.password)) if wish.base else None
        file, scratch = stack.enter_context(_appearing(out))
        with snapshot(address) as database:
            if database.revision is None:
                raise NothingToBackUp(folder=settings.data_dir)
            header = _header(database.revision, wish, base)
            archive = ArchiveWriter(file, header, wish.password)
            making = Making(settings, archive, base, emit)
            contents = making.run(database, address, scratch, wish)
        archive.finish(contents)
    return archive.header


class Making:
    """The parts of one backup in their order."""

    def __init__(self, settings: Settings, archive: ArchiveWriter, base: Archive | None, emit: Emit) -> None:
        self._settings, self._archive, self._base = settings, archive, base
        self._progress = Progress("backing_up", 0, emit)

    def run(self, database: Snapshot, address: str, scratch: Path, wish: Wish) -> Contents:
        """All that is in the backup; the database first, since what is newer than its rows does no harm."""
        contents, owners = Contents(), database.owners()
        folders = list(holdings(self._settings, owners, database.waiting(), files=wish.files))
        self._progress.total = database.size_bytes + _size(folders)
        contents.tables = list(database.write(self._archive, self._told))
        contents.sequences = database.sequences()
        self._add_files(contents, folders, scratch, sealed=wish.password is not None)
        contents.gone = gone_since(address, owners)
        if not wish.files:
            found = of_the_hub(self._settings.models_dir)
            contents.left_out = [LeftOut(each.id, each.name, each.repo_id or "") for each in found]
        return contents

    def _told(self, name: str) -> None:
        self._progress.reach(name, self._archive.written)

    def _add_files(self, contents: Contents, folders: list[Holding], scratch: Path, *, sealed: bool) -> None:
        data_dir, earlier = self._settings.data_dir, self._base.contents if self._base else None
        files = FilesOut(self._archive, data_dir, scratch, earlier, self._progress.add)
        for folder in folders:
            files.add(folder, contents)
        if sealed and (kept := files.add_file(data_dir / KEY, KEY)):
            contents.files.append(kept)


class Progress:
    """Tells how far something is, a few times a second."""

    def __init__(self, stage: str, total: int, emit: Emit) -> None:
        self.total = total
        self._stage, self._emit = stage, emit
        self._done, self._told_at = 0, 0.0

    def add(self, current: str, size: int) -> None:
        """Some more bytes of ``current`` are done."""
        self.reach(current, self._done + size)

    def reach(self, current: str, done: int) -> None:
        """``done`` bytes are done."""
        self._done = done
        if time.monotonic() - self._told_at >= EVERY_S:
            self._told_at = time.monotonic()
            self._emit(BackupProgressed(self._stage, done, max(done, self.total), current))


def _header(revision: str, wish: Wish, base: Archive | None) -> Header:
    return Header(
        id=uuid4().hex,
        created_at=datetime.now(UTC),
        program=__version__,
        revision=revision,
        files=wish.files,
        scheduled=wish.scheduled,
        base=base.header.id if base else None,
        base_name=base.name if base else None,
    )


def _size(folders: list[Holding]) -> int:
    """About as much as will be read."""
    total = 0
    for folder in folders:
        for path in folder.files():
            try:
                total += path.stat().st_size
            except OSError:
                continue
    return total


@contextmanager
def _appearing(out: Path) -> Iterator[tuple[IO[bytes], Path]]:
    """A file that gets its name when it is whole and on the disk, and is ours to read alone; and one for copies."""
    part = out.with_name(f".{out.name}-{uuid4().hex}{PART}")
    scratch = part.with_suffix(SCRATCH)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        clear_leftovers(out.parent)
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield file, scratch
            file.flush()
            os.fsync(file.fileno())
            part.replace(out)
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFull(path=out.parent) from None
        reason = error.strerror or type(error).__name__
        raise FileUnwritable(file=out, reason_fa=reason, reason_en=reason) from None
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
            scratch.unlink(missing_ok=True)


def clear_leftovers(folder: Path) -> None:
    """Remove what backups have left that were killed; those in hand are locked."""
    for part in folder.glob(f".*{ENDING}-*{PART}"):
        with suppress(FileNotFoundError, BlockingIOError), part.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            part.unlink(missing_ok=True)
            part.with_suffix(SCRATCH).unlink(missing_ok=True)
