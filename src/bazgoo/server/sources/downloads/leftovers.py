"""Taking away what a cancelled download has left on the disk, whoever was bringing it, alive or not."""

import asyncio
import shutil
import time
from pathlib import Path
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from bazgoo.errors import FolderBusy
from bazgoo.server.database import Database
from bazgoo.server.sources.downloads import repository
from bazgoo.server.sources.tables import Model

PATIENCE_S = 3.0
"""How long the run that held the folder may take to notice that it is no longer wanted."""


async def clear_away(database: Database, models_dir: Path, model_id: UUID) -> None:
    """Remove the bytes that no download of the model wants any more, and the model if it was never installed.

    What is still being written is left to whoever writes it, who comes here as well.
    """
    deadline = time.monotonic() + PATIENCE_S
    while True:
        try:
            async with database.session() as session:
                await _clear(session, models_dir, model_id)
                return
        except FolderBusy:
            if time.monotonic() > deadline:
                return
            await asyncio.sleep(0.05)


async def _clear(session: AsyncSession, models_dir: Path, model_id: UUID) -> None:
    """Under the lock of the queue, so that no new download of the model begins meanwhile."""
    await repository.lock_queue(session)
    model = await session.get(Model, model_id)
    if await repository.model_is_wanted(session, model_id):
        return
    was_here = model is not None and (model.status == "installed" or "missing" in model.details)
    await asyncio.to_thread(_discard, models_dir / str(model_id), whole=not was_here)
    if model is not None and not was_here:
        await session.delete(model)
    elif model is not None and model.status == "downloading":
        model.status = "failed"  # as it was before somebody began to bring it again


def _discard(folder: Path, *, whole: bool) -> None:
    """Remove the unfinished files in ``folder``, or all of it; raises FolderBusy."""
    from bazgoo.hub import discard  # noqa: PLC0415 - only who downloads needs the hub

    discard(folder)
    if whole:
        shutil.rmtree(folder, ignore_errors=True)
