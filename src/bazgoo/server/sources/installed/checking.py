"""Every installed model read whole now and then: what has changed on the disk is told as if it were gone."""

import asyncio
import logging
from typing import TYPE_CHECKING
from uuid import UUID

from bazgoo.events import Event
from bazgoo.server.database import Database
from bazgoo.server.sources.downloads.repository import lock_queue
from bazgoo.server.sources.installed.shelved import Marks, mark, reconcile
from bazgoo.server.sources.tables import Model

if TYPE_CHECKING:
    from bazgoo.store import Manifest, Shelf

log = logging.getLogger(__name__)


class Stopped(Exception):  # noqa: N818 - named by what happened
    """The worker is to stop; the next check reads everything anew."""


async def check_all(database: Database, shelf: "Shelf", stopping: asyncio.Event) -> None:
    """Read every model on the shelf, one after the other, and note in its row which files are damaged."""
    for manifest in await asyncio.to_thread(shelf.models):
        try:
            damaged = await asyncio.to_thread(_read, shelf, manifest, stopping)
        except Stopped:
            return
        if damaged:
            log.warning("Of the model %s these files are damaged: %s", manifest.name, ", ".join(damaged))
        await _note(database, manifest, {path: mark(shelf, manifest.id, path) for path in damaged})
    await reconcile(database, shelf)


def _read(shelf: "Shelf", manifest: "Manifest", stopping: asyncio.Event) -> list[str]:
    from bazgoo.store import check  # noqa: PLC0415 - only this job reads models

    def heed(_: Event) -> None:
        if stopping.is_set():
            raise Stopped

    return check(shelf, [manifest], heed)[manifest.id]


async def _note(database: Database, manifest: "Manifest", damaged: Marks) -> None:
    async with database.session() as session:
        await lock_queue(session)
        model = await session.get(Model, UUID(manifest.id))
        if model is not None and model.details.get("damaged", {}) != damaged:
            model.details = model.details | {"damaged": damaged}
