"""One run of the work on one dataset: its steps, one after the other, and how far it is."""

import asyncio
import shutil
from pathlib import Path
from typing import Any
from uuid import UUID

from bazgoo.events import DownloadProgressed, Event
from bazgoo.hub import Download as Transfer
from bazgoo.server.datasets.places import Places
from bazgoo.server.datasets.quotas import Room
from bazgoo.server.datasets.tables import DatasetRow
from bazgoo.server.datasets.working import process
from bazgoo.server.sources.access import Access
from bazgoo.server.sources.downloads.planned import read_plan
from bazgoo.server.sources.lines import Lines
from bazgoo.settings import Settings

SPANS: dict[str, tuple[float, float]] = {
    "downloading": (0, 50),
    "unpacking": (0, 15),
    "importing": (15, 60),
    "aligning": (15, 60),
    "checking": (60, 100),
}
"""Which part of the bar each stage fills, from 0 to 100; a stage that does not come is jumped over."""


class Run:
    """A claimed dataset and how far it is."""

    def __init__(self, row: DatasetRow, claim: UUID, settings: Settings, room: Room) -> None:
        self.dataset_id, self.user_id, self.claim = row.id, row.user_id, claim
        self.places = Places(settings.datasets_dir, row.id)
        self._room = room
        self._row = row
        self._alone = bool(row.work) and row.work == {"do": "check"}
        self._latest: dict[str, Any] = {}
        self._told: dict[str, Any] | None = None

    def values(self) -> dict[str, Any]:
        """What a sign of life tells; ``told`` only when there is news."""
        now, before = dict(self._latest), self._told
        self._told = now
        return {
            "id": self.dataset_id,
            "claim": self.claim,
            "told": now != before,
            "stage": now.get("stage"),
            "progress": now.get("progress", 0.0),
            "accepted": now.get("accepted", 0),
            "rejected": now.get("rejected", 0),
        }

    def note(self, told: dict[str, Any]) -> None:
        """Remember how far it is."""
        first, last = (0.0, 100.0) if self._alone else SPANS.get(told["stage"], (0, 100))
        self._latest |= told | {"progress": first + (last - first) * told["share"]}

    async def pull(self, lines: Lines, access: Access) -> None:
        """Bring the files from the Hub to where an upload would lie."""
        assert self._row.work
        folder = self.places.incoming / "file"
        async with lines.open(access) as way:
            transfer = Transfer(way.line, read_plan(self._row.work["plan"]), folder, emit=self._came)
            await transfer.run()

    async def bring_in(self, work: dict[str, Any]) -> dict[str, Any]:
        """Make a dataset of what came."""
        await asyncio.to_thread(shutil.rmtree, self.places.making, ignore_errors=True)
        facts = {key: self._row.details.get(key) for key in ("license", "consent", "source")}
        asked = {
            "do": "import",
            "making": str(self.places.making),
            "name": self._row.name,
            "type": self._row.type,
            "facts": {key: value for key, value in facts.items() if value},
            "source": str(self._source(work)),
            "source_name": work.get("file") or facts["source"] or self._row.name,
            "script": str(self.places.incoming / "script.txt") if work.get("script") else None,
            "limit_mb": self._room.limit_mb,
            "refusal": {"code": self._room.refusal.code, "data": self._room.refusal.data},
        }
        return await process.do(asked, self.note)

    async def check(self) -> dict[str, Any]:
        """Measure its records."""
        return await process.do({"do": "check", "folder": str(self.places.folder)}, self.note)

    def _source(self, work: dict[str, Any]) -> Path:
        folder = self.places.incoming / "file"
        return folder / work["file"] if work.get("file") else folder

    def _came(self, event: Event) -> None:
        if isinstance(event, DownloadProgressed):
            share = event.bytes_downloaded / (event.bytes_total or 1)
            self.note({"stage": "downloading", "share": min(1.0, share)})
