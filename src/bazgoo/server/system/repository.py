"""What the system's pages ask of the database."""

from dataclasses import dataclass
from typing import get_args
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from bazgoo.server.accounts.tables import Role
from bazgoo.server.datasets.tables import DatasetStatus
from bazgoo.server.quotas.schemas import QuotaShown
from bazgoo.server.sources.tables import DownloadStatus, ModelStatus
from bazgoo.server.system.schemas import Own
from bazgoo.server.trainings.tables import TrainingStatus

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


async def read_own(session: AsyncSession, user_id: UUID, quota: QuotaShown) -> Own:
    """What belongs to a person, who may have ``quota``."""
    counted = (await session.execute(_OWN, {"user": user_id})).mappings().one()
    quota_bytes = (quota.effective.disk_mb or 0) * 1024 * 1024
    return Own.model_validate(dict(counted) | {"datasets_quota_bytes": quota_bytes, "quota": quota})


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


_QUEUE_PULSE = text("""
    SELECT
        -- each worker gives a sign of life every ten seconds
        (SELECT count(*) FROM procrastinate_workers WHERE last_heartbeat > now() - interval '30 seconds'),
        (SELECT extract(epoch FROM now() - min(coalesce(j.scheduled_at, e.at)))::float8
           FROM procrastinate_jobs j
           JOIN LATERAL (SELECT max(at) AS at FROM procrastinate_events WHERE job_id = j.id) e ON true
          WHERE j.status = 'todo' AND coalesce(j.scheduled_at, now()) <= now())
""")


async def read_queue_pulse(session: AsyncSession) -> tuple[int, float | None]:
    """How many workers live, and how many seconds the oldest job has waited that could begin."""
    workers, oldest_s = (await session.execute(_QUEUE_PULSE)).one()
    return workers, oldest_s


@dataclass(frozen=True, slots=True)
class Work:
    """How much there is of everything, by its status."""

    jobs: dict[tuple[str, str], int]
    """By queue and status."""
    downloads: dict[str, int]
    download_bps: float
    trainings: dict[str, int]
    datasets: dict[str, int]
    models: dict[str, int]
    users: dict[str, int]
    logins: int


_COUNTS = text("""
    SELECT 'downloads' AS what, status, count(*) AS many FROM download_queue GROUP BY status
    UNION ALL SELECT 'trainings', status, count(*) FROM training_jobs GROUP BY status
    UNION ALL SELECT 'datasets', status, count(*) FROM datasets GROUP BY status
    UNION ALL SELECT 'models', status, count(*) FROM models GROUP BY status
    UNION ALL SELECT 'users', role, count(*) FROM users GROUP BY role
""")
_JOBS = text("SELECT queue_name, status::text, count(*) FROM procrastinate_jobs GROUP BY queue_name, status")
_RATES = text("""
    SELECT (SELECT coalesce(sum(speed_bps), 0) FROM download_queue WHERE status = 'downloading'),
           (SELECT count(*) FROM auth_sessions WHERE revoked_at IS NULL AND expires_at > now())
""")


async def read_work(session: AsyncSession) -> Work:
    """How much there is of everything; a status that nothing has is 0, so that alarms see it begin."""
    found: dict[tuple[str, str], int] = {
        (what, status): many for what, status, many in await session.execute(_COUNTS)
    }
    jobs = {(queue, status): many for queue, status, many in await session.execute(_JOBS)}
    download_bps, logins = (await session.execute(_RATES)).one()

    def of(what: str, statuses: tuple[str, ...]) -> dict[str, int]:
        return {status: found.get((what, status), 0) for status in statuses}

    return Work(
        jobs=jobs,
        downloads=of("downloads", get_args(DownloadStatus)),
        download_bps=download_bps,
        trainings=of("trainings", get_args(TrainingStatus)),
        datasets=of("datasets", get_args(DatasetStatus)),
        models=of("models", get_args(ModelStatus)),
        users=of("users", get_args(Role)),
        logins=logins,
    )
