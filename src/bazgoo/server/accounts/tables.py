"""The tables of accounts, as migration 0001 makes them."""

from datetime import datetime
from typing import Any, ClassVar, Literal
from uuid import UUID

from sqlalchemy import DateTime, FetchedValue, ForeignKey, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

Role = Literal["admin", "user"]


class Base(DeclarativeBase):
    """What the tables share: times know their zone, and the database fills in what it decides."""

    type_annotation_map: ClassVar[dict[Any, Any]] = {datetime: DateTime(timezone=True), str: Text, Role: Text}
    __mapper_args__ = {"eager_defaults": True}  # noqa: RUF012  as SQLAlchemy declares it


class User(Base):
    """A person's account."""

    __tablename__ = "users"
    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=FetchedValue())
    email: Mapped[str]
    username: Mapped[str]
    password_hash: Mapped[str]
    role: Mapped[Role]
    disabled: Mapped[bool] = mapped_column(server_default=FetchedValue())
    created_at: Mapped[datetime] = mapped_column(server_default=FetchedValue())
    updated_at: Mapped[datetime] = mapped_column(
        server_default=FetchedValue(), server_onupdate=FetchedValue()
    )


class AuthSession(Base):
    """One login: the family of its refresh tokens, and what its access tokens stand on."""

    __tablename__ = "auth_sessions"
    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=FetchedValue())
    user_id: Mapped[UUID] = mapped_column(ForeignKey(User.id))
    created_at: Mapped[datetime] = mapped_column(server_default=FetchedValue())
    last_used_at: Mapped[datetime] = mapped_column(server_default=FetchedValue())
    expires_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
    user_agent: Mapped[str | None]


class RefreshToken(Base):
    """One refresh token of a login, good for one use."""

    __tablename__ = "refresh_tokens"
    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=FetchedValue())
    session_id: Mapped[UUID] = mapped_column(ForeignKey(AuthSession.id))
    token_hash: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(server_default=FetchedValue())
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


class ApiKey(Base):
    """A key with which a program acts for its owner."""

    __tablename__ = "api_keys"
    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=FetchedValue())
    user_id: Mapped[UUID] = mapped_column(ForeignKey(User.id))
    name: Mapped[str]
    prefix: Mapped[str]
    key_hash: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(server_default=FetchedValue())
    expires_at: Mapped[datetime | None]
    last_used_at: Mapped[datetime | None]
