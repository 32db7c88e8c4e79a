"""What the system's pages ask of the database."""

from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from bazgoo.server.system.schemas import Own

_OWN = text("""
    SELECT
        (SELECT count(*) FROM auth_sessions
          WHERE user_id = :user AND revoked_at IS NULL AND expires_at > now()) AS logins,
        (SELECT count(*) FROM api_keys WHERE user_id = :user) AS api_keys,
        (SELECT count(*) FROM datasets WHERE user_id = :user) AS datasets,
        (SELECT coalesce(sum(size_mb), 0) * 1024 * 1024 FROM datasets
          WHERE user_id = :user)::bigint AS datasets_bytes,
        (SELECT count(*) FROM download_queue
          WHERE user_id = :user AND status IN ('pending', 'downloading')) AS downloads_active,
        (SELECT count(*) FROM training_jobs
          WHERE user_id = :user AND status IN ('queued', 'running')) AS trainings_active
""")


async def read_own(session: AsyncSession, user_id: UUID, quota_mb: int) -> Own:
    """What belongs to a person, who may have ``quota_mb`` of datasets."""
    counted = (await session.execute(_OWN, {"user": user_id})).mappings().one()
    return Own.model_validate(dict(counted) | {"datasets_quota_bytes": quota_mb * 1024 * 1024})


async def count_users(session: AsyncSession) -> int:
    """How many accounts there are."""
    return int(await session.scalar(text("SELECT count(*) FROM users")))


async def postgres_version(session: AsyncSession) -> str:
    """The version of the database."""
    return str(await session.scalar(text("SHOW server_version"))).split()[0]


async def count_jobs(session: AsyncSession) -> tuple[int, int]:
    """How much queued work waits, and how much runs."""
    counts = text("""
        SELECT count(*) FILTER (WHERE status = 'todo'), count(*) FILTER (WHERE status = 'doing')
          FROM procrastinate_jobs WHERE status IN ('todo', 'doing')
    """)
    waiting, running = (await session.execute(counts)).one()
    return waiting, running
