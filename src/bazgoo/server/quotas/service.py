"""What holds for a person: what an admin allows them, else what the settings allow everybody."""

from datetime import UTC, date, datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from bazgoo.errors import QuotaExceeded, UserNotFound
from bazgoo.server import audit
from bazgoo.server.accounts.tables import User
from bazgoo.server.quotas import repository
from bazgoo.server.quotas.schemas import Quota, QuotaEffective, QuotaShown, QuotaUsed
from bazgoo.server.quotas.tables import UserQuota
from bazgoo.settings import Settings

MEGABYTE = 1024 * 1024


def today() -> date:
    """The day that quotas are counted by, in UTC."""
    return datetime.now(UTC).date()


def effective(settings: Settings, own: UserQuota | None) -> QuotaEffective:
    """What holds for the person with the row ``own``."""
    usual = {
        "characters_per_day": settings.character_quota,
        "audio_minutes_per_day": settings.audio_quota_minutes,
        "disk_mb": settings.dataset_quota_mb,
        "trainings": settings.training_quota,
    }
    given = {name: getattr(own, name) for name in usual} if own else {}
    return QuotaEffective(**usual | {name: each for name, each in given.items() if each is not None})


async def allowed(session: AsyncSession, settings: Settings, user_id: UUID) -> QuotaEffective:
    """What holds for a person."""
    return effective(settings, await repository.find(session, user_id))


async def read(session: AsyncSession, settings: Settings, user_id: UUID) -> QuotaShown:
    """A person's quota, with what they have of it."""
    own = await repository.find(session, user_id)
    characters, audio_s = await repository.spoken(session, user_id, today())
    used = QuotaUsed(
        characters_today=characters,
        audio_minutes_today=round(audio_s / 60, 3),
        disk_mb=round(float(await repository.disk_mb(session, user_id)), 3),
        trainings=await repository.trainings(session, user_id),
    )
    said = Quota.model_validate(own) if own else Quota()
    return QuotaShown(**said.model_dump(), effective=effective(settings, own), used=used)


async def change(
    session: AsyncSession, settings: Settings, user_id: UUID, quota: Quota, *, by: User, address: str
) -> QuotaShown:
    """Allow a person what ``quota`` says, at once; raises UserNotFound."""
    person = await find_person(session, user_id)
    await repository.put(session, user_id, quota)
    details = {"email": person.email, **quota.model_dump()}
    await audit.note(
        session, action="quota_changed", user=by, target=user_id, address=address, details=details
    )
    return await read(session, settings, user_id)


async def find_person(session: AsyncSession, user_id: UUID) -> User:
    """The person with this id; raises UserNotFound."""
    person = await session.get(User, user_id)
    if person is None:
        raise UserNotFound
    return person


async def check_disk(
    session: AsyncSession, settings: Settings, user_id: UUID, size_bytes: float, *, but: UUID | None = None
) -> None:
    """Raise QuotaExceeded unless a person may keep ``size_bytes`` more; ``but`` is a model to be counted anew."""
    limit_mb = (await allowed(session, settings, user_id)).disk_mb
    used_mb = await repository.disk_mb(session, user_id, but=but)
    if limit_mb is not None and float(used_mb) + size_bytes / MEGABYTE > limit_mb:
        raise QuotaExceeded(limit_mb=limit_mb)
