"""What a training has left behind: its rows, its saved states, its samples, its log."""

import asyncio
import mimetypes
import re
import sys
from pathlib import Path
from uuid import UUID

from bazgoo.errors import CursorInvalid, SampleNotFound
from bazgoo.server.database import Database
from bazgoo.server.trainings import repository
from bazgoo.server.trainings.places import Place
from bazgoo.server.trainings.schemas import (
    CheckpointOut,
    Checkpoints,
    History,
    LogLines,
    MetricsOut,
    SampleOut,
    Samples,
)
from bazgoo.server.trainings.service import read
from bazgoo.settings import Settings

TAIL_BYTES = 1 << 18
"""Of a log is read at most."""


async def metrics(
    database: Database, user_id: UUID, job_id: UUID, *, cursor: str | None, limit: int
) -> History:
    """A page of the history; raises TrainingNotFound, CursorInvalid."""
    await read(database, user_id, job_id)
    after = _step(cursor)
    async with database.session() as session:
        rows = await repository.list_metrics(session, job_id, after, limit + 1)
    last = rows[limit - 1] if len(rows) > limit else None
    items = [MetricsOut.of(row) for row in rows[:limit]]
    return History(items=items, next_cursor=str(last.step) if last else None)


def _step(cursor: str | None) -> int:
    if cursor is None:
        return -1
    if not re.fullmatch(r"\d{1,18}", cursor, re.ASCII):
        raise CursorInvalid
    return int(cursor)


async def checkpoints(database: Database, user_id: UUID, job_id: UUID) -> Checkpoints:
    """The saved states; raises TrainingNotFound."""
    await read(database, user_id, job_id)
    async with database.session() as session:
        rows = await repository.list_checkpoints(session, job_id)
    return Checkpoints(items=[CheckpointOut.of(row) for row in rows])


async def samples(database: Database, user_id: UUID, job_id: UUID) -> Samples:
    """What there is to hear and to see; raises TrainingNotFound."""
    await read(database, user_id, job_id)
    async with database.session() as session:
        rows = await repository.list_samples(session, job_id)
    return Samples(items=[SampleOut.of(row) for row in rows])


async def sample_file(
    database: Database, settings: Settings, user_id: UUID, job_id: UUID, sample_id: UUID
) -> tuple[Path, str]:
    """The file of a sample and what kind it is; raises TrainingNotFound, SampleNotFound."""
    await read(database, user_id, job_id)
    async with database.session() as session:
        row = await repository.find_sample(session, job_id, sample_id)
    if row is None:
        raise SampleNotFound
    return await asyncio.to_thread(file_of, settings, job_id, row.file)


def file_of(settings: Settings, job_id: UUID, name: str) -> tuple[Path, str]:
    """A file among the samples of a run; raises SampleNotFound, also for one that lies elsewhere."""
    folder = Place(settings.trainings_dir, job_id).run.samples.resolve()
    path = (folder / name).resolve()
    if not path.is_relative_to(folder) or not path.is_file():
        raise SampleNotFound
    return path, mimetypes.guess_type(path.name)[0] or "application/octet-stream"


async def log_lines(
    database: Database, settings: Settings, user_id: UUID, job_id: UUID, lines: int
) -> LogLines:
    """The last lines that the trainer printed; raises TrainingNotFound."""
    await read(database, user_id, job_id)
    return LogLines(lines=(await asyncio.to_thread(_tail, settings, job_id))[-lines:])


def _tail(settings: Settings, job_id: UUID) -> list[str]:
    """The end of the log, without where this machine keeps its files."""
    try:
        with Place(settings.trainings_dir, job_id).run.log.open("rb") as file:
            size = file.seek(0, 2)
            file.seek(max(0, size - TAIL_BYTES))
            content = file.read().decode("utf-8", "replace")
    except FileNotFoundError:
        return []
    for place in (str(settings.data_dir), str(Path(__file__).parents[3]), sys.prefix, str(Path.home())):
        content = content.replace(place, "…")
    # a bar that is drawn again and again on one line is shown as it was in the end
    return [line.rpartition("\r")[2] for line in content.replace("\r\n", "\n").splitlines()]
