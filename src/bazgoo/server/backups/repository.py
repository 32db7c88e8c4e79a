"""What backups ask of the database."""

from typing import Any
from uuid import UUID

from sqlalchemy import func, select, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from bazgoo.server.backups.tables import BackupRun

UNFINISHED = ("waiting", "running")

_CLAIM = text("""
    UPDATE backup_runs
       SET status = 'running', claim = :claim, beat_at = clock_timestamp(), attempts = attempts + 1
     WHERE status = 'waiting' OR (status = 'running' AND beat_at < clock_timestamp() - interval '10 seconds')
 RETURNING id
""")
_BEAT = text("""
    UPDATE backup_runs
       SET beat_at = clock_timestamp(), progress = greatest(progress, least(100, :progress)), current = :current
     WHERE id = :id AND claim = :claim AND status = 'running'
 RETURNING id
""")
_KNOCK = text("""
    SELECT procrastinate_defer_jobs_v1(ARRAY[
        ROW('backups', 'backups:make', 0, NULL, NULL, '{}'::jsonb, NULL)::procrastinate_job_to_defer_v1
    ])
""")
_LATELY = text("""
    SELECT EXISTS (
        SELECT FROM backup_runs WHERE scheduled AND created_at > now() - make_interval(secs => :seconds)
    )
""")


async def ask(session: AsyncSession, **wish: Any) -> BackupRun | None:
    """A new run, which a worker is told of; None while there is an unfinished one."""
    row = await session.scalar(insert(BackupRun).values(**wish).on_conflict_do_nothing().returning(BackupRun))
    if row is not None:
        await session.execute(_KNOCK)
    return row


async def find_unfinished(session: AsyncSession, *, lock: bool = False) -> BackupRun | None:
    """The run that waits or goes on."""
    query = select(BackupRun).where(BackupRun.status.in_(UNFINISHED))
    return await session.scalar(query.with_for_update() if lock else query)


async def find_last(session: AsyncSession) -> BackupRun | None:
    """The run that ended last, and was not cancelled."""
    ended = select(BackupRun).where(BackupRun.status.in_(("completed", "failed")))
    return await session.scalar(ended.order_by(BackupRun.completed_at.desc()).limit(1))


async def was_scheduled_lately(session: AsyncSession, seconds: float) -> bool:
    """Whether the clock has asked for one within so many seconds."""
    return bool(await session.scalar(_LATELY, {"seconds": seconds}))


async def claim(session: AsyncSession, run: UUID) -> BackupRun | None:
    """Take what waits, or what nobody works on any more."""
    found = await session.scalar(_CLAIM, {"claim": run})
    return None if found is None else await session.get(BackupRun, found)


async def beat(session: AsyncSession, run_id: UUID, claim: UUID, progress: float, current: str) -> bool:
    """Give a sign of life; whether it is still wanted of us."""
    values = {"id": run_id, "claim": claim, "progress": progress, "current": current}
    return await session.scalar(_BEAT, values) is not None


async def end(session: AsyncSession, run_id: UUID, claim: UUID, **values: Any) -> BackupRun | None:
    """Write down how it ended, or that it waits again; None where it is no longer ours."""
    ours = BackupRun.claim == claim, BackupRun.status == "running"
    row = await session.scalar(select(BackupRun).where(BackupRun.id == run_id, *ours).with_for_update())
    if row is not None:
        finished = values["status"] not in UNFINISHED
        row.claim, row.completed_at = None, await session.scalar(select(func.now())) if finished else None
        for name, value in values.items():
            setattr(row, name, value)
    return row
