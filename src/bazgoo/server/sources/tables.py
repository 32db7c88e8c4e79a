"""The tables of models and downloads, as migrations 0001 and 0003 make them."""

from datetime import datetime
from decimal import Decimal
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import BigInteger, FetchedValue, ForeignKey, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from bazgoo.server.accounts.tables import Base, User

DownloadStatus = Literal["pending", "downloading", "paused", "completed", "failed", "cancelled"]
ModelStatus = Literal["available", "downloading", "installed", "failed"]
ModelType = Literal["tts", "stt", "llm", "embedding", "classification"]

RUNNING = ("pending", "downloading")
"""A download that needs nobody to go on."""
UNFINISHED = (*RUNNING, "paused", "failed")
"""A download whose bytes are kept."""


class Model(Base):
    """A model, from the moment someone asks for it; its files lie in `models/<id>/`."""

    __tablename__ = "models"
    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=FetchedValue())
    name: Mapped[str]
    type: Mapped[ModelType] = mapped_column(Text)
    repo_id: Mapped[str | None]
    size_mb: Mapped[Decimal | None]
    status: Mapped[ModelStatus] = mapped_column(Text)
    download_progress: Mapped[float] = mapped_column(server_default=FetchedValue())
    file_path: Mapped[str | None]
    details: Mapped[dict[str, Any]] = mapped_column("metadata", JSONB, default=dict)
    """`owner`, `key` and what its manifest tells; `missing` when files were deleted by hand."""
    created_at: Mapped[datetime] = mapped_column(server_default=FetchedValue())
    updated_at: Mapped[datetime] = mapped_column(
        server_default=FetchedValue(), server_onupdate=FetchedValue()
    )


class Download(Base):
    """One person's download; the row is all its state."""

    __tablename__ = "download_queue"
    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=FetchedValue())
    model_id: Mapped[UUID | None] = mapped_column(ForeignKey(Model.id))
    user_id: Mapped[UUID] = mapped_column(ForeignKey(User.id))
    repo_id: Mapped[str]
    request: Mapped[dict[str, Any]] = mapped_column(JSONB)
    """What was asked for: `revision`, `files`, `voice`."""
    request_key: Mapped[str | None]
    """The same for equal requests."""
    plan: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    """The files of one commit; kept, so that going on needs no answer of the Hub's API."""
    endpoint: Mapped[str | None]
    """The mirror that its owner chose to go on over."""
    status: Mapped[DownloadStatus] = mapped_column(Text)
    seq: Mapped[int] = mapped_column(BigInteger, server_default=FetchedValue())
    """Rises with every change that is told."""
    progress: Mapped[float] = mapped_column(server_default=FetchedValue())
    bytes_downloaded: Mapped[int] = mapped_column(BigInteger, server_default=FetchedValue())
    bytes_total: Mapped[int | None] = mapped_column(BigInteger)
    current_file: Mapped[str | None]
    speed_bps: Mapped[float | None]
    eta_s: Mapped[float | None]
    error: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    """`{code, message, message_en}`."""
    error_message: Mapped[str | None]
    claim: Mapped[UUID | None]
    """Which run of which worker brings it."""
    beat_at: Mapped[datetime | None]
    """The last sign of life of that run."""
    started_at: Mapped[datetime | None]
    completed_at: Mapped[datetime | None]
    created_at: Mapped[datetime] = mapped_column(server_default=FetchedValue())
