"""The table of what an admin has changed, as migration 0001 makes it."""

from datetime import datetime
from typing import Any

from sqlalchemy import FetchedValue
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from bazgoo.server.accounts.tables import Base


class InstallationSetting(Base):
    """One setting that an admin has changed."""

    __tablename__ = "installation_settings"
    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[Any] = mapped_column(JSONB)
    updated_at: Mapped[datetime] = mapped_column(server_default=FetchedValue())
