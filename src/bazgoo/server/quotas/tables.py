"""The tables of what is allowed and what is used, as migration 0007 makes them."""

from datetime import date
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from bazgoo.server.accounts.tables import Base, User


class UserQuota(Base):
    """What an admin allows one person; null is what the settings allow everybody."""

    __tablename__ = "user_quotas"
    user_id: Mapped[UUID] = mapped_column(ForeignKey(User.id), primary_key=True)
    characters_per_day: Mapped[int | None] = mapped_column(BigInteger)
    audio_minutes_per_day: Mapped[int | None] = mapped_column(BigInteger)
    disk_mb: Mapped[int | None] = mapped_column(BigInteger)
    trainings: Mapped[int | None]


class SpeechUsage(Base):
    """What a person has had spoken on a day (UTC)."""

    __tablename__ = "speech_usage"
    user_id: Mapped[UUID] = mapped_column(ForeignKey(User.id), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    characters: Mapped[int] = mapped_column(BigInteger)
    audio_s: Mapped[float]
