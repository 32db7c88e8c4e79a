"""The tables of what an admin has changed and of what people choose, as migration 0001 makes them."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import FetchedValue, ForeignKey
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from bazgoo.server.accounts.tables import Base, User


class InstallationSetting(Base):
    """One setting that an admin has changed."""

    __tablename__ = "installation_settings"
    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[Any] = mapped_column(JSONB)
    updated_at: Mapped[datetime] = mapped_column(server_default=FetchedValue())


class UserSetting(Base):
    """What a person has chosen; whoever has chosen nothing has no row."""

    __tablename__ = "user_settings"
    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=FetchedValue())
    user_id: Mapped[UUID] = mapped_column(ForeignKey(User.id))
    huggingface_token: Mapped[str | None]
    """Sealed."""
    huggingface_api_url: Mapped[str | None]
    auto_download: Mapped[bool] = mapped_column(server_default=FetchedValue())
    max_concurrent_downloads: Mapped[int] = mapped_column(server_default=FetchedValue())
    settings_json: Mapped[dict[str, Any]] = mapped_column(JSONB, server_default=FetchedValue())
    updated_at: Mapped[datetime] = mapped_column(
        server_default=FetchedValue(), server_onupdate=FetchedValue()
    )
