"""What is installed: seen, uninstalled, brought in from files, handed out as a bundle."""

import asyncio
import shutil
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import jwt
from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bazgoo.errors import (
    BazgooError,
    Language,
    LinkExpired,
    ModelFilesClosed,
    ModelInUse,
    ModelNotFound,
    ModelNotYours,
    QuotaExceeded,
    UploadTooLarge,
)
from bazgoo.server import audit
from bazgoo.server.accounts.identity import Caller
from bazgoo.server.database import Database
from bazgoo.server.quotas import service as quotas
from bazgoo.server.quotas.repository import disk_mb
from bazgoo.server.signing import signing_key
from bazgoo.server.sources.downloads import wishes
from bazgoo.server.sources.downloads.repository import lock_queue, model_is_wanted
from bazgoo.server.sources.installed.schemas import (
    BundleTicket,
    DiskUse,
    InstalledModel,
    InstalledModels,
    Uninstalled,
)
from bazgoo.server.sources.installed.shelved import enter, reconcile
from bazgoo.server.sources.tables import Download, Model
from bazgoo.settings import Settings

if TYPE_CHECKING:
    from bazgoo.server.sources.desk import Desk

TICKET_S = 300
_AUDIENCE = "bundle"


async def list_installed(
    database: Database, desk: "Desk", caller: Caller, language: Language
) -> InstalledModels:
    """Every installed model, also those whose files somebody has deleted by hand."""
    await reconcile(database, desk.shelf)
    async with database.session() as session:
        here = or_(Model.status == "installed", Model.details.has_key("missing"))
        models = list(
            await session.scalars(select(Model).where(here).order_by(Model.created_at.desc(), Model.id))
        )
    items = [shown(model, desk, caller, language) for model in models]
    used = sum(round((item.size_mb or 0) * 1024 * 1024) for item in items if item.status == "installed")
    return InstalledModels(
        items=items, disk=DiskUse(used_bytes=used, free_bytes=_free(desk.shelf.models_dir))
    )


def shown(model: Model, desk: "Desk", caller: Caller, language: Language) -> InstalledModel:
    """An installed model as ``caller`` sees it."""
    told = {name: model.details.get(name) for name in ("revision", "commit", "format", "engine", "license")}
    return InstalledModel(
        id=model.id,
        name=model.name,
        type=model.type,
        repo_id=model.repo_id,
        size_mb=float(model.size_mb) if model.size_mb is not None else None,
        status=model.status,
        why_not=desk.why_not(model.details.get("why_not"), language),
        voices=model.details.get("voices", []),
        missing=model.details.get("missing", []),
        can_remove=may_remove(model, caller),
        created_at=model.created_at,
        updated_at=model.updated_at,
        **told,
    )


def may_remove(model: Model, caller: Caller) -> bool:
    """An admin may, and who brought it; anyone, where that is not known."""
    return caller.is_admin or model.details.get("owner") in (None, str(caller.user.id))


async def uninstall(
    database: Database, desk: "Desk", caller: Caller, model_id: UUID, address: str
) -> Uninstalled:
    """Remove a model from the disk and the table; raises ModelNotFound, ModelNotYours, ModelInUse."""
    await reconcile(database, desk.shelf)
    async with database.session() as session:
        await lock_queue(session)
        model = await find(session, model_id)
        if not may_remove(model, caller):
            raise ModelNotYours(model=model.name)
        if await model_is_wanted(session, model_id, running=True):
            raise ModelInUse(model=model.name)
        freed = await asyncio.to_thread(desk.shelf.remove, str(model_id))
        await session.delete(model)
        told = {"name": model.name, "repo_id": model.repo_id}
        await audit.note(
            session,
            action="installed_removed",
            user=caller.user,
            target=model_id,
            address=address,
            details=told,
        )
    return Uninstalled(id=model_id, freed_bytes=freed)


async def room_for(database: Database, settings: Settings, caller: Caller) -> tuple[int, BazgooError]:
    """How many megabytes a person may import, and what to say to more; raises QuotaExceeded."""
    async with database.session() as session:
        quota_mb = (await quotas.allowed(session, settings, caller.user.id)).disk_mb
        used_mb = await disk_mb(session, caller.user.id)
    left_mb = settings.max_upload_mb if quota_mb is None else int(quota_mb - used_mb)
    if left_mb <= 0:
        raise QuotaExceeded(limit_mb=quota_mb)
    if left_mb < settings.max_upload_mb:
        return left_mb, QuotaExceeded(limit_mb=quota_mb)
    return settings.max_upload_mb, UploadTooLarge(limit_mb=settings.max_upload_mb)


async def mend(
    database: Database, settings: Settings, desk: "Desk", caller: Caller, model_id: UUID
) -> tuple[Download, bool]:
    """Bring again what is missing or damaged of a model; raises ModelNotFound, ModelNotYours, ModelNotFromHub."""
    async with database.session() as session:
        model = await find(session, model_id)
        if not may_remove(model, caller):
            raise ModelNotYours(model=model.name)
    return await wishes.mend(database, settings, desk, caller.user.id, model_id)


async def bring_in(
    database: Database,
    settings: Settings,
    desk: "Desk",
    caller: Caller,
    language: Language,
    *,
    files: Sequence[Path],
    names: Sequence[str],
) -> list[InstalledModel]:
    """Install what was uploaded.

    Raises ImportUnusable, BundleUnsafe, BundleDamaged, NoRoomForDownload, QuotaExceeded.
    """
    async with database.session() as session:  # others of the same person may have come meanwhile
        size_bytes = sum(path.stat().st_size for path in files)
        await quotas.check_disk(session, settings, caller.user.id, size_bytes)
    manifests = await asyncio.to_thread(desk.bring_in, files, names)
    async with database.session() as session:
        await lock_queue(session)
        models = []
        for manifest in manifests:
            model = await session.get(Model, UUID(manifest.id))
            if model is None:
                model = Model(id=UUID(manifest.id), details={"owner": str(caller.user.id)})
                session.add(model)
            enter(model, manifest)
            models.append(model)
        await session.flush()
        for model in models:
            await session.refresh(model)
    return [shown(model, desk, caller, language) for model in models]


async def make_ticket(
    database: Database, settings: Settings, desk: "Desk", caller: Caller, model_id: UUID
) -> BundleTicket:
    """A link for five minutes under which a browser can save the bundle.

    Raises ModelNotFound, ModelFilesClosed, ModelDamaged.
    """
    async with database.session() as session:
        model = await find(session, model_id)
        if not may_remove(model, caller):
            raise ModelFilesClosed(model=model.name)
    _, size, _ = await asyncio.to_thread(desk.bundle, model_id)
    until = datetime.now(UTC) + timedelta(seconds=TICKET_S)
    ticket = jwt.encode(
        {"sub": str(model_id), "aud": _AUDIENCE, "exp": until}, signing_key(settings), algorithm="HS256"
    )
    return BundleTicket(url=f"/api/sources/bundle/{ticket}", size_bytes=size, expires_in=TICKET_S)


def read_ticket(settings: Settings, ticket: str) -> UUID:
    """The model that a ticket is for; raises LinkExpired."""
    try:
        told = jwt.decode(ticket, signing_key(settings), algorithms=["HS256"], audience=_AUDIENCE)
        return UUID(told["sub"])
    except (jwt.InvalidTokenError, KeyError, ValueError):
        raise LinkExpired from None


async def find(session: AsyncSession, model_id: UUID) -> Model:
    """The row of an installed model; raises ModelNotFound."""
    model = await session.get(Model, model_id)
    if model is None or not (model.status == "installed" or "missing" in model.details):
        raise ModelNotFound(model=str(model_id))
    return model


def _free(models_dir: Path) -> int:
    there = next(folder for folder in (models_dir, *models_dir.parents) if folder.exists())
    return shutil.disk_usage(there).free
