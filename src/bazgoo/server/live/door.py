"""Socket.IO at ``/socket.io``: who may come in, and what they may ask."""

import asyncio
import logging
from collections import Counter
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from functools import partial
from typing import Any, get_args
from urllib.parse import urlsplit
from uuid import UUID

import socketio
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection
from starlette.types import Receive, Scope, Send

from bazgoo.errors import BazgooError, DatabaseUnavailable, LoginRequired, Unauthenticated
from bazgoo.server.accounts import identity
from bazgoo.server.accounts.identity import Caller
from bazgoo.server.database import Database
from bazgoo.server.limits import RateLimiter, address_of
from bazgoo.server.live import counting, publishing
from bazgoo.server.live.audience import Audience, Client
from bazgoo.server.live.counting import Counting
from bazgoo.server.live.departures import Departures, hang_up
from bazgoo.server.live.events import Topic
from bazgoo.server.live.line import Line
from bazgoo.server.live.listening import Listener
from bazgoo.server.live.notices import read_notice
from bazgoo.server.live.subscriptions import Answer, Snapshot, Subscriptions, refusal
from bazgoo.server.signing import signing_key
from bazgoo.settings import Settings

log = logging.getLogger(__name__)

MOST_BYTES = 10_000
"""The largest message a client may send."""
BINARY = ("5", "6")
"""The types of packets that have parts (Socket.IO protocol 5)."""
LISTENS_WITHIN_S = 10.0
"""How long subscribing waits for the connection that listens."""
POLL_WITHIN_S = 60.0
"""A request that hangs for longer is no long poll."""
POST_WITHIN_S = 5.0
"""Whoever posts what is no message would be waited for, until it has read what waits for it."""


class TextPacket(socketio.packet.Packet):  # type: ignore[misc]  # it has no types
    """A packet of Socket.IO; none has binary parts, which would be kept until the last has come."""

    def decode(self, encoded_packet: Any) -> int:
        """Read it; raises ValueError for one of text alone that has to wait for others."""
        if not isinstance(encoded_packet, str) or encoded_packet[:1] in BINARY:
            raise ValueError("binary messages are not taken")
        return int(super().decode(encoded_packet))


class Live:
    """The door of one web process; an ASGI application."""

    path = "/socket.io"
    """What the access log and the metrics call it."""

    def __init__(
        self,
        database: Database,
        settings: Settings,
        limiter: RateLimiter,
        snapshots: Mapping[Topic, Snapshot],
    ) -> None:
        self._database = database
        self._settings = settings
        self._limiter = limiter
        self._audience = Audience()
        self._subscriptions = Subscriptions(database, self._audience, snapshots)
        self._counting = Counting(database, limiter)
        channels = {publishing.CHANNEL: self._hear, counting.CHANNEL: self._count}
        self._listener = Listener(database.conninfo, channels, self._subscriptions.catch_up)
        self._sio = self._open()
        self._departures = Departures(self._sio, database, self._audience)
        self._tasks: set[asyncio.Task[None]] = set()
        self.heard: Counter[str] = Counter()
        """How many events were heard, by name."""
        self.let_go = 0
        """How many clients were let go because they did not read."""

    @property
    def clients(self) -> int:
        """How many clients are connected here."""
        return len(self._audience)

    @property
    def listens(self) -> bool:
        """Whether no event can be missed now."""
        return self._listener.listening.is_set()

    def _open(self) -> Any:
        quiet = logging.getLogger("bazgoo.socketio")
        quiet.setLevel(logging.CRITICAL)  # it would write what clients send, their tokens among it
        sio = socketio.AsyncServer(
            async_mode="asgi",
            async_handlers=False,  # what a client says is answered in order, and no faster than it can be
            cors_allowed_origins=self._may_come_from,
            cors_credentials=False,
            max_http_buffer_size=MOST_BYTES,
            http_compression=False,
            serializer=TextPacket,
            logger=quiet,
            engineio_logger=quiet,
        )
        sio.on("connect", self._connect)
        sio.on("disconnect", self._disconnect)
        for topic in get_args(Topic):
            for act in (self._subscriptions.subscribe, self._subscriptions.unsubscribe):
                sio.on(f"{act.__name__}:{topic}", partial(self._answer, act, topic))
        return sio

    def start(self) -> None:
        """Begin to listen; nothing waits for it but those who subscribe."""
        self._run(self._listener.run())
        self._run(self._departures.run())
        self._run(self._counting.run())

    def take_websockets_alone(self) -> None:
        """Refuse to be polled: where several processes share a port, each poll would reach another one."""
        self._sio.eio.transports = ["websocket"]

    async def hang_up(self) -> None:
        """End every connection, before the web server waits for them to end."""
        for socket in list(self._sio.eio.sockets.values()):
            await hang_up(socket)

    async def stop(self) -> None:
        """End everything that runs beside the requests."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._sio.shutdown()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request, or one websocket for as long as it lasts."""
        if scope["type"] == "http":
            return await self._serve_request(scope, receive, send)
        line = Line(receive, send)
        try:
            await self._sio.handle_request(scope, line.receive, line.send)
        except Exception as error:
            log.info("A connection that did not speak Socket.IO was closed (%s)", type(error).__name__)
        return None

    async def _serve_request(self, scope: Scope, receive: Receive, send: Send) -> None:
        scope["route"] = self
        if scope["method"] == "POST":
            await self._limiter.hit("api", address_of(HTTPConnection(scope)))
            if int(Headers(scope=scope).get("content-length", 0)) > MOST_BYTES:
                raise HTTPException(413)
        try:
            async with asyncio.timeout(POST_WITHIN_S if scope["method"] == "POST" else POLL_WITHIN_S):
                await self._sio.handle_request(scope, receive, send)
        except (TimeoutError, KeyError):  # Engine.IO's for a session that ends at this moment
            raise HTTPException(400) from None

    def _may_come_from(self, origin: str | None, environ: dict[str, Any]) -> bool:
        """Whether pages of ``origin`` may connect: our own, and those of ``CORS_ORIGIN``."""
        allowed = self._settings.cors_origin
        ours = {environ.get("HTTP_HOST"), environ.get("HTTP_X_FORWARDED_HOST")}
        return origin is None or "*" in allowed or origin in allowed or urlsplit(origin).netloc in ours

    async def _connect(self, sid: str, _environ: object, auth: object = None) -> None:
        try:
            self._audience.add(await self._recognise(sid, auth))
        except BazgooError as error:
            told = {"code": error.code, "message": error.message("fa"), "message_en": error.message("en")}
            raise socketio.exceptions.ConnectionRefusedError(error.code, told) from None

    async def _recognise(self, sid: str, auth: object) -> Client:
        """The client of a new connection; raises what ``identify`` raises, LoginRequired, RateLimited."""
        connection = self._sio.manager.eio_sid_from_sid(sid, "/")
        socket = self._sio.eio.sockets.get(connection)
        token = auth.get("token") if isinstance(auth, dict) else None
        if not isinstance(token, str) or socket is None or socket in self._audience:
            raise LoginRequired
        caller = await self._identify(token, self._sio.environ[connection]["asgi.scope"])
        await self._limiter.hit("api", caller.name)
        if socket.closed or socket in self._audience:  # it went away meanwhile, or came in twice
            raise LoginRequired
        return Client(sid, socket, caller)

    async def _identify(self, token: str, scope: Scope) -> Caller:
        try:
            async with self._database.session() as session:
                return await identity.identify(session, token, signing_key(self._settings))
        except Unauthenticated:
            await self._limiter.hit("api", address_of(HTTPConnection(scope)))
            raise

    async def _disconnect(self, sid: str, _reason: object = None) -> None:
        if (client := self._audience.remove(sid)) is not None:
            client.let_go()

    async def _answer(
        self, act: Callable[[Client, Topic, UUID], Awaitable[Answer]], topic: Topic, sid: str, *said: object
    ) -> Answer:
        """Do what a client asks with one id, once nothing can be missed; and answer in any case."""
        client = self._audience.find(sid)
        if client is None or not client.allowance.take():
            await self._sio.disconnect(sid)
            return refusal("too_many")
        try:
            wanted = UUID(said[0] if said and isinstance(said[0], str) else "")
            async with asyncio.timeout(LISTENS_WITHIN_S):
                await self._listener.listening.wait()
            return await act(client, topic, wanted)
        except ValueError:
            return refusal("invalid")
        except (DatabaseUnavailable, TimeoutError):
            return refusal("unavailable")
        except Exception:
            log.exception("A subscription failed")
            return refusal("internal_error")

    def _hear(self, written: str) -> None:
        """Hand on a notification at once; whoever is too far behind for it is let go."""
        try:
            notice = read_notice(written)
        except (ValueError, KeyError, TypeError, AttributeError):
            log.warning("A notification was no event")
            return
        self.heard[notice.name] += 1
        for client in self._audience.tell(notice):
            self.let_go += 1
            self._run(self._departures.cut(client))

    def _count(self, written: str) -> None:
        self._run(self._counting.add(written))

    def _run(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
