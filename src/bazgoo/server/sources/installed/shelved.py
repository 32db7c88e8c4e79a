"""The table of models and the shelf, brought to agree: what is on the disk is what counts."""

import asyncio
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bazgoo.server.database import Database
from bazgoo.server.sources.downloads.repository import lock_queue
from bazgoo.server.sources.tables import Model

if TYPE_CHECKING:
    from bazgoo.store import Manifest, Shelf

TOLD = ("format", "engine", "why_not", "license", "revision", "commit")
"""What of a manifest the table keeps."""
Found = list[tuple["Manifest", list[str]]]
"""The models on the shelf, each with the files that are missing."""
Marks = dict[str, list[int]]
"""Damaged files, and what tells each from another that is put in its place: its inode, size and time."""


def look_at_shelf(shelf: "Shelf") -> Found:
    """Every model on the shelf with the files that are gone; asks the disk."""
    return [(manifest, shelf.missing(manifest)) for manifest in shelf.models()]


async def reconcile(database: Database, shelf: "Shelf") -> None:
    """Make a row of every model on the shelf, and say of every row whose files are gone that they are."""
    found = await asyncio.to_thread(look_at_shelf, shelf)
    async with database.session() as session:
        await lock_queue(session)
        rows = {str(model.id): model for model in await session.scalars(select(Model))}
        for manifest, missing in found:
            await _agree(session, shelf, rows.pop(manifest.id, None), manifest, missing)
        for model in rows.values():
            # what is on its way is not on the shelf yet; what is only offered never was
            if model.status == "installed" or "missing" in model.details:
                model.status = "failed"
                model.details = model.details | {"missing": model.details.get("files") or ["bazgoo.json"]}


def mark(shelf: "Shelf", model_id: str, path: str) -> list[int]:
    """What tells a file of a model from another that is put in its place; empty where there is none."""
    try:
        status = (shelf.folder(model_id) / path).stat()
    except OSError:
        return []
    return [status.st_ino, status.st_size, status.st_mtime_ns]


async def _agree(
    session: AsyncSession, shelf: "Shelf", model: Model | None, manifest: "Manifest", missing: Sequence[str]
) -> None:
    if model is None:
        model = Model(id=UUID(manifest.id), details={})
        session.add(model)
    elif model.status == "downloading" or (model.status == "failed" and "missing" not in model.details):
        return  # a download has the word
    marks: Marks = model.details.get("damaged", {})
    damaged = {path: seen for path, seen in marks.items() if seen and mark(shelf, manifest.id, path) == seen}
    enter(model, manifest, missing, damaged)


def enter(
    model: Model, manifest: "Manifest", missing: Sequence[str] = (), damaged: Marks | None = None
) -> None:
    """Write into the row what the manifest tells; what is ``damaged`` is as good as missing."""
    missing = [*missing, *(path for path in damaged or {} if path not in missing)]
    kept = {name: model.details[name] for name in ("owner", "key", "lineage") if name in model.details}
    told: dict[str, Any] = {name: getattr(manifest, name) for name in TOLD}
    told |= {"voices": list(manifest.voices), "files": [file.path for file in manifest.files]}
    details = (
        kept | told | ({"missing": missing} if missing else {}) | ({"damaged": damaged} if damaged else {})
    )
    values: dict[str, Any] = {
        "name": manifest.name,
        "type": manifest.type,
        "repo_id": manifest.repo_id,
        "size_mb": Decimal(manifest.size_bytes) / 1024 / 1024,
        "status": "failed" if missing else "installed",
        "download_progress": 100,
        "file_path": f"models/{manifest.id}",
        "details": details,
    }
    for name, value in values.items():
        if name == "size_mb" and model.size_mb is not None and abs(model.size_mb - value) < Decimal("0.001"):
            continue  # the database rounds
        if getattr(model, name, None) != value:
            setattr(model, name, value)
