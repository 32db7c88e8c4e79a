"""How a run ends: completed, failed, or given back to the queue."""

from collections.abc import Set
from pathlib import Path
from uuid import UUID

from sqlalchemy import func

from bazgoo.errors import BazgooError, DatabaseUnavailable
from bazgoo.server.database import Database
from bazgoo.server.sources.downloads import repository
from bazgoo.server.sources.downloads.telling import error_of, tell, tell_complete, tell_error
from bazgoo.server.sources.installed.shelved import enter
from bazgoo.server.sources.tables import Download, Model
from bazgoo.store import Manifest

KEPT = (".parts", "bazgoo.json")


async def complete(database: Database, download_id: UUID, claim: UUID, manifest: Manifest) -> bool:
    """Write down that a model is installed and tell it; False when the run has lost its claim."""
    async with database.session() as session:
        await repository.lock_queue(session)
        download = await repository.change_claimed(
            session,
            download_id,
            claim,
            status="completed",
            progress=100,
            bytes_downloaded=func.coalesce(Download.bytes_total, 0),
            current_file=None,
            speed_bps=None,
            eta_s=None,
            plan=None,
            claim=None,
            completed_at=func.now(),
        )
        if download is None:
            return False
        model = await session.get(Model, UUID(manifest.id))
        if model is None:  # an admin may have deleted the row
            model = Model(id=UUID(manifest.id), details={"owner": str(download.user_id)})
            session.add(model)
        model.details = {name: value for name, value in model.details.items() if name != "missing"}
        enter(model, manifest)
        await tell(session, download, download.id)
        download.seq += 1
        await session.flush()
        await tell_complete(session, download, manifest.voices)
    return True


async def fail(
    database: Database, download_id: UUID, claim: UUID, error: BazgooError, *, outdated: bool
) -> bool:
    """Write down why a run failed and tell it; False when it has lost its claim."""
    values = {"plan": None} if outdated else {}
    async with database.session() as session:
        await repository.lock_queue(session)
        download = await repository.change_claimed(
            session,
            download_id,
            claim,
            status="failed",
            error=error_of(error),
            error_message=error.message("fa"),
            speed_bps=None,
            eta_s=None,
            claim=None,
            **values,
        )
        if download is None:
            return False
        model = await session.get(Model, download.model_id)
        if model is not None and model.status == "downloading":
            model.status = "failed"
        await tell(session, download, download.id)
        download.seq += 1
        await session.flush()
        await tell_error(session, download)
    return True


async def give_back(database: Database, download_id: UUID, claim: UUID) -> None:
    """Let another worker go on; without a database, it does so when our signs of life are missed."""
    try:
        async with database.session() as session:
            given = await repository.change_claimed(
                session, download_id, claim, status="pending", claim=None, speed_bps=None, eta_s=None
            )
            if given is not None:
                await tell(session, given, given.id)
    except DatabaseUnavailable:
        return


def remove_others(folder: Path, kept: Set[str]) -> None:
    """Remove the files that an older state of the model had and this one has not."""
    for path in sorted(folder.rglob("*"), reverse=True):
        name = path.relative_to(folder).as_posix()
        if name.split("/")[0] in KEPT or name in kept:
            continue
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        else:
            path.unlink()
