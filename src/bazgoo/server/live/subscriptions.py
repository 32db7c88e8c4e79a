"""What clients subscribe to: a snapshot at once, and another whenever events may have been missed."""

import logging
from collections.abc import Awaitable, Callable, Mapping
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy.ext.asyncio import AsyncSession

from bazgoo.server.database import Database
from bazgoo.server.live.audience import Audience, Client
from bazgoo.server.live.events import Topic
from bazgoo.server.live.notices import Notice, Subject

log = logging.getLogger(__name__)

Snapshot = Callable[[AsyncSession, UUID, UUID], Awaitable[dict[str, Any] | None]]
"""What a person (first id) may see now of a subject (second id), with its ``seq``; None for what is not theirs."""
Answer = dict[str, Any]

MOST_SUBSCRIPTIONS = 100
"""Of one client."""
READS = 5
"""Snapshots read at most until one is as new as what the client has been told meanwhile."""


def refusal(code: str) -> Answer:
    """How a client is told that it does not get what it asked for."""
    return {"ok": False, "code": code}


class Subscriptions:
    """Whoever subscribes gets what is; events follow by themselves, since a subject is its owner's."""

    def __init__(self, database: Database, audience: Audience, snapshots: Mapping[Topic, Snapshot]) -> None:
        self._database = database
        self._audience = audience
        self._snapshots = snapshots

    async def subscribe(self, client: Client, topic: Topic, wanted: UUID) -> Answer:
        """Remember what ``client`` watches, and answer with how it stands."""
        subject = (topic, wanted)
        if subject not in client.subscriptions and len(client.subscriptions) >= MOST_SUBSCRIPTIONS:
            return refusal("too_many")
        snapshot = await self._read(client.user_id, subject)
        if snapshot is None:
            return refusal("not_found")
        client.subscriptions.add(subject)
        client.note(subject, snapshot["seq"])
        return {"ok": True, "snapshot": snapshot}

    async def unsubscribe(self, client: Client, topic: Topic, wanted: UUID) -> Answer:
        """Forget it again."""
        client.subscriptions.discard((topic, wanted))
        return {"ok": True}

    async def catch_up(self) -> None:
        """Send every client what it watches as it is now, where that is more than it has been told."""
        watched = {(client.user_id, subject) for client in self._audience for subject in client.subscriptions}
        for user_id, subject in watched:
            if snapshot := await self._read(user_id, subject):
                now = Notice(user_id, subject, f"{subject[0]}:progress", snapshot)
                self._audience.tell_watchers(now)

    async def _read(self, user_id: UUID, subject: Subject) -> dict[str, Any] | None:
        """How ``subject`` stands; never behind an event that was handed on while it was read."""
        topic, wanted = subject
        found = None
        for _ in range(READS if topic in self._snapshots else 0):
            async with self._database.session() as session:
                found = await self._snapshots[topic](session, user_id, wanted)
            if found is None or found["seq"] >= self._audience.latest(subject):
                break
        return orjson.loads(orjson.dumps(found)) if found else None
