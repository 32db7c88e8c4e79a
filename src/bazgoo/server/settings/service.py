"""Reading and changing the settings of the installation."""

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from bazgoo.server import audit
from bazgoo.server.accounts.tables import User
from bazgoo.server.settings.schemas import InstallationSettings, InstallationSettingsChange
from bazgoo.server.settings.tables import InstallationSetting


async def read_settings(session: AsyncSession) -> InstallationSettings:
    """The settings that hold now."""
    rows = await session.execute(select(InstallationSetting.key, InstallationSetting.value))
    return InstallationSettings.model_validate({row.key: row.value for row in rows})


async def change_settings(
    session: AsyncSession, change: InstallationSettingsChange, *, by: User, address: str
) -> InstallationSettings:
    """Change what is named, for all processes at once; the settings that hold then."""
    changes = change.model_dump(exclude_none=True)
    for key, value in changes.items():
        stored = insert(InstallationSetting).values(key=key, value=value)
        await session.execute(stored.on_conflict_do_update(index_elements=["key"], set_={"value": value}))
    if changes:
        await audit.note(session, action="settings_changed", user=by, address=address, details=changes)
    return await read_settings(session)
