"""What downloads ask of the database."""

from typing import Any
from uuid import UUID

from sqlalchemy import Row, exists, func, select, text, tuple_, update
from sqlalchemy.ext.asyncio import AsyncSession

from bazgoo.server.listing import Position
from bazgoo.server.settings.repository import find_choices
from bazgoo.server.sources.tables import RUNNING, UNFINISHED, Download, Model

QUEUE_LOCK = 0x6270_7164
"""One number for all processes; `hand_out_downloads` (migration 0003) takes the same, 1651536228."""

_CLAIM = text("""
    UPDATE download_queue q
       SET status = 'downloading', claim = :claim, beat_at = clock_timestamp(), seq = seq + 1, error = NULL,
           error_message = NULL, started_at = coalesce(started_at, now())
     WHERE id = :id AND status = 'pending' AND id IN (SELECT next_downloads(:most))
 RETURNING id
""")
_BEAT = text("""
    WITH moved AS (
    UPDATE download_queue q
       SET beat_at = clock_timestamp(),
           seq = seq + CASE WHEN :told THEN 1 ELSE 0 END,
           bytes_downloaded = greatest(bytes_downloaded, :bytes),
           progress = greatest(progress, least(100, :progress)),
           current_file = :file, speed_bps = :speed, eta_s = :eta
     WHERE id = :id AND claim = :claim
 RETURNING user_id, model_id, seq, status, progress, bytes_downloaded, bytes_total, current_file, speed_bps,
           eta_s, (SELECT (settings_json ->> 'max_bandwidth_kbps')::bigint FROM user_settings s
             WHERE s.user_id = q.user_id) AS kbps
    ), model AS (
    UPDATE models SET download_progress = moved.progress FROM moved
     WHERE models.id = moved.model_id AND :told AND models.status = 'downloading'
    )
    SELECT * FROM moved
""")
_HAND_OUT = text("SELECT hand_out_downloads(:most)")


async def lock_queue(session: AsyncSession) -> None:
    """Let one transaction at a time decide what is downloaded where."""
    await session.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": QUEUE_LOCK})


async def hand_out(session: AsyncSession, most: int) -> None:
    """Make jobs of the downloads that may begin now."""
    await session.flush()
    await session.execute(_HAND_OUT, {"most": most})


async def find_own(
    session: AsyncSession, user_id: UUID, download_id: UUID, *, lock: bool = False
) -> Download | None:
    """A person's download."""
    query = select(Download).where(Download.id == download_id, Download.user_id == user_id)
    return await session.scalar(query.with_for_update() if lock else query)


async def list_own(
    session: AsyncSession, user_id: UUID, after: Position | None, count: int
) -> list[Download]:
    """The next ``count`` downloads of a person, newest first."""
    place = tuple_(Download.created_at, Download.id)
    query = select(Download).where(Download.user_id == user_id)
    if after is not None:
        query = query.where(place < tuple_(*after))
    return list(
        await session.scalars(query.order_by(Download.created_at.desc(), Download.id.desc()).limit(count))
    )


async def find_equal(session: AsyncSession, user_id: UUID, key: str) -> Download | None:
    """The unfinished download of an equal request; one that runs before one that failed."""
    query = select(Download).where(
        Download.user_id == user_id, Download.request_key == key, Download.status.in_(UNFINISHED)
    )
    return await session.scalar(
        query.order_by(Download.status == "failed", Download.created_at.desc()).limit(1)
    )


async def find_completed(session: AsyncSession, user_id: UUID, model_id: UUID) -> Download | None:
    """A person's completed download of a model."""
    query = select(Download).where(
        Download.user_id == user_id, Download.model_id == model_id, Download.status == "completed"
    )
    return await session.scalar(query.order_by(Download.created_at.desc()).limit(1))


async def find_request(session: AsyncSession, model_id: UUID) -> dict[str, Any] | None:
    """What was asked for when a model was brought the last time; None where it came another way."""
    query = select(Download.request).where(Download.model_id == model_id, Download.status == "completed")
    return await session.scalar(query.order_by(Download.created_at.desc()).limit(1))


async def list_models_of(session: AsyncSession, repo_id: str) -> list[Model]:
    """Every model of a repository, also those that are not here yet."""
    return list(
        await session.scalars(select(Model).where(Model.repo_id == repo_id).order_by(Model.created_at))
    )


async def list_model_ids(session: AsyncSession) -> set[str]:
    """Every model there is, in whatever state."""
    return {str(model_id) for model_id in await session.scalars(select(Model.id))}


async def claim(session: AsyncSession, download_id: UUID, claim: UUID, most: int) -> Download | None:
    """Take a waiting download for one run, if it may begin now."""
    await lock_queue(session)
    taken = await session.scalar(_CLAIM, {"id": download_id, "claim": claim, "most": most})
    return await session.get(Download, download_id) if taken else None


async def cap_of(session: AsyncSession, user_id: UUID) -> int | None:
    """How many kilobits a second the downloads of a person may take, if they have said."""
    choices = await find_choices(session, user_id)
    return choices.settings_json.get("max_bandwidth_kbps") if choices else None


async def beat(session: AsyncSession, values: dict[str, Any]) -> Row[Any] | None:
    """Give a sign of life with how far it is; what is to be told, None when the claim is gone."""
    return (await session.execute(_BEAT, values)).one_or_none()


async def change_claimed(
    session: AsyncSession, download_id: UUID, held_by: UUID, **values: Any
) -> Download | None:
    """Change a download that a run still holds, and count the change; None when the claim is gone."""
    query = update(Download).where(Download.id == download_id, Download.claim == held_by)
    changed = query.values(seq=Download.seq + 1, **values).returning(Download)
    return await session.scalar(changed, execution_options={"populate_existing": True})


async def model_is_wanted(session: AsyncSession, model_id: UUID, *, running: bool = False) -> bool:
    """Whether a download of the model is unfinished, or is going on."""
    statuses = RUNNING if running else UNFINISHED
    query = select(func.count()).where(Download.model_id == model_id, Download.status.in_(statuses))
    return bool(await session.scalar(query))


async def list_unwanted(session: AsyncSession) -> list[UUID]:
    """Models that never arrived and that no download is bringing: their owner went, or a process died."""
    wanted = exists().where(Download.model_id == Model.id, Download.status.in_(UNFINISHED))
    query = select(Model.id).where(
        Model.status.in_(("downloading", "failed")),
        Model.details.has_key("key"),
        ~Model.details.has_key("missing"),
        ~wanted,
    )
    return list(await session.scalars(query))
