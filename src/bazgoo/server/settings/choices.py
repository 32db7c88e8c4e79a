"""A person's own settings: read, changed, their Hub token sealed and checked."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from bazgoo.server.settings import sealing
from bazgoo.server.settings.repository import MOST_DOWNLOADS, find_choices, keep_choices
from bazgoo.server.settings.schemas import HubSettings, UserSettings, UserSettingsChange
from bazgoo.server.settings.tables import UserSetting
from bazgoo.server.sources.access import installed_endpoints
from bazgoo.settings import Settings


async def read_choices(session: AsyncSession, settings: Settings, user_id: UUID) -> UserSettings:
    """What a person has chosen, with what holds where they have not."""
    return shown(settings, await find_choices(session, user_id))


async def change_choices(
    session: AsyncSession, settings: Settings, user_id: UUID, change: UserSettingsChange
) -> UserSettings:
    """Change what is named, a null included; the settings that hold then."""
    values = change.model_dump(exclude_unset=True)
    nested = values.pop("settings", None)
    # a null means "as before" where there must be a value
    values = {
        name: value for name, value in values.items() if value is not None or name == "huggingface_api_url"
    }
    if nested:
        values["settings_json"] = nested
    return shown(settings, await keep_choices(session, user_id, values))


async def keep_token(
    session: AsyncSession, settings: Settings, user_id: UUID, token: str | None
) -> UserSettings:
    """Seal and keep a token of the Hub, or forget the one there was."""
    stored = sealing.sealed(settings, token) if token else None
    return shown(settings, await keep_choices(session, user_id, {"huggingface_token": stored}))


async def kept_token(session: AsyncSession, settings: Settings, user_id: UUID) -> str | None:
    """The token that a person has given."""
    choices = await find_choices(session, user_id)
    return sealing.opened(settings, choices.huggingface_token) if choices else None


def shown(settings: Settings, choices: UserSetting | None) -> UserSettings:
    """The settings as their owner sees them: of the token only a hint."""
    token = choices.huggingface_token if choices else None
    nested = {
        name: value for name, value in (choices.settings_json if choices else {}).items() if value is not None
    }
    return UserSettings(
        huggingface_token_set=token is not None,
        huggingface_token_hint=sealing.hint(token),
        huggingface_api_url=choices.huggingface_api_url if choices else None,
        auto_download=choices.auto_download if choices else False,
        max_concurrent_downloads=choices.max_concurrent_downloads if choices else MOST_DOWNLOADS,
        settings=HubSettings.model_construct(**HubSettings().model_dump() | nested),
        installation_endpoints=list(installed_endpoints(settings)),
    )
