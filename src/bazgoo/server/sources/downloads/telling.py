"""Telling the owner of a download what has changed, in the transaction that changes it."""

from typing import Any
from uuid import UUID

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from bazgoo.errors import BazgooError
from bazgoo.server.live.events import DownloadComplete, DownloadError, DownloadProgress
from bazgoo.server.live.publishing import publish
from bazgoo.server.sources.downloads import repository
from bazgoo.server.sources.tables import Download

TOLD = ("seq", "status", "progress", "bytes_downloaded", "bytes_total", "current_file", "speed_bps", "eta_s")


async def tell(session: AsyncSession, download: Download | Row[Any], download_id: UUID) -> None:
    """Tell how far a download is, from its row."""
    fields: dict[str, Any] = {name: getattr(download, name) for name in TOLD}
    await publish(session, download.user_id, DownloadProgress(download_id=download_id, **fields))


async def tell_complete(session: AsyncSession, download: Download, voices: tuple[str, ...]) -> None:
    """Tell that everything is here."""
    assert download.model_id
    event = DownloadComplete(
        seq=download.seq,
        download_id=download.id,
        model_id=download.model_id,
        repo_id=download.repo_id,
        file_path=f"models/{download.model_id}",
        voices=voices,
    )
    await publish(session, download.user_id, event)


async def tell_error(session: AsyncSession, download: Download) -> None:
    """Tell why it failed."""
    assert download.error
    event = DownloadError(seq=download.seq, download_id=download.id, **download.error)
    await publish(session, download.user_id, event)


def error_of(error: BazgooError) -> dict[str, str]:
    """An error as it is kept in the row."""
    return {"code": error.code, "message": error.message("fa"), "message_en": error.message("en")}


async def snapshot(session: AsyncSession, user_id: UUID, download_id: UUID) -> dict[str, Any] | None:
    """How far a person's download is, for whoever begins to watch it."""
    download = await repository.find_own(session, user_id, download_id)
    if download is None:
        return None
    fields = {name: getattr(download, name) for name in TOLD}
    return {"download_id": str(download.id), **fields, "error": download.error}
