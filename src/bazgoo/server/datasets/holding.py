"""One person's hold on one dataset: its row, and its folder for as long as a request needs it."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from bazgoo.errors import DatasetBusy, DatasetDamaged, DatasetNotFound
from bazgoo.server.database import Database
from bazgoo.server.datasets import repository
from bazgoo.server.datasets.failing import error_from
from bazgoo.server.datasets.places import Places
from bazgoo.server.datasets.tables import DatasetRow
from bazgoo.settings import Settings

if TYPE_CHECKING:
    from bazgoo.datasets import Dataset

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Holding:
    """A dataset that a person asks for; whether there is one is known when it is looked at."""

    database: Database
    settings: Settings
    user_id: UUID
    dataset_id: UUID

    @property
    def places(self) -> Places:
        """Where it lies."""
        return Places(self.settings.datasets_dir, self.dataset_id)

    async def row(self) -> DatasetRow:
        """Its row; raises DatasetNotFound."""
        async with self.database.session() as session:
            row = await repository.find_own(session, self.user_id, self.dataset_id)
        if row is None:
            raise DatasetNotFound
        return row

    async def look(self, ask: "Callable[[Dataset], Result]") -> Result:
        """What ``ask`` finds in the folder; raises DatasetNotFound, and DatasetBusy before there is one."""
        row = await self.row()
        if row.status == "failed":
            raise error_from(row.error or {"code": ""})  # there is nothing to look at, and this is why
        if row.status == "importing":
            raise DatasetBusy
        return await asyncio.to_thread(self._open, ask)

    async def change(self, do: "Callable[[Dataset], Result]") -> Result:
        """Let ``do`` change the folder, and note in the row what there is now; raises what ``look`` raises."""
        result, facts = await self.look(lambda dataset: (do(dataset), _facts(dataset)))
        async with self.database.session() as session:
            row = await repository.find_own(session, self.user_id, self.dataset_id, lock=True)
            if row is not None:
                row.record_count, row.duration_s, size_bytes = facts
                row.size_mb = repository.megabytes(size_bytes)
                # the next who asks has it counted; a check in hand does so when it ends
                row.details = row.details | {"version": None, "stale": bool(row.details.get("report"))}
        return result

    def _open(self, ask: "Callable[[Dataset], Result]") -> Result:
        from bazgoo.datasets import Dataset  # noqa: PLC0415 - a start needs no datasets
        from bazgoo.datasets.room import room_or_told  # noqa: PLC0415

        try:
            with room_or_told(self.places.folder), Dataset.open(self.places.folder) as dataset:
                return ask(dataset)
        except DatasetDamaged:
            if not self.places.folder.exists():
                raise DatasetNotFound from None  # it was deleted meanwhile, or by hand
            raise


def _facts(dataset: "Dataset") -> tuple[int, float | None, int]:
    duration_s = dataset.duration_s if dataset.kind == "audio" else None
    return dataset.count(), duration_s, dataset.size_bytes
