"""Ways to the Hub that are kept open in this process, so that health, allowances and answers are remembered."""

from collections import OrderedDict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bazgoo.hub import Answers, Endpoints, Line, Patience
from bazgoo.server.sources.access import Access

MOST_KEPT = 16
"""Ways that are kept while nobody uses them."""


@dataclass
class Way:
    """A line with the answers that came over it; nobody else may be given those."""

    line: Line
    answers: Answers
    users: int = 0


class Lines:
    """One line for each way of asking, shared by all who ask that way."""

    def __init__(self, patience: Patience, connect_s: float = 10.0, idle_s: float = 30.0) -> None:
        self._patience = patience
        self._connect_s = connect_s
        self._idle_s = idle_s
        self._ways: OrderedDict[Access, Way] = OrderedDict()

    @asynccontextmanager
    async def open(self, access: Access) -> AsyncIterator[Way]:
        """The way of ``access``, kept open at least as long as the block runs."""
        way = self._ways.get(access) or self._ways.setdefault(access, self._make(access))
        self._ways.move_to_end(access)
        way.users += 1
        try:
            yield way
        finally:
            way.users -= 1
            await self._make_room()

    async def close(self) -> None:
        """Close every line."""
        while self._ways:
            await self._ways.popitem()[1].line.aclose()

    def _make(self, access: Access) -> Way:
        strange = () if access.private_allowed else access.own
        trusted = [url for url in (*access.urls, access.hub) if url not in strange]
        endpoints = Endpoints(access.urls, hub=access.hub, token=access.token, trusted=trusted)
        line = Line(endpoints, patience=self._patience, connect_s=self._connect_s, idle_s=self._idle_s)
        return Way(line, Answers())

    async def _make_room(self) -> None:
        idle = [access for access, way in self._ways.items() if way.users == 0]
        for access in idle[: max(0, len(self._ways) - MOST_KEPT)]:
            await self._ways.pop(access).line.aclose()
