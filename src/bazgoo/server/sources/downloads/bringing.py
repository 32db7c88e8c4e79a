"""One run of one download in a worker: claimed, brought, installed; stopped when it is no longer ours."""

import asyncio
import logging
from contextlib import suppress
from typing import Any
from uuid import UUID, uuid4

from bazgoo.errors import (
    BazgooError,
    DatabaseUnavailable,
    DownloadCorrupt,
    FolderBusy,
    InternalError,
    RepoFileNotFound,
    RevisionNotFound,
)
from bazgoo.events import DownloadProgressed, Event
from bazgoo.hub import Bandwidth, Plan
from bazgoo.hub import Download as Transfer
from bazgoo.server.database import Database
from bazgoo.server.sources.access import Access, of_user
from bazgoo.server.sources.downloads import ending, repository
from bazgoo.server.sources.downloads.leftovers import clear_away
from bazgoo.server.sources.downloads.planned import read_plan
from bazgoo.server.sources.downloads.telling import tell
from bazgoo.server.sources.installed.checking import check_all
from bazgoo.server.sources.installed.shelved import reconcile
from bazgoo.server.sources.installed.strays import remove_strays
from bazgoo.server.sources.lines import Lines
from bazgoo.server.sources.tables import Download
from bazgoo.settings import Settings
from bazgoo.store import Manifest, Shelf

log = logging.getLogger(__name__)

EVERY_S = 0.25
"""How often a run says how far it is, and asks whether it is still wanted."""
BUSY_S = 0.5
"""How long the run before us is given to let go of the folder, again and again."""
BITS = 125
"""Bytes in a kilobit."""
OUTDATED = (RevisionNotFound, RepoFileNotFound, DownloadCorrupt)
"""What a new plan may help against."""


class Run:
    """A claimed download and how far it is."""

    def __init__(self, download: Download, claim: UUID, bandwidth: Bandwidth) -> None:
        assert download.plan
        assert download.model_id
        self.download_id, self.model_id, self.claim = download.id, download.model_id, claim
        self.plan: Plan = read_plan(download.plan)
        self.license: str | None = download.plan.get("license")
        self.bandwidth = bandwidth
        self._latest = DownloadProgressed(download.bytes_downloaded, self.plan.size_bytes, None, 0.0, None)
        self._told: DownloadProgressed | None = None

    def note(self, event: Event) -> None:
        """Remember how far it is."""
        if isinstance(event, DownloadProgressed):
            self._latest = event

    def values(self) -> dict[str, Any]:
        """What a sign of life tells; ``told`` only when there is news."""
        now, self._told, before = self._latest, self._latest, self._told
        return {
            "id": self.download_id,
            "claim": self.claim,
            "told": now != before,
            "bytes": min(now.bytes_downloaded, self.plan.size_bytes),
            "progress": 100 * now.bytes_downloaded / (self.plan.size_bytes or 1),
            "file": now.current_file,
            "speed": now.speed_bps,
            "eta": now.eta_s,
        }


class Workshop:
    """What the downloads of one worker share: the database, the lines, each person's cap."""

    def __init__(self, settings: Settings, database: Database, lines: Lines, stopping: asyncio.Event) -> None:
        self._settings = settings
        self._database = database
        self._lines = lines
        self._stopping = stopping
        self.shelf = Shelf(settings.models_dir)
        self._bandwidths: dict[UUID, Bandwidth] = {}

    async def close(self) -> None:
        """Close the connections."""
        await self._lines.close()
        await self._database.close()

    async def bring(self, download_id: UUID) -> None:
        """Bring a download that waits, if it may begin now; what happened stands in its row."""
        claim = uuid4()
        async with self._database.session() as session:
            download = await repository.claim(session, download_id, claim, self._settings.max_downloads)
            if download is None:
                return
            access = await of_user(session, self._settings, download.user_id, download.endpoint)
            kbps = await repository.cap_of(session, download.user_id)
            await tell(session, download, download.id)
        bandwidth = self._bandwidths.setdefault(download.user_id, Bandwidth())
        bandwidth.bytes_per_s = kbps * BITS if kbps else None
        run = Run(download, claim, bandwidth)
        work = asyncio.create_task(self._work(run, access))
        try:
            await self._watch(run, work)
        except asyncio.CancelledError:
            await _stop(work)
            await ending.give_back(self._database, run.download_id, claim)
            raise

    async def tidy(self) -> None:
        """Let the table and the disk agree, and take away what nobody wants any more."""
        await reconcile(self._database, self.shelf)
        async with self._database.session() as session:
            unwanted = await repository.list_unwanted(session)
            known = await repository.list_model_ids(session)
        for model_id in unwanted:
            await clear_away(self._database, self._settings.models_dir, model_id)
        for stray in await asyncio.to_thread(remove_strays, self.shelf, known):
            log.info("%s was left among the models by a process that died; it is removed", stray)

    async def check(self) -> None:
        """Read every installed model whole, and note what is damaged."""
        await check_all(self._database, self.shelf, self._stopping)

    async def _work(self, run: Run, access: Access) -> Manifest:
        """Bring the files and put the model on the shelf."""
        folder = self.shelf.folder(str(run.model_id))
        async with self._lines.open(access) as way:
            while True:
                transfer = Transfer(way.line, run.plan, folder, emit=run.note, bandwidth=run.bandwidth)
                try:
                    paths = await transfer.run()
                    break
                except FolderBusy:
                    await asyncio.sleep(BUSY_S)
        kept = {path.relative_to(folder).as_posix() for path in paths}
        await asyncio.to_thread(ending.remove_others, folder, kept)
        return await asyncio.to_thread(
            lambda: self.shelf.install(
                str(run.model_id),
                repo_id=run.plan.repo_id,
                revision=run.plan.revision,
                commit=run.plan.commit,
                license=run.license,
            )
        )

    async def _watch(self, run: Run, work: "asyncio.Task[Manifest]") -> None:
        """Say how the work goes until it ends, or until it is not wanted here any more."""
        while not work.done():
            await asyncio.wait({work}, timeout=EVERY_S)
            if work.done():
                break
            if self._stopping.is_set():
                await _stop(work)
                await ending.give_back(self._database, run.download_id, run.claim)
                return
            if not await self._still_ours(run):
                await _stop(work)
                await clear_away(self._database, self._settings.models_dir, run.model_id)
                return
        await self._end(run, work)

    async def _still_ours(self, run: Run) -> bool:
        """Give a sign of life, and take the owner's cap; without a database, go on and hope."""
        values = run.values()
        try:
            async with self._database.session() as session:
                row = await repository.beat(session, values)
                if row is None:
                    return False
                if values["told"]:
                    await tell(session, row, run.download_id)
        except DatabaseUnavailable:
            return True
        run.bandwidth.bytes_per_s = row.kbps * BITS if row.kbps else None
        return True

    async def _end(self, run: Run, work: "asyncio.Task[Manifest]") -> None:
        """Write down how it ended, as soon as there is a database to write it in."""
        error = work.exception()
        if error is not None and not isinstance(error, BazgooError):
            log.error("download %s failed", run.download_id, exc_info=error)
        while True:
            try:
                if error is None:
                    ours = await ending.complete(self._database, run.download_id, run.claim, work.result())
                else:
                    told = error if isinstance(error, BazgooError) else InternalError()
                    outdated = isinstance(error, OUTDATED)
                    ours = await ending.fail(
                        self._database, run.download_id, run.claim, told, outdated=outdated
                    )
                break
            except DatabaseUnavailable:
                await asyncio.sleep(1.0)
        if not ours:
            await clear_away(self._database, self._settings.models_dir, run.model_id)
        with suppress(DatabaseUnavailable):
            async with self._database.session() as session:
                await repository.hand_out(session, self._settings.max_downloads)


async def _stop(work: "asyncio.Task[Manifest]") -> None:
    """Cancel the work and wait until it has let go of its files."""
    work.cancel()
    await asyncio.wait({work})
    if not work.cancelled() and (error := work.exception()):
        log.info("a download was stopped while it failed: %s", error)
