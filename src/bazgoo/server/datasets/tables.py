"""The table of datasets, as migrations 0001 and 0005 make it."""

from datetime import datetime
from decimal import Decimal
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import BigInteger, FetchedValue, ForeignKey, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from bazgoo.server.accounts.tables import Base, User

DatasetStatus = Literal["importing", "checking", "ready", "failed"]
DatasetType = Literal["audio", "text", "csv"]


class DatasetRow(Base):
    """A dataset of a person; its records lie in the folder `datasets/<id>/`, and this row says how it is."""

    __tablename__ = "datasets"
    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=FetchedValue())
    user_id: Mapped[UUID] = mapped_column(ForeignKey(User.id))
    name: Mapped[str]
    type: Mapped[DatasetType] = mapped_column(Text)
    file_path: Mapped[str | None]
    size_mb: Mapped[Decimal] = mapped_column(server_default=FetchedValue())
    """Of what is kept; while it is brought in, of what came."""
    record_count: Mapped[int] = mapped_column(server_default=FetchedValue())
    duration_s: Mapped[float | None]
    details: Mapped[dict[str, Any]] = mapped_column("metadata", JSONB, default=dict)
    """`license`, `consent`, `source`, and what its import and its check found."""
    status: Mapped[DatasetStatus] = mapped_column(Text)
    stage: Mapped[str | None]
    progress: Mapped[float] = mapped_column(server_default=FetchedValue())
    accepted: Mapped[int] = mapped_column(server_default=FetchedValue())
    rejected: Mapped[int] = mapped_column(server_default=FetchedValue())
    seq: Mapped[int] = mapped_column(BigInteger, server_default=FetchedValue())
    """Rises with every change that is told."""
    error: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    """`{code, message, message_en, data}`."""
    work: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    """What a worker has to do: `{do: pull|import|check, …}`; kept until it is done."""
    attempts: Mapped[int] = mapped_column(server_default=FetchedValue())
    """How often a worker has begun it."""
    claim: Mapped[UUID | None]
    """Which run of which worker does it."""
    beat_at: Mapped[datetime | None]
    """The last sign of life of that run."""
    created_at: Mapped[datetime] = mapped_column(server_default=FetchedValue())
