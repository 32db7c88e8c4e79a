"""How a worker tells: an event travels as a notification of PostgreSQL, and only if the transaction is kept."""

from dataclasses import asdict
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from bazgoo.server.live.events import LiveEvent

CHANNEL = "bazgoo_live"
"""What every web process listens to."""
MOST_BYTES = 7_999
"""PostgreSQL takes notifications shorter than 8,000 bytes."""

_NOTIFY = text("SELECT pg_notify(:channel, :notice)")


async def publish(session: AsyncSession, owner: UUID, event: LiveEvent) -> None:
    """Tell ``owner`` and whoever subscribed, once the transaction of ``session`` is committed."""
    notice = write_notice(owner, event).decode()
    await session.execute(_NOTIFY, {"channel": CHANNEL, "notice": notice})


def write_notice(owner: UUID, event: LiveEvent) -> bytes:
    """The event and whom it concerns, as JSON; what is too long to travel is shortened."""
    data = asdict(event)
    notice = {"owner": owner, "topic": event.topic, "id": event.subject_id, "name": event.name, "data": data}
    while len(written := orjson.dumps(notice)) > MOST_BYTES:
        _shorten_the_longest(data)
    return written


def _shorten_the_longest(data: dict[str, Any]) -> None:
    """Halve the longest value: a long name is still recognised, and a long list can be asked for over HTTP."""
    name = max(data, key=lambda field: len(orjson.dumps(data[field])))
    value = data[name]
    if isinstance(value, str):
        data[name] = f"{value[: len(value) // 2]}…"
    elif isinstance(value, dict):
        data[name] = dict(list(value.items())[: len(value) // 2])
    else:
        data[name] = value[: len(value) // 2]
