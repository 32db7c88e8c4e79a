"""The table of backups that were asked for, as migration 0008 makes it."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import FetchedValue, ForeignKey, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from bazgoo.server.accounts.tables import Base, User

RunStatus = Literal["waiting", "running", "completed", "failed", "cancelled"]


class BackupRun(Base):
    """One backup that was asked for, by a person or by the clock."""

    __tablename__ = "backup_runs"
    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=FetchedValue())
    created_at: Mapped[datetime] = mapped_column(server_default=FetchedValue())
    user_id: Mapped[UUID | None] = mapped_column(ForeignKey(User.id))
    files: Mapped[bool]
    incremental: Mapped[bool]
    scheduled: Mapped[bool]
    status: Mapped[RunStatus] = mapped_column(Text, server_default=FetchedValue())
    progress: Mapped[float] = mapped_column(server_default=FetchedValue())
    current: Mapped[str | None]
    """The table or the file that is being written."""
    name: Mapped[str | None]
    """What came of it."""
    error: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    """`{code, message, message_en, data}`."""
    attempts: Mapped[int] = mapped_column(server_default=FetchedValue())
    """How often a worker has begun it."""
    claim: Mapped[UUID | None]
    """Which run of which worker does it."""
    beat_at: Mapped[datetime | None]
    """The last sign of life of that run."""
    completed_at: Mapped[datetime | None]
