"""The files of an installed model, handed out one by one to a page that runs it."""

import asyncio
from typing import TYPE_CHECKING
from uuid import UUID

from fastapi import Request
from fastapi.responses import FileResponse, Response

from bazgoo.errors import ModelDamaged, ModelFileNotFound, ModelFilesClosed
from bazgoo.server.accounts.identity import Caller
from bazgoo.server.database import Database
from bazgoo.server.sources.installed.schemas import ModelFileOut, ModelFiles
from bazgoo.server.sources.installed.service import find, may_remove

if TYPE_CHECKING:
    from bazgoo.server.sources.desk import Desk
    from bazgoo.store import Manifest


async def list_files(database: Database, desk: "Desk", caller: Caller, model_id: UUID) -> ModelFiles:
    """Every file of a model; raises ModelNotFound, ModelFilesClosed."""
    manifest = await _manifest(database, desk, caller, model_id)
    return ModelFiles(items=[ModelFileOut(path=file.path, size_bytes=file.size) for file in manifest.files])


async def read_file(
    database: Database, desk: "Desk", caller: Caller, model_id: UUID, path: str
) -> FileResponse:
    """One file that the manifest names, whole or in part; raises ModelFileNotFound, ModelDamaged."""
    manifest = await _manifest(database, desk, caller, model_id)
    told = next((file for file in manifest.files if file.path == path), None)
    if told is None:
        raise ModelFileNotFound(file=path, model=manifest.name)
    folder = desk.shelf.folder(manifest.id).resolve()
    there = (folder / path).resolve()
    if not there.is_relative_to(folder) or not there.is_file() or there.stat().st_size != told.size:
        raise ModelDamaged(file=path, model=manifest.name)
    headers = {"ETag": f'"{told.sha256}"', "Cache-Control": "private, no-cache"}
    return FileResponse(there, media_type="application/octet-stream", headers=headers)


def unless_known(request: Request, file: FileResponse) -> Response:
    """``file``, or only that it is still the same to who has it already."""
    tag = file.headers["ETag"]
    if tag not in request.headers.get("if-none-match", ""):
        return file
    return Response(status_code=304, headers={"ETag": tag, "Cache-Control": file.headers["Cache-Control"]})


async def _manifest(database: Database, desk: "Desk", caller: Caller, model_id: UUID) -> "Manifest":
    async with database.session() as session:
        model = await find(session, model_id)
        if not may_remove(model, caller):
            raise ModelFilesClosed(model=model.name)
    return await asyncio.to_thread(desk.shelf.find, str(model_id))
