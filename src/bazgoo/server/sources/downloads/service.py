"""What the owner of a download can do with it: see it, pause it, let it go on, cancel it."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from bazgoo.errors import DownloadFinished, DownloadNotFound
from bazgoo.server.database import Database, Witness, nobody
from bazgoo.server.sources.downloads import repository, wishes
from bazgoo.server.sources.downloads.leftovers import clear_away
from bazgoo.server.sources.downloads.schemas import DownloadRequest
from bazgoo.server.sources.downloads.telling import tell
from bazgoo.server.sources.tables import RUNNING, UNFINISHED, Download
from bazgoo.settings import Settings

if TYPE_CHECKING:
    from bazgoo.server.sources.desk import Desk


async def read(database: Database, user_id: UUID, download_id: UUID) -> Download:
    """A person's download; raises DownloadNotFound."""
    async with database.session() as session:
        download = await repository.find_own(session, user_id, download_id)
    if download is None:
        raise DownloadNotFound
    return download


async def pause(database: Database, settings: Settings, user_id: UUID, download_id: UUID) -> Download:
    """Stop a download and keep its bytes; raises DownloadNotFound, DownloadFinished."""
    return await _stop(database, settings, user_id, download_id, "paused")


async def cancel(
    database: Database, settings: Settings, user_id: UUID, download_id: UUID, witness: Witness = nobody
) -> Download:
    """Stop a download and take its bytes away; raises DownloadNotFound, DownloadFinished."""
    download = await _stop(database, settings, user_id, download_id, "cancelled", witness=witness)
    if download.model_id is not None:
        await clear_away(database, settings.models_dir, download.model_id)
    return await read(database, user_id, download_id)


async def _stop(
    database: Database,
    settings: Settings,
    user_id: UUID,
    download_id: UUID,
    status: str,
    *,
    witness: Witness = nobody,
) -> Download:
    async with database.session() as session:
        await repository.lock_queue(session)
        download = await repository.find_own(session, user_id, download_id, lock=True)
        if download is None:
            raise DownloadNotFound
        if download.status == status:
            return download
        if download.status not in (RUNNING if status == "paused" else UNFINISHED):
            raise DownloadFinished(status=download.status)
        download.status = status  # type: ignore[assignment]  # one of two of its values
        # whoever brings it finds that it is not theirs any more
        download.claim, download.speed_bps, download.eta_s = None, None, None
        download.seq += 1
        if status == "cancelled":
            download.plan, download.completed_at = None, datetime.now(UTC)
        await session.flush()
        await tell(session, download, download.id)
        await repository.hand_out(session, settings.max_downloads)
        await witness(session)
        return download


async def resume(
    database: Database,
    settings: Settings,
    desk: "Desk",
    user_id: UUID,
    download_id: UUID,
    *,
    endpoint: str | None,
) -> Download:
    """Let a paused or failed download go on, perhaps over ``endpoint``.

    Raises DownloadNotFound, DownloadFinished, and what the Hub refuses with when a new plan is needed.
    """
    download = await read(database, user_id, download_id)
    if download.status in UNFINISHED and (download.plan is None or download.model_id is None):
        asked = {"repo_id": download.repo_id, **download.request}
        download, _ = await wishes.ask(database, settings, desk, user_id, DownloadRequest(**asked))
        return download
    async with database.session() as session:
        await repository.lock_queue(session)
        found = await repository.find_own(session, user_id, download_id, lock=True)
        if found is None:
            raise DownloadNotFound
        if found.status in RUNNING and endpoint in (None, found.endpoint):
            return found
        if found.status not in UNFINISHED:
            raise DownloadFinished(status=found.status)
        found.endpoint = endpoint or found.endpoint
        await wishes.put_in_queue(session, settings, found)
        return found
