"""A dataset arrives as a file: streamed to the disk, then worked on, while whoever sent it waits a little."""

import asyncio
import shutil
from pathlib import Path
from typing import Any
from uuid import UUID

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError

from bazgoo.server.database import Database
from bazgoo.server.datasets import repository
from bazgoo.server.datasets.failing import error_from
from bazgoo.server.datasets.holding import Holding
from bazgoo.server.datasets.places import Places
from bazgoo.server.datasets.quotas import Room
from bazgoo.server.datasets.schemas import NewDataset
from bazgoo.server.datasets.service import begin, delete
from bazgoo.server.datasets.tables import DatasetRow, DatasetType
from bazgoo.server.datasets.telling import tell
from bazgoo.server.uploads import Upload, Uploads, received
from bazgoo.settings import Settings

WAIT_S = 25.0
"""How long an answer waits for the whole dataset, if anybody works: browsers and proxies wait for half a minute."""
LOOK_EVERY_S = 0.1
TABLES: dict[str, DatasetType] = {".csv": "csv", ".tsv": "csv", ".jsonl": "text", ".txt": "text"}
"""What a file is taken for by its ending, when nobody says."""


async def take_in(request: Request, database: Database, settings: Settings, user_id: UUID) -> DatasetRow:
    """The dataset of a request, finished if that does not take long.

    Raises RequestInvalid, QuotaExceeded, DatasetTooLarge, DiskFull, and what an import fails with meanwhile; then
    nothing of it is kept.
    """
    room = await Room.of(database, settings, user_id)
    async with received(
        *(request, settings.data_dir / "uploads", room.limit_mb),
        wanted=frozenset({"file", "script"}),
        too_large=room.refusal,
    ) as uploads:
        said = _said(uploads)
        file = uploads.find("file")
        if file is None:
            return await _make_empty(database, settings, user_id, said)
        row = await _begin(database, settings, user_id, said, file, uploads.find("script"))
    patience_s = WAIT_S if await database.count_workers() else 0.0
    return await _wait(Holding(database, settings, user_id, row.id), patience_s)


def _said(uploads: Uploads) -> NewDataset:
    """What is said beside the file; empty fields say nothing."""
    try:
        return NewDataset.model_validate(
            {name: text for name, text in uploads.fields.items() if text.strip()}
        )
    except ValidationError as error:
        complaints = [{**each, "loc": ("body", *each["loc"])} for each in error.errors()]
        raise RequestValidationError(complaints) from None


def new_row(user_id: UUID, name: str, kind: DatasetType, **details: Any) -> DatasetRow:
    """A dataset that has nothing yet."""
    return DatasetRow(user_id=user_id, name=name, type=kind, status="ready", details=details, seq=0)


async def _make_empty(database: Database, settings: Settings, user_id: UUID, said: NewDataset) -> DatasetRow:
    """A dataset to record into."""
    kept = said.model_dump(include={"license", "consent"}, exclude_none=True)
    async with database.session() as session:
        row = new_row(user_id, said.name or "ضبط‌های من", said.type or "audio", **kept)
        row.progress = 100.0
        session.add(row)
        await session.flush()
        row.file_path = f"datasets/{row.id}"
        await session.flush()
        await session.refresh(row)
        folder = Places(settings.datasets_dir, row.id).folder
        await asyncio.to_thread(_create, folder, row.name, row.type, kept)
    return row


def _create(folder: Path, name: str, kind: DatasetType, facts: dict[str, str]) -> None:
    from bazgoo.datasets import Dataset  # noqa: PLC0415 - a start needs no datasets

    with Dataset.create(folder, name, kind) as dataset:
        for fact in facts.items():
            dataset.set_fact(*fact)


async def _begin(  # noqa: PLR0917  each is another thing that came
    database: Database,
    settings: Settings,
    user_id: UUID,
    said: NewDataset,
    file: Upload,
    script: Upload | None,
) -> DatasetRow:
    """A dataset whose file waits for a worker."""
    ending = Path(file.name).suffix.lower()
    stem = shown_name(Path(file.name.replace("\\", "/")).name.split(".")[0]).strip()
    details = said.model_dump(include={"license", "consent"}, exclude_none=True) | {
        "source": shown_name(file.name)
    }
    size_bytes = file.path.stat().st_size
    async with database.session() as session:
        await repository.lock_work(session)  # others of the same person may have come meanwhile
        (await Room.left(session, settings, user_id)).check(size_bytes)
        row = new_row(
            user_id, said.name or stem or "بی‌نام", said.type or TABLES.get(ending, "audio"), **details
        )
        row.size_mb = repository.megabytes(size_bytes)
        session.add(row)
        await session.flush()
        incoming = Places(settings.datasets_dir, row.id).incoming
        name = safe_name(file.name)
        has_script = await asyncio.to_thread(_keep, incoming, file.path, name, script, said.script)
        begin(row, {"do": "import", "file": name, "script": has_script})
        await session.flush()
        await tell(session, row, row.id)
        await repository.hand_out(session)
    return row


SCRIPT = "script.txt"
"""What the script of a long recording is called beside it."""


def _keep(incoming: Path, file: Path, name: str, script: Upload | None, script_text: str | None) -> bool:
    """Put what came where a worker finds it; whether there is a script."""
    (incoming / "file").mkdir(parents=True)
    shutil.move(file, incoming / "file" / name)
    if script is not None:
        shutil.move(script.path, incoming / SCRIPT)
    elif script_text:
        (incoming / SCRIPT).write_text(script_text, "utf-8")
    return script is not None or bool(script_text)


def safe_name(name: str) -> str:
    """The last part of a sender's name for a file, with nothing in it that a disk minds."""
    last = name.replace("\\", "/").rpartition("/")[2]
    kept = "".join(letter if letter.isalnum() or letter in "-_. " else "_" for letter in last).strip(" .")
    return kept.encode()[-200:].decode("utf-8", "ignore").strip(" .") or "file"


def shown_name(name: str) -> str:
    """A sender's name for a file as it may be kept and shown."""
    return "".join(letter for letter in name if letter.isprintable() or letter == "\u200c")[:200]


async def _wait(holding: Holding, patience_s: float) -> DatasetRow:
    """The dataset once it is finished, or as it is after a while; raises what its import failed with."""
    until = asyncio.get_running_loop().time() + patience_s
    while True:
        row = await holding.row()
        if row.status == "failed":
            assert row.error
            await delete(holding)
            raise error_from(row.error)
        if row.work is None or asyncio.get_running_loop().time() > until:
            return row
        await asyncio.sleep(LOOK_EVERY_S)
