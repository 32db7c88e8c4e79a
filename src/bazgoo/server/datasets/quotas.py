"""How much a person may still bring."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Self
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from bazgoo.errors import BazgooError, DatasetTooLarge, QuotaExceeded
from bazgoo.server.database import Database
from bazgoo.server.datasets import repository
from bazgoo.server.quotas import repository as quotas
from bazgoo.server.quotas import service
from bazgoo.settings import Settings


@dataclass(frozen=True, slots=True)
class Room:
    """What one more dataset may take, and what to say when it takes more."""

    limit_mb: int
    refusal: BazgooError

    @classmethod
    async def of(cls, database: Database, settings: Settings, user_id: UUID) -> Self:
        """The room a person has left; raises QuotaExceeded when there is none."""
        async with database.session() as session:
            room = await cls.left(session, settings, user_id)
        if not room.limit_mb:
            raise room.refusal
        return room

    @classmethod
    async def left(
        cls, session: AsyncSession, settings: Settings, user_id: UUID, *, beside: Decimal = Decimal(0)
    ) -> Self:
        """The same within a transaction; ``beside`` is what counts already and is to be counted anew."""
        quota_mb = (await service.allowed(session, settings, user_id)).disk_mb
        used_mb = await quotas.disk_mb(session, user_id) - beside
        left_mb = settings.max_dataset_mb if quota_mb is None else max(0, int(quota_mb - used_mb))
        if left_mb < settings.max_dataset_mb:
            return cls(left_mb, QuotaExceeded(limit_mb=quota_mb))
        return cls(settings.max_dataset_mb, DatasetTooLarge(limit_mb=settings.max_dataset_mb))

    def check(self, size_bytes: int) -> None:
        """Raise unless something of that size fits."""
        if size_bytes > self.limit_mb * repository.MEGABYTE:
            raise self.refusal
