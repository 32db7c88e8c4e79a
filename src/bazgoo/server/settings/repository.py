"""What people's settings ask of the database."""

from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from bazgoo.server.settings.tables import UserSetting

MOST_DOWNLOADS = 3
"""How many downloads of one person run at once until they choose; the database's default too."""


async def find_choices(session: AsyncSession, user_id: UUID) -> UserSetting | None:
    """What a person has chosen, if anything."""
    return await session.scalar(select(UserSetting).where(UserSetting.user_id == user_id))


async def keep_choices(session: AsyncSession, user_id: UUID, values: dict[str, Any]) -> UserSetting:
    """Change what is named; ``settings_json`` is added to what is there."""
    added = insert(UserSetting).values(user_id=user_id, **values)
    changed: dict[str, Any] = dict(values) or {"user_id": user_id}
    if "settings_json" in values:
        changed["settings_json"] = UserSetting.settings_json.op("||")(added.excluded.settings_json)
    kept = added.on_conflict_do_update(index_elements=["user_id"], set_=changed).returning(UserSetting)
    found = await session.scalar(kept, execution_options={"populate_existing": True})
    assert found is not None
    return found
