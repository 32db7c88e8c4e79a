"""What quotas ask of the database."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import select, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from bazgoo.server.quotas.schemas import Quota
from bazgoo.server.quotas.tables import SpeechUsage, UserQuota

_DISK_MB = text("""
    SELECT (SELECT coalesce(sum(size_mb), 0) FROM datasets WHERE user_id = :user)
         + (SELECT coalesce(sum(coalesce(m.size_mb, coming.bytes / 1048576)), 0)
              FROM models m
              LEFT JOIN LATERAL (
                   SELECT max(bytes_total)::numeric AS bytes FROM download_queue
                    WHERE model_id = m.id AND status IN ('pending', 'downloading', 'paused', 'failed')
              ) coming ON true
             WHERE m.metadata ->> 'owner' = CAST(:user AS text)
               AND m.id IS DISTINCT FROM CAST(:but AS uuid)
               AND (m.status = 'installed' OR coming.bytes IS NOT NULL))
         + (SELECT coalesce(sum((c.metadata ->> 'size_bytes')::numeric), 0) / 1048576
              FROM checkpoints c JOIN training_jobs t ON t.id = c.training_job_id WHERE t.user_id = :user)
""")
_TRAININGS = text("""
    SELECT count(*) FROM training_jobs
     WHERE user_id = :user AND status IN ('queued', 'running', 'paused')
""")
# in one statement, so that requests at the same moment cannot take the same remainder
_TAKE = text("""
    INSERT INTO speech_usage AS used (user_id, day, characters, audio_s)
    SELECT :user, :day, :characters, :audio_s
     WHERE :characters <= coalesce(CAST(:most_characters AS bigint), :characters)
       AND :audio_s <= coalesce(CAST(:most_audio_s AS double precision), :audio_s)
    ON CONFLICT (user_id, day) DO UPDATE
       SET characters = used.characters + excluded.characters, audio_s = used.audio_s + excluded.audio_s
     WHERE used.characters + excluded.characters <= coalesce(CAST(:most_characters AS bigint), 2 ^ 62)
       AND used.audio_s + excluded.audio_s <= coalesce(CAST(:most_audio_s AS double precision), 'Infinity')
 RETURNING user_id
""")
_SETTLE = text("""
    INSERT INTO speech_usage AS used (user_id, day, characters, audio_s)
    VALUES (:user, :day, greatest(0, :characters), greatest(0, :audio_s))
    ON CONFLICT (user_id, day) DO UPDATE
       SET characters = greatest(0, used.characters + :characters),
           audio_s = greatest(0, used.audio_s + :audio_s)
""")


async def find(session: AsyncSession, user_id: UUID) -> UserQuota | None:
    """What an admin allows a person, if that differs from what everybody may."""
    return await session.get(UserQuota, user_id)


async def put(session: AsyncSession, user_id: UUID, quota: Quota) -> None:
    """Allow a person what ``quota`` says."""
    values = quota.model_dump()
    allowed = insert(UserQuota).values(user_id=user_id, **values)
    await session.execute(allowed.on_conflict_do_update(index_elements=["user_id"], set_=values))


async def disk_mb(session: AsyncSession, user_id: UUID, *, but: UUID | None = None) -> Decimal:
    """What a person keeps: datasets, models that they brought or are bringing (not ``but``), checkpoints."""
    return Decimal(await session.scalar(_DISK_MB, {"user": user_id, "but": but}) or 0)


async def trainings(session: AsyncSession, user_id: UUID) -> int:
    """How many trainings of a person are not at their end."""
    return int(await session.scalar(_TRAININGS, {"user": user_id}) or 0)


async def spoken(session: AsyncSession, user_id: UUID, day: date) -> tuple[int, float]:
    """How many characters a person has had spoken on a day, and how many seconds of sound."""
    query = select(SpeechUsage.characters, SpeechUsage.audio_s).where(
        SpeechUsage.user_id == user_id, SpeechUsage.day == day
    )
    row = (await session.execute(query)).one_or_none()
    return (row.characters, row.audio_s) if row else (0, 0.0)


async def take(session: AsyncSession, values: dict[str, Any]) -> bool:
    """Take characters and seconds of a day's quota beforehand; whether there was enough."""
    await _lightly(session)
    return (await session.scalar(_TAKE, values)) is not None


async def settle(session: AsyncSession, values: dict[str, Any]) -> None:
    """Set right what a day's speech has used."""
    await _lightly(session)
    await session.execute(_SETTLE, values)


async def _lightly(session: AsyncSession) -> None:
    """Do not wait for the disk: a power cut may lose some seconds of counting."""
    await session.execute(text("SET LOCAL synchronous_commit = off"))
