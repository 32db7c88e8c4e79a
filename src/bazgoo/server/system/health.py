"""Whether the studio can work, what of it cannot, and why: what ``/health`` tells and alarms go by."""

import asyncio
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from fastapi import FastAPI

from bazgoo import __version__
from bazgoo.errors import (
    BazgooError,
    DatabaseUnavailable,
    DiskLow,
    EngineFails,
    Language,
    NothingSpeaks,
    QueueWaits,
    WorkersGone,
)
from bazgoo.server.database import Database
from bazgoo.server.system import repository
from bazgoo.server.system.schemas import Health, Trouble

log = logging.getLogger(__name__)

DATABASE_ANSWERS_WITHIN_S = 1.0
QUEUE_PATIENCE_S = 180.0
"""Work that could begin and has waited for longer is a trouble: a worker looks every second."""
LOW_BYTES, FULL_BYTES = 2_000_000_000, 200_000_000
"""Below how many free bytes the disk is low, and below how many it is as good as full."""

Part = Literal["database", "workers", "queue", "disk", "engines"]
EngineState = Literal["ok", "failing"]


@dataclass(frozen=True, slots=True)
class Pulse:
    """What has been felt of the studio at one moment."""

    workers: int | None
    """Workers that have given a sign of life lately; None when the database does not answer."""
    queue_oldest_s: float | None
    free_bytes: int
    engines: dict[str, EngineState] | None
    """Those that have voices; None where no speaker runs."""

    @property
    def disk(self) -> Literal["ok", "low", "full"]:
        """Whether there is room."""
        if self.free_bytes >= LOW_BYTES:
            return "ok"
        return "low" if self.free_bytes >= FULL_BYTES else "full"

    @property
    def is_down(self) -> bool:
        """Whether the studio cannot be used."""
        return any(down for _, _, down in self.troubles())

    def troubles(self) -> Iterator[tuple[Part, BazgooError, bool]]:
        """What is wrong, the worst first, and whether the studio cannot be used because of it."""
        if self.workers is None:
            yield "database", DatabaseUnavailable(), True
        if self.engines is not None and not self.engines:
            yield "engines", NothingSpeaks(), True
        if self.workers == 0:
            yield "workers", WorkersGone(), False
        if self.queue_oldest_s is not None and self.queue_oldest_s > QUEUE_PATIENCE_S:
            yield "queue", QueueWaits(minutes=int(self.queue_oldest_s // 60)), False
        if self.disk != "ok":
            yield "disk", DiskLow(free_mb=self.free_bytes // 10**6), False
        for engine, state in (self.engines or {}).items():
            if state == "failing":
                yield "engines", EngineFails(engine=engine), False


async def feel(app: FastAPI) -> Pulse:
    """The pulse of the studio; never waits long for a database that does not answer."""
    workers, oldest_s = await _ask(app.state.database)
    return Pulse(workers, oldest_s, app.state.watch.surveyor.free_bytes(), _engines(app))


async def check_health(app: FastAPI, language: Language) -> Health:
    """Whether the studio can work, in words of ``language``."""
    pulse = await feel(app)
    return Health(
        status="down" if pulse.is_down else "ok",
        version=__version__,
        database="down" if pulse.workers is None else "ok",
        workers=pulse.workers,
        queue_oldest_s=pulse.queue_oldest_s,
        disk=pulse.disk,
        engines=pulse.engines or {},
        troubles=[
            Trouble(part=part, code=error.code, detail=error.message(language), down=down)
            for part, error, down in pulse.troubles()
        ],
    )


async def _ask(database: Database) -> tuple[int | None, float | None]:
    """How many workers live and how long the oldest work has waited."""
    try:
        async with asyncio.timeout(DATABASE_ANSWERS_WITHIN_S), database.session() as session:
            return await repository.read_queue_pulse(session)
    except (DatabaseUnavailable, TimeoutError) as failure:
        log.warning("the database does not answer: %s", type(failure).__name__)
        return None, None


def _engines(app: FastAPI) -> dict[str, EngineState] | None:
    if app.state.speaker is None:
        return None
    failing = app.state.metrics.speech.failing
    return {
        name: "failing" if name in failing else "ok"
        for name in sorted({voice.engine for voice in app.state.speaker.voices()})
    }
