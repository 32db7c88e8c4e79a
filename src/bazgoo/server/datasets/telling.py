"""Telling the owner of a dataset what has changed, in the transaction that changes it."""

from typing import Any
from uuid import UUID

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from bazgoo.server.datasets import repository
from bazgoo.server.datasets.tables import DatasetRow
from bazgoo.server.live.events import DatasetProgress
from bazgoo.server.live.publishing import publish

TOLD = ("seq", "status", "stage", "progress", "accepted", "rejected")


async def tell(session: AsyncSession, row: DatasetRow | Row[Any], dataset_id: UUID) -> None:
    """Tell how far a dataset is, from its row."""
    fields: dict[str, Any] = {name: getattr(row, name) for name in TOLD}
    await publish(session, row.user_id, DatasetProgress(dataset_id=dataset_id, **fields))


async def snapshot(session: AsyncSession, user_id: UUID, dataset_id: UUID) -> dict[str, Any] | None:
    """How a person's dataset stands, for whoever begins to watch it."""
    row = await repository.find_own(session, user_id, dataset_id)
    if row is None:
        return None
    error = {name: row.error[name] for name in ("code", "message", "message_en")} if row.error else None
    return {"dataset_id": str(row.id), **{name: getattr(row, name) for name in TOLD}, "error": error}
