"""What the endpoints of sources and settings are given: the desk, the way to the Hub, the reader's language."""

from typing import TYPE_CHECKING, Annotated, Any

from fastapi import Depends, Request

from bazgoo.errors import Language
from bazgoo.server.accounts.identity import Caller
from bazgoo.server.dependencies import AnyCaller, CurrentUser, InstalledDatabase, InstalledSettings
from bazgoo.server.language import preferred_language
from bazgoo.server.sources.access import Access, of_user, of_visitor

if TYPE_CHECKING:
    from bazgoo.server.sources.desk import Desk


async def get_desk(request: Request) -> Any:
    """The desk of this process, made when somebody first asks, since a start needs no way to the Hub."""
    from bazgoo.server.sources.desk import Desk  # noqa: PLC0415

    state = request.app.state
    if state.desk is None:
        state.desk = Desk(state.settings)
    return state.desk


async def get_language(request: Request) -> Language:
    """The language that the person reads."""
    return preferred_language(request.scope)


async def any_access(caller: AnyCaller, database: InstalledDatabase, settings: InstalledSettings) -> Access:
    """The way to the Hub of whoever asks."""
    return of_visitor(settings) if caller is None else await access_of(caller, database, settings)


async def own_access(caller: CurrentUser, database: InstalledDatabase, settings: InstalledSettings) -> Access:
    """The way to the Hub of someone who is logged in."""
    return await access_of(caller, database, settings)


async def access_of(caller: Caller, database: InstalledDatabase, settings: InstalledSettings) -> Access:
    """The way of ``caller``; no connection to the database is held while the Hub is asked."""
    async with database.session() as session:
        return await of_user(session, settings, caller.user.id)


if TYPE_CHECKING:
    TheDesk = Desk
else:
    TheDesk = Annotated[Any, Depends(get_desk)]
ReaderLanguage = Annotated[Language, Depends(get_language)]
AnyAccess = Annotated[Access, Depends(any_access)]
OwnAccess = Annotated[Access, Depends(own_access)]
