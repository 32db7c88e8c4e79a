"""How a worker tells: an event travels as a notification of PostgreSQL, and only if the transaction is kept."""

from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from bazgoo.server.live.events import LiveEvent
from bazgoo.server.live.notices import write_notice

CHANNEL = "bazgoo_live"
"""What every web process listens to."""

_NOTIFY = text("SELECT pg_notify(:channel, :notice)")


async def publish(session: AsyncSession, owner: UUID, event: LiveEvent) -> None:
    """Tell ``owner``, once the transaction of ``session`` is committed; each event has a ``seq`` of its own."""
    await session.execute(_NOTIFY, {"channel": CHANNEL, "notice": write_notice(owner, event)})
