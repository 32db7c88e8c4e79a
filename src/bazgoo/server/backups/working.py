"""A worker makes a backup: in a thread of its own, with signs of life in the row, until it is no longer wanted."""

import asyncio
import logging
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from bazgoo.errors import BazgooError, DatabaseUnavailable, DatabaseUnusable, InternalError
from bazgoo.events import BackupProgressed, Event
from bazgoo.server import addresses, audit
from bazgoo.server.backups import cupboard, repository
from bazgoo.server.backups.archive import Archive
from bazgoo.server.backups.making import Wish, make_backup
from bazgoo.server.backups.names import a_name
from bazgoo.server.backups.tables import BackupRun
from bazgoo.server.database import Database
from bazgoo.server.datasets.failing import error_of
from bazgoo.settings import Settings

log = logging.getLogger(__name__)

EVERY_S = 0.5
"""How often a run says how far it is, and asks whether it is still wanted."""
MOST_ATTEMPTS = 3
"""Workers that one backup may bring down."""
AGAIN_S = 3600.0
"""How long the clock waits after a run that failed."""


class Stopped(Exception):  # noqa: N818  nothing went wrong
    """The run is not wanted here any more."""


class BackupWorkshop:
    """The backups of one worker."""

    def __init__(self, settings: Settings, database: Database, stopping: asyncio.Event) -> None:
        self._settings, self._database, self._stopping = settings, database, stopping

    async def close(self) -> None:
        """Close the connections."""
        await self._database.close()

    async def look(self) -> None:
        """Ask for one when it is time, and make what waits."""
        if self._settings.backup_every_hours and await asyncio.to_thread(self._is_due):
            interval = timedelta(hours=self._settings.backup_every_hours).total_seconds()
            async with self._database.session() as session:
                if not await repository.was_scheduled_lately(session, min(AGAIN_S, interval)):
                    wish = {"files": self._settings.backup_files, "incremental": True, "scheduled": True}
                    await repository.ask(session, **wish)
        await self.work()

    def _is_due(self) -> bool:
        every = cupboard.kept_in(self._settings.backups_dir)
        last = next((each.created_at for each in every if each.header.scheduled), None)
        return last is None or datetime.now(UTC) - last >= timedelta(hours=self._settings.backup_every_hours)

    async def work(self) -> None:
        """Make what waits, if anything does; what happened stands in its row."""
        claim = uuid4()
        async with self._database.session() as session:
            row = await repository.claim(session, claim)
        if row is None:
            return
        if row.attempts > MOST_ATTEMPTS:
            await self._write(row, claim, _failed(InternalError()))
            return
        run = Run(self._settings, row)
        making = asyncio.create_task(asyncio.to_thread(run.make))
        try:
            await self._watch(run, making, row.id, claim)
        except asyncio.CancelledError:
            run.stop.set()
            raise
        finally:
            outcome = await _outcome(making)
            await self._end(row, claim, run, outcome)

    async def _watch(self, run: "Run", making: "asyncio.Task[None]", run_id: UUID, claim: UUID) -> None:
        """Say how it goes until it ends, or until it is not wanted here any more."""
        while not making.done() and not run.stop.is_set():
            await asyncio.wait({making}, timeout=EVERY_S)
            try:
                async with self._database.session() as session:
                    wanted = await repository.beat(session, run_id, claim, run.progress, run.current)
            except DatabaseUnavailable:
                continue  # go on and hope
            if not making.done() and (self._stopping.is_set() or not wanted):
                run.stop.set()

    async def _end(self, row: BackupRun, claim: UUID, run: "Run", outcome: BaseException | None) -> None:
        """Write down how it ended; what was done although nobody wanted it any more goes."""
        done: dict[str, Any] = {"status": "completed", "progress": 100, "name": run.out.name}
        kept = await self._write(row, claim, _values_after(outcome, row.attempts) if outcome else done)
        if outcome is None and not kept:
            await asyncio.to_thread(run.out.unlink, missing_ok=True)
        elif outcome is None and row.scheduled:
            await asyncio.to_thread(cupboard.retire, self._settings.backups_dir, self._settings.backup_keep)

    async def _write(self, row: BackupRun, claim: UUID, values: dict[str, Any]) -> bool:
        """Write down how a run ended, as soon as there is a database to write it in; False without the claim."""
        while True:
            try:
                async with self._database.session() as session:
                    ended = await repository.end(session, row.id, claim, **values)
                    if ended is not None and row.scheduled and ended.status == "completed":
                        await audit.note(session, action="backup_made", target=ended.name)
                return ended is not None
            except DatabaseUnavailable:
                await asyncio.sleep(1.0)


def _values_after(error: BaseException, attempts: int) -> dict[str, Any]:
    """What a row says after a run that ended with ``error``: that it waits again, or why it failed."""
    if isinstance(error, Stopped):
        return {"status": "waiting", "attempts": attempts - 1}
    if isinstance(error, DatabaseUnusable | DatabaseUnavailable) and attempts < MOST_ATTEMPTS:
        return {"status": "waiting"}
    return _failed(error if isinstance(error, BazgooError) else InternalError())


def _failed(error: BazgooError) -> dict[str, Any]:
    return {"status": "failed", "error": error_of(error)}


class Run:
    """One backup in the thread that makes it."""

    def __init__(self, settings: Settings, row: BackupRun) -> None:
        self.stop = threading.Event()
        self.progress, self.current = 0.0, ""
        self.out = settings.backups_dir / a_name(settings.backups_dir)
        self._settings, self._row = settings, row

    def make(self) -> None:
        """Make it; raises Stopped."""
        sealing = self._settings.backup_password
        password = sealing.get_secret_value() if sealing else None
        wish = Wish(
            files=self._row.files,
            base=self._base(password) if self._row.incremental else None,
            password=password,
            scheduled=self._row.scheduled,
        )
        make_backup(self._settings, addresses.running(self._settings), self.out, wish, self._told)

    def _base(self, password: str | None) -> Path | None:
        """The newest full one, where it can be read; by the clock a new one is begun after as many as are kept."""
        most = self._settings.backup_keep if self._row.scheduled else None
        base = cupboard.base_for(self._settings.backups_dir, most=most)
        try:
            if base is not None:
                Archive(base.path, password).__exit__(None, None, None)
                return base.path
        except BazgooError as error:
            log.warning("no backup begins from %s: %s", base.name if base else "", error.code)
        return None

    def _told(self, event: Event) -> None:
        if self.stop.is_set():
            raise Stopped
        if isinstance(event, BackupProgressed):
            self.progress = 100 * event.bytes_done / max(event.bytes_total, 1)
            self.current = event.current


async def _outcome(making: "asyncio.Task[None]") -> BaseException | None:
    """What the thread ended with; it ends soon when it was told to."""
    await asyncio.wait({making})
    error = making.exception()
    if error is not None and not isinstance(error, BazgooError | Stopped):
        log.error("a backup failed", exc_info=error)
    return error


def open_workshop(settings: Settings, stopping: asyncio.Event) -> BackupWorkshop:
    """A workshop on the database that runs now; raises DatabaseUnavailable."""
    return BackupWorkshop(settings, Database(addresses.running(settings)), stopping)
