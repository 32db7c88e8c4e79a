"""Over which endpoints a person asks the Hub, and with whose token."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from bazgoo.server.settings import sealing
from bazgoo.server.settings.repository import find_choices
from bazgoo.server.settings.tables import UserSetting
from bazgoo.settings import Settings


@dataclass(frozen=True, slots=True)
class Access:
    """A way to the Hub; two that are equal may share connections and answers."""

    urls: tuple[str, ...]
    """Endpoints in order."""
    hub: str
    """The one that is the Hub itself: the token goes there and nowhere else."""
    token: str | None
    own: tuple[str, ...] = ()
    """Those of ``urls`` that a person has chosen: what comes from there is not taken for what the Hub has."""
    private_allowed: bool = False
    """Whether those may lead into the private network."""


def of_visitor(settings: Settings) -> Access:
    """How someone who is not logged in asks: nobody's token is used for them."""
    return Access(installed_endpoints(settings), settings.hf_endpoint.rstrip("/"), None)


async def of_user(
    session: AsyncSession, settings: Settings, user_id: UUID, first: str | None = None
) -> Access:
    """How a person asks: by their endpoints (``first`` before all) and token, else the installation's."""
    choices = await find_choices(session, user_id)
    installation = installed_endpoints(settings)
    own = [url for url in (first, *_own_endpoints(choices)) if url and url not in installation]
    urls = tuple(dict.fromkeys(url for url in (first, *own, *installation) if url))
    token = sealing.opened(settings, choices.huggingface_token) if choices else None
    if token is None and settings.hf_token:
        token = settings.hf_token.get_secret_value()
    hub, chosen = settings.hf_endpoint.rstrip("/"), tuple(dict.fromkeys(own))
    return Access(urls, hub, token, chosen, settings.allow_private_endpoints)


def installed_endpoints(settings: Settings) -> tuple[str, ...]:
    """Where the installation asks: its mirrors in order, then the Hub unless it is among them."""
    listed: Sequence[str] = [*settings.hub_endpoints, settings.hf_endpoint]
    return tuple(dict.fromkeys(url.rstrip("/") for url in listed))


def _own_endpoints(choices: UserSetting | None) -> list[str]:
    if choices is None:
        return []
    listed = [*(choices.settings_json.get("hub_endpoints") or ()), choices.huggingface_api_url]
    return [url for url in listed if url]
