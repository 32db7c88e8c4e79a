"""Connections that have to end: of logins that ended, of those who never logged in, of those who do not read."""

import asyncio
import logging
from typing import Any

from engineio.async_socket import AsyncSocket

from bazgoo.errors import DatabaseUnavailable
from bazgoo.server.accounts import identity
from bazgoo.server.database import Database
from bazgoo.server.live.audience import Audience, Client

log = logging.getLogger(__name__)

LOOK_EVERY_S = 3.0
"""How soon the end of a login ends its connections."""
STRANGER_S = 20.0
"""How long a connection may stay without having logged in."""


async def hang_up(socket: AsyncSocket) -> None:
    """End a connection of Engine.IO in good order, without waiting for its client."""
    await socket.close(wait=False)
    socket.queue.put_nowait(None)  # what ends the task that sends


class Departures:
    """Looks, every few seconds, for those who may not stay."""

    def __init__(self, sio: Any, database: Database, audience: Audience) -> None:
        self._sio = sio
        self._database = database
        self._audience = audience
        self._strangers: dict[str, float] = {}

    async def run(self) -> None:
        """Look until cancelled."""
        while True:
            await asyncio.sleep(LOOK_EVERY_S)
            try:
                await self._end_strangers()
                await self._end_logins()
            except DatabaseUnavailable:
                continue  # nobody can be asked who may stay
            except Exception:
                log.exception("Connections could not be looked after")

    async def cut(self, client: Client) -> None:
        """End the connection of a client that does not read what waits for it."""
        log.info("A client that did not read was let go")
        self._audience.remove(client.sid)
        await client.socket.close(wait=False, abort=True)
        client.forget_what_waits()

    async def _end_logins(self) -> None:
        """Disconnect those whose login or key does not stand any more; they may come back with a new one."""
        clients = list(self._audience)
        if not clients:
            return
        async with self._database.session() as session:
            standing = await identity.standing(session, [client.caller for client in clients])
        for client in clients:
            if client.caller not in standing or client.socket.closed:
                self._audience.remove(client.sid)
                await self._sio.disconnect(client.sid)
                client.let_go()

    async def _end_strangers(self) -> None:
        sockets = {
            sid: socket for sid, socket in self._sio.eio.sockets.items() if socket not in self._audience
        }
        now = asyncio.get_running_loop().time()
        self._strangers = {sid: self._strangers.get(sid, now) for sid in sockets}
        for sid, since in self._strangers.items():
            if now - since > STRANGER_S:
                await hang_up(sockets[sid])
