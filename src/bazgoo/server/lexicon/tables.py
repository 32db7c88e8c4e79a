"""The table of people's own pronunciations, as migration 0004 makes it."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import FetchedValue, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from bazgoo.server.accounts.tables import Base, User


class LexiconWord(Base):
    """How one person wants one word said."""

    __tablename__ = "lexicon"
    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=FetchedValue())
    user_id: Mapped[UUID] = mapped_column(ForeignKey(User.id))
    word: Mapped[str]
    ipa: Mapped[str]
    spoken: Mapped[str | None]
    created_at: Mapped[datetime] = mapped_column(server_default=FetchedValue())
    updated_at: Mapped[datetime] = mapped_column(
        server_default=FetchedValue(), server_onupdate=FetchedValue()
    )
