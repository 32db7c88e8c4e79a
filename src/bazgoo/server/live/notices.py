"""An event on its way through PostgreSQL: whom it concerns, what it is about, and what clients are sent."""

from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

import orjson

from bazgoo.server.live.events import LiveEvent, Topic

MOST_BYTES = 7_999
"""PostgreSQL takes notifications shorter than 8,000 bytes."""

Subject = tuple[Topic, UUID]
"""A topic and an id: one download, or one training job."""


@dataclass(frozen=True, slots=True)
class Notice:
    """An event as a web process hears of it."""

    owner: UUID
    subject: Subject
    name: str
    data: dict[str, Any]

    @property
    def seq(self) -> int:
        """Its place among the events of its subject."""
        return int(self.data["seq"])

    def is_news_after(self, seq: int) -> bool:
        """Whether it tells more than what had the number ``seq``.

        A snapshot may already count what completes or fails, and that is still told by its own name.
        """
        return self.seq > seq or (self.seq == seq and not self.name.endswith(":progress"))


def write_notice(owner: UUID, event: LiveEvent) -> str:
    """The event and whom it concerns, as JSON; what is too long to travel is shortened."""
    data = asdict(event)
    notice = {"owner": owner, "topic": event.topic, "id": event.subject_id, "name": event.name, "data": data}
    while len(written := orjson.dumps(notice)) > MOST_BYTES:
        _shorten_the_longest(data)
    return written.decode()


def read_notice(written: str) -> Notice:
    """What ``write_notice`` wrote; raises ValueError, KeyError, TypeError for what someone else did."""
    told = orjson.loads(written)
    return Notice(UUID(told["owner"]), (told["topic"], UUID(told["id"])), told["name"], told["data"])


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
