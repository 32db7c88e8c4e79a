"""The table of the audit log, as migration 0007 makes it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, FetchedValue, ForeignKey
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from bazgoo.server.accounts.tables import Base, User


class AuditEntry(Base):
    """One deed; it outlives the account of who did it."""

    __tablename__ = "audit_log"
    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, server_default=FetchedValue())
    created_at: Mapped[datetime] = mapped_column(server_default=FetchedValue())
    user_id: Mapped[UUID | None] = mapped_column(ForeignKey(User.id))
    email: Mapped[str | None]
    action: Mapped[str]
    target: Mapped[str | None]
    address: Mapped[str | None]
    details: Mapped[dict[str, Any]] = mapped_column(JSONB, server_default=FetchedValue())
