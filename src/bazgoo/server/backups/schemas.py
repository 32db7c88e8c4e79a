"""Backups as an admin sees them."""

from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel, Field

from bazgoo.errors import Language
from bazgoo.server.backups.cupboard import Kept
from bazgoo.server.backups.tables import BackupRun, RunStatus


class BackupOut(BaseModel):
    """One backup."""

    name: str
    created_at: datetime
    size_bytes: int
    kind: Literal["full", "incremental"]
    base: str | None = Field(description="What an incremental one begins from, and is nothing without.")
    encrypted: bool
    complete: bool = Field(description="Whether all that it begins from is here too.")
    files: bool = Field(description="With the files of models that the Hub has too.")
    scheduled: bool = Field(description="Made by itself, and taken away by itself.")

    @classmethod
    def of(cls, kept: Kept) -> "BackupOut":
        """As it is shown."""
        header = kept.header
        return cls(
            name=kept.name,
            created_at=header.created_at,
            size_bytes=kept.size_bytes,
            kind=header.kind,
            base=header.base_name,
            encrypted=header.seal is not None,
            complete=kept.complete,
            files=header.files,
            scheduled=header.scheduled,
        )


class BackupFailure(BaseModel):
    """Why a backup was not made."""

    at: datetime
    code: str
    message: str

    @classmethod
    def of(cls, run: BackupRun | None, language: Language) -> "BackupFailure | None":
        """The failure of the last run, if it failed."""
        if run is None or run.error is None or run.completed_at is None:
            return None
        told: dict[str, Any] = run.error
        message = told["message"] if language == "fa" else told["message_en"]
        return cls(at=run.completed_at, code=told["code"], message=message)


class Backups(BaseModel):
    """A page of backups, the newest first."""

    items: list[BackupOut]
    next_cursor: str | None = None
    failure: BackupFailure | None = Field(description="Why the last one was not made; null when it was.")
    every_hours: float = Field(description="How often one is made by itself; 0 is never.")
    keep: int = Field(description="How many of those are kept.")
    sealed: bool = Field(description="Whether new ones are encrypted.")


class BackupWish(BaseModel):
    """What a backup is to be like."""

    files: bool = Field(default=True, description="With the files of models that the Hub has too.")
    incremental: bool = Field(
        default=False, description="Only what the last full one has not; a full one where there is none."
    )


class BackupRunOut(BaseModel):
    """A backup that waits for a worker or is being made."""

    status: RunStatus
    progress: float = Field(description="0–100.")
    current: str | None = Field(description="The table or the file that is being written.")
    created_at: datetime

    @classmethod
    def of(cls, run: BackupRun) -> "BackupRunOut":
        """As it is shown."""
        return cls(status=run.status, progress=run.progress, current=run.current, created_at=run.created_at)


class BackupDeleted(BaseModel):
    """What was deleted."""

    name: str
    freed_bytes: int


class BackupTicket(BaseModel):
    """A link under which a browser can save a backup."""

    url: str
    expires_in: int = Field(description="Seconds.")
