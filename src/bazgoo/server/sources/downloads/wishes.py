"""What people want to have: a request becomes a download, or joins the one that there is."""

import asyncio
import logging
from glob import escape
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from bazgoo.errors import BazgooError, ModelNotFromHub
from bazgoo.server.database import Database
from bazgoo.server.quotas.service import check_disk
from bazgoo.server.sources.access import Access, of_user
from bazgoo.server.sources.downloads import repository
from bazgoo.server.sources.downloads.planned import Planned, model_key, request_key
from bazgoo.server.sources.downloads.schemas import DownloadRequest
from bazgoo.server.sources.downloads.telling import tell
from bazgoo.server.sources.tables import Download, Model
from bazgoo.settings import Settings

if TYPE_CHECKING:
    from bazgoo.server.sources.desk import Desk

log = logging.getLogger(__name__)

RECOMMENDED = DownloadRequest(repo_id="rhasspy/piper-voices", voice="fa_IR-amir-medium")
"""The voice to begin with."""


async def ask(
    database: Database, settings: Settings, desk: "Desk", user_id: UUID, wanted: DownloadRequest
) -> tuple[Download, bool]:
    """The download of what is wanted, and whether it is new; an equal one that is unfinished goes on.

    What can be known at once is refused at once: raises what the Hub refuses with, NothingToDownload,
    NoRoomForDownload, QuotaExceeded.
    """
    key = request_key(wanted.repo_id, wanted.revision, wanted.files, wanted.voice)
    async with database.session() as session:
        if joined := await _join(session, settings, user_id, key):
            return joined, False
        access = await of_user(session, settings, user_id)
    planned = await desk.plan(access, wanted.repo_id, wanted.revision, wanted.files or (), wanted.voice)
    async with database.session() as session:
        candidates = await repository.list_models_of(session, planned.plan.repo_id)
    same = await _same(desk, candidates, planned)
    if same is None:
        desk.check_room(planned)
    async with database.session() as session:
        await repository.lock_queue(session)
        return await _begin(
            session, settings, user_id, wanted=wanted, planned=planned, access=access, same=same
        )


async def mend(
    database: Database, settings: Settings, desk: "Desk", user_id: UUID, model_id: UUID
) -> tuple[Download, bool]:
    """The download that brings what is missing or damaged of an installed model, and whether it is new.

    It brings the very commit that was installed; files that are whole are not sent again.  Raises ModelNotFromHub,
    and what ``ask`` raises.
    """
    async with database.session() as session:
        model = await session.get_one(Model, model_id)
        if model.repo_id is None:
            raise ModelNotFromHub(model=model.name)
        asked = await repository.find_request(session, model_id)
        access = await of_user(session, settings, user_id)
    files = {"files": [escape(path) for path in model.details.get("files", [])] or None}
    told = {"repo_id": model.repo_id, "revision": model.details.get("commit")}
    again = DownloadRequest.model_construct(**(asked or files) | told)
    planned = await desk.plan(access, again.repo_id, again.revision, again.files or (), again.voice)
    desk.check_room(planned)
    async with database.session() as session:
        await repository.lock_queue(session)
        key = request_key(again.repo_id, again.revision, again.files, again.voice)
        if joined := await _join(session, settings, user_id, key):
            return joined, False
        download = Download(user_id=user_id, request_key=key, seq=0)
        for name, value in _asked(again, planned, model_id).items():
            setattr(download, name, value)
        session.add(download)
        await put_in_queue(session, settings, download)
        await session.refresh(download)
        return download, True


async def bring_recommended(database: Database, settings: Settings, desk: "Desk", user_id: UUID) -> None:
    """Ask for the recommended voice unless a Piper voice is there; a Hub out of reach is no failure here."""
    manifests = await asyncio.to_thread(desk.shelf.models)
    if any(manifest.engine == "piper" for manifest in manifests):
        return
    try:
        await ask(database, settings, desk, user_id, RECOMMENDED)
    except BazgooError as error:
        log.warning("the recommended voice was not asked for: %s", error)


async def _join(session: AsyncSession, settings: Settings, user_id: UUID, key: str) -> Download | None:
    """The unfinished download of an equal request, going on if it was paused."""
    await repository.lock_queue(session)
    found = await repository.find_equal(session, user_id, key)
    if found is None or found.status == "failed" or found.model_id is None:
        return None  # it is begun again, with a new plan
    if found.status == "paused":
        await put_in_queue(session, settings, found)
    return found


async def put_in_queue(session: AsyncSession, settings: Settings, download: Download) -> None:
    """Let a download wait for its turn, and begin at once if it is its turn."""
    download.status, download.error, download.error_message, download.claim = "pending", None, None, None
    download.seq += 1
    await session.flush()
    await tell(session, download, download.id)
    await repository.hand_out(session, settings.max_downloads)


async def _same(desk: "Desk", candidates: list[Model], planned: Planned) -> Model | None:
    """The installed model that has every file of the plan."""
    for model in candidates:
        if model.status == "installed" and await asyncio.to_thread(desk.has_all, model.id, planned.plan):
            return model
    return None


async def _begin(
    session: AsyncSession,
    settings: Settings,
    user_id: UUID,
    *,
    wanted: DownloadRequest,
    planned: Planned,
    access: Access,
    same: Model | None,
) -> tuple[Download, bool]:
    """A download of ``planned``, under the lock of the queue."""
    repo_id = planned.plan.repo_id  # as the Hub names it now
    key = request_key(repo_id, wanted.revision, wanted.files, wanted.voice)
    if joined := await _join(session, settings, user_id, key):
        return joined, False
    if same is not None:
        done = await _completed(session, user_id, wanted=wanted, planned=planned, model=same, key=key)
        return done, False
    model = await _model(session, user_id, wanted, planned, access)
    if model.details.get("owner") == str(user_id):  # what somebody else brings is theirs
        await check_disk(session, settings, user_id, planned.plan.size_bytes, but=model.id)
    unfinished = await repository.find_equal(session, user_id, key)
    download = unfinished or Download(user_id=user_id, request_key=key, seq=0)
    for name, value in _asked(wanted, planned, model.id).items():
        setattr(download, name, value)
    session.add(download)
    await put_in_queue(session, settings, download)
    await session.refresh(download)
    return download, True


def _asked(wanted: DownloadRequest, planned: Planned, model_id: UUID) -> dict[str, Any]:
    """The columns that say what a download brings."""
    return {
        "model_id": model_id,
        "repo_id": planned.plan.repo_id,
        "request": wanted.model_dump(exclude={"repo_id"}),
        "plan": planned.written(),
        "bytes_total": planned.plan.size_bytes,
    }


async def _completed(
    session: AsyncSession, user_id: UUID, *, wanted: DownloadRequest, planned: Planned, model: Model, key: str
) -> Download:
    """The completed download of a model that is installed already."""
    if found := await repository.find_completed(session, user_id, model.id):
        return found
    size = planned.plan.size_bytes
    download = Download(user_id=user_id, request_key=key, status="completed", progress=100, seq=1)
    for name, value in (_asked(wanted, planned, model.id) | {"plan": None, "bytes_downloaded": size}).items():
        setattr(download, name, value)
    session.add(download)
    await session.flush()
    download.started_at = download.completed_at = download.created_at
    await session.flush()
    return download


async def _model(
    session: AsyncSession, user_id: UUID, wanted: DownloadRequest, planned: Planned, access: Access
) -> Model:
    """The model that the files become: the one that others are bringing, an older state of it, or a new one."""
    repo_id = planned.plan.repo_id
    key = model_key(repo_id, wanted.files, wanted.voice, access.own)
    for model in await repository.list_models_of(session, repo_id):
        if model.details.get("key") == key:
            if model.status != "installed":
                model.status = "downloading"
            return model
    model = Model(
        name=wanted.voice or repo_id.rpartition("/")[2],
        type=planned.type,
        repo_id=repo_id,
        status="downloading",
        details={"owner": str(user_id), "key": key},
    )
    session.add(model)
    await session.flush()
    return model
