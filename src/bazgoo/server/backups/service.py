"""Backups as an admin has them made, saves and deletes them."""

import asyncio
from datetime import UTC, datetime, timedelta

import jwt

from bazgoo.errors import BackupNotFound, BackupRunning, Language, LinkExpired
from bazgoo.server import audit
from bazgoo.server.accounts.tables import User
from bazgoo.server.backups import cupboard, repository
from bazgoo.server.backups.cupboard import Kept
from bazgoo.server.backups.schemas import (
    BackupDeleted,
    BackupFailure,
    BackupOut,
    BackupRunOut,
    Backups,
    BackupTicket,
    BackupWish,
)
from bazgoo.server.database import Database
from bazgoo.server.listing import Position, write_cursor
from bazgoo.server.signing import signing_key
from bazgoo.settings import Settings

TICKET_S = 300
_AUDIENCE = "backup"


async def list_backups(
    database: Database, settings: Settings, language: Language, *, after: Position | None, limit: int
) -> Backups:
    """What there is, and how the last run ended."""
    every = await asyncio.to_thread(cupboard.kept_in, settings.backups_dir)
    found = [each for each in every if after is None or (each.created_at, each.id) < after]
    async with database.session() as session:
        last = await repository.find_last(session)
    there_is_more = len(found) > limit
    return Backups(
        items=[BackupOut.of(each) for each in found[:limit]],
        next_cursor=write_cursor((found[limit - 1].created_at, found[limit - 1].id))
        if there_is_more
        else None,
        failure=BackupFailure.of(last, language),
        every_hours=settings.backup_every_hours,
        keep=settings.backup_keep,
        sealed=settings.backup_password is not None,
    )


async def ask(database: Database, wish: BackupWish, *, by: User, address: str) -> BackupRunOut:
    """Have one made; raises BackupRunning."""
    async with database.session() as session:
        run = await repository.ask(session, user_id=by.id, scheduled=False, **wish.model_dump())
        if run is None:
            raise BackupRunning
        await audit.note(
            session, action="backup_made", user=by, target=run.id, address=address, details=wish.model_dump()
        )
    return BackupRunOut.of(run)


async def read_running(database: Database) -> BackupRunOut | None:
    """The one that is being made."""
    async with database.session() as session:
        run = await repository.find_unfinished(session)
    return BackupRunOut.of(run) if run else None


async def cancel(database: Database, *, by: User, address: str) -> BackupRunOut:
    """Stop the one that is being made; its worker notices within a second. Raises BackupNotFound."""
    async with database.session() as session:
        run = await repository.find_unfinished(session, lock=True)
        if run is None:
            raise BackupNotFound(name="running")
        run.status, run.claim = "cancelled", None
        await audit.note(session, action="job_cancelled", user=by, target=run.id, address=address)
    return BackupRunOut.of(run)


async def find(settings: Settings, name: str) -> Kept:
    """A backup by its name; raises BackupNotFound."""
    return await asyncio.to_thread(cupboard.find, settings.backups_dir, name)


async def note_download(database: Database, name: str, *, by: User, address: str) -> None:
    """Note who took one away."""
    async with database.session() as session:
        await audit.note(session, action="backup_downloaded", user=by, target=name, address=address)


async def remove(
    database: Database, settings: Settings, name: str, *, by: User, address: str
) -> BackupDeleted:
    """Delete one; raises BackupNotFound, BackupIsBase."""
    async with database.session() as session:
        kept = await asyncio.to_thread(cupboard.remove, settings.backups_dir, name)
        await audit.note(session, action="backup_deleted", user=by, target=name, address=address)
    return BackupDeleted(name=name, freed_bytes=kept.size_bytes)


async def make_ticket(
    database: Database, settings: Settings, name: str, *, by: User, address: str
) -> BackupTicket:
    """A link for five minutes; raises BackupNotFound."""
    kept = await find(settings, name)
    until = datetime.now(UTC) + timedelta(seconds=TICKET_S)
    told = {"sub": kept.name, "aud": _AUDIENCE, "exp": until}
    ticket = jwt.encode(told, signing_key(settings), algorithm="HS256")
    await note_download(database, name, by=by, address=address)
    return BackupTicket(url=f"/api/admin/backups/link/{ticket}", expires_in=TICKET_S)


async def read_ticket(settings: Settings, ticket: str) -> Kept:
    """The backup that a ticket is for; raises LinkExpired, BackupNotFound."""
    try:
        told = jwt.decode(ticket, signing_key(settings), algorithms=["HS256"], audience=_AUDIENCE)
        name = str(told["sub"])
    except (jwt.InvalidTokenError, KeyError):
        raise LinkExpired from None
    return await find(settings, name)
