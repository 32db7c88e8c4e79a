"""What the endpoints of datasets are given: the caller's dataset, and its folder opened for one request."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Path

from bazgoo.server.datasets.holding import Holding
from bazgoo.server.dependencies import CurrentUser, InstalledDatabase, InstalledSettings

DatasetId = Annotated[UUID, Path(description="The dataset.")]


async def own_holding(
    dataset_id: DatasetId, caller: CurrentUser, database: InstalledDatabase, settings: InstalledSettings
) -> Holding:
    """The caller's dataset, not yet looked at."""
    return Holding(database, settings, caller.user.id, dataset_id)


TheHolding = Annotated[Holding, Depends(own_holding)]
