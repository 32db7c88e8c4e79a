"""Setting up what the downloads of a worker share."""

import asyncio

from bazgoo.hub import Patience
from bazgoo.server import addresses
from bazgoo.server.database import Database
from bazgoo.server.sources.downloads.bringing import Workshop
from bazgoo.server.sources.lines import Lines
from bazgoo.settings import Settings

PATIENCE = Patience(attempts=40)
"""Nobody waits at a screen for one answer: a line may be gone for a quarter of an hour."""


def open_workshop(settings: Settings, stopping: asyncio.Event) -> Workshop:
    """A workshop on the database that runs now; raises DatabaseUnavailable."""
    return Workshop(settings, Database(addresses.running(settings)), Lines(PATIENCE), stopping)
