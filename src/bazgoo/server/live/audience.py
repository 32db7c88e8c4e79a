"""Who is connected here, and what each has been told: everything once and in order, or the client is let go."""

import asyncio
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import suppress
from uuid import UUID

import orjson
from engineio.async_socket import AsyncSocket
from engineio.packet import MESSAGE, Packet

from bazgoo.server.accounts.identity import Caller
from bazgoo.server.live.line import Allowance
from bazgoo.server.live.notices import Notice, Subject

MOST_WAITING = 256
"""Messages kept for a client that reads slowly; with more it is let go, and gets a snapshot when it returns."""
MOST_NOTED = 200
"""Snapshots of one client that are remembered besides those it still watches."""
MOST_REMEMBERED = 10_000
"""Subjects whose last ``seq`` is remembered."""


def packet_of(notice: Notice) -> Packet:
    """The event as it travels to clients: made once for all of them (Socket.IO protocol 5, type 2)."""
    return Packet(MESSAGE, f"2{orjson.dumps([notice.name, notice.data]).decode()}")


class Client:
    """One connection: whose it is, what it subscribed to, and how far it has been told."""

    def __init__(self, sid: str, socket: AsyncSocket, caller: Caller) -> None:
        self.sid = sid
        self.socket = socket
        self.caller = caller
        self.subscriptions: set[Subject] = set()
        self.allowance = Allowance()
        self._told: dict[Subject, int] = {}

    @property
    def user_id(self) -> UUID:
        """Whose connection it is."""
        return self.caller.user.id

    def note(self, subject: Subject, seq: int) -> None:
        """It has been given a snapshot with ``seq``."""
        if len(self._told) > MOST_NOTED:
            self._told = {known: self._told[known] for known in self.subscriptions & self._told.keys()}
        self._told[subject] = max(seq, self._told.get(subject, seq))

    def tell(self, notice: Notice, packet: Packet) -> bool:
        """Queue ``packet`` if it is news; False when the client is too far behind to be told more."""
        if notice.subject in self._told:
            if not notice.is_news_after(self._told[notice.subject]):
                return True
            self._told[notice.subject] = notice.seq
        self.socket.queue.put_nowait(packet)
        return bool(self.socket.queue.qsize() <= MOST_WAITING)

    def let_go(self) -> None:
        """End the connection once what waits for it is sent; a long poll would otherwise go on."""
        self.socket.queue.put_nowait(None)  # how Engine.IO ends the task that sends

    def forget_what_waits(self) -> None:
        """End the connection now."""
        with suppress(asyncio.QueueEmpty):
            while True:
                self.socket.queue.get_nowait()
                self.socket.queue.task_done()
        self.let_go()


class Audience:
    """Every client of this process, by its connection and by its person."""

    def __init__(self) -> None:
        self._by_sid: dict[str, Client] = {}
        self._by_owner: dict[UUID, set[Client]] = {}
        self._sockets: set[AsyncSocket] = set()
        self._latest: OrderedDict[Subject, int] = OrderedDict()

    def __iter__(self) -> Iterator[Client]:
        return iter(list(self._by_sid.values()))

    def __len__(self) -> int:
        return len(self._by_sid)

    def __contains__(self, socket: object) -> bool:
        """Whether a connection of Engine.IO is one of a client."""
        return socket in self._sockets

    def find(self, sid: str) -> Client | None:
        """The client of a connection."""
        return self._by_sid.get(sid)

    def add(self, client: Client) -> None:
        """From now on ``client`` is told what concerns its person."""
        self._by_sid[client.sid] = client
        self._sockets.add(client.socket)
        self._by_owner.setdefault(client.user_id, set()).add(client)

    def remove(self, sid: str) -> Client | None:
        """Tell this client nothing more."""
        client = self._by_sid.pop(sid, None)
        if client is None:
            return None
        self._sockets.discard(client.socket)
        others = self._by_owner[client.user_id]
        others.discard(client)
        if not others:
            del self._by_owner[client.user_id]
        return client

    def latest(self, subject: Subject) -> int:
        """The highest ``seq`` that anyone here has been told of ``subject``."""
        return self._latest.get(subject, -1)

    def tell(self, notice: Notice) -> list[Client]:
        """Give ``notice`` to everyone it concerns; those who are too far behind to be told more."""
        if not notice.is_news_after(self.latest(notice.subject)):
            return []
        self._latest[notice.subject] = notice.seq
        self._latest.move_to_end(notice.subject)
        if len(self._latest) > MOST_REMEMBERED:
            self._latest.popitem(last=False)
        packet = packet_of(notice)
        return [client for client in self._by_owner.get(notice.owner, ()) if not client.tell(notice, packet)]

    def tell_watchers(self, notice: Notice) -> None:
        """Give ``notice`` to those who subscribed to its subject."""
        packet = packet_of(notice)
        for client in self._by_owner.get(notice.owner, ()):
            if notice.subject in client.subscriptions:
                client.tell(notice, packet)
