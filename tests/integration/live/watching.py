"""A download as far as live events care, in a table of the test's own, and clients that watch it."""

import asyncio
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any
from uuid import UUID

import httpx
import socketio
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from bazgoo.server.database import Database
from bazgoo.server.live.events import DownloadComplete, DownloadError, DownloadProgress
from bazgoo.server.live.publishing import publish
from bazgoo.server.web import WebServer
from bazgoo.settings import Settings

PATIENCE_S = 20.0


@asynccontextmanager
async def serve(settings: Settings, database_url: str) -> AsyncIterator[str]:
    """The address of a web server of the studio on a real socket."""
    begun = asyncio.Event()
    server = WebServer(settings, database_url, begun.set)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        serving = asyncio.create_task(server._serve_beside(listener, []))
        try:
            await asyncio.wait_for(begun.wait(), PATIENCE_S)
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.stop()
            await asyncio.wait_for(serving, PATIENCE_S)


class Watcher:
    """A program that is connected and notes what it is told."""

    def __init__(self) -> None:
        self.io = socketio.AsyncClient(reconnection=False)
        self.heard: list[tuple[str, dict[str, Any]]] = []
        self.refused: dict[str, Any] = {}
        self.gone = asyncio.Event()
        self._news = asyncio.Event()
        self.io.on("*", self._hear)
        self.io.on("disconnect", self._leave)
        self.io.on("connect_error", self._note_refusal)

    async def _hear(self, name: str, data: dict[str, Any]) -> None:
        self.heard.append((name, data))
        self._news.set()

    async def _leave(self, _reason: str) -> None:
        self.gone.set()

    async def _note_refusal(self, told: dict[str, Any]) -> None:
        self.refused = told

    async def ask(self, event: str, *about: object) -> dict[str, Any]:
        """Send ``event`` and wait for the answer."""
        said = tuple(str(each) if isinstance(each, UUID) else each for each in about)
        answer: dict[str, Any] = await self.io.call(event, said, timeout=PATIENCE_S)
        return answer

    async def until(self, happened: Callable[[], object]) -> None:
        """Wait until what has been heard is enough."""
        async with asyncio.timeout(PATIENCE_S):
            while not happened():
                self._news.clear()
                await self._news.wait()

    async def leave(self) -> None:
        """Disconnect, if it still is connected."""
        await self.io.disconnect()
        if self.io.eio.http is not None:
            await self.io.eio.http.close()

    def seqs(self) -> list[int]:
        """The numbers of all that was heard."""
        return [data["seq"] for _, data in self.heard]


@asynccontextmanager
async def watch(
    address: str, token: object, transport: str = "websocket", **headers: str
) -> AsyncIterator[Watcher]:
    """A connected client; what refuses it is in ``refused``."""
    watcher = Watcher()
    try:
        await watcher.io.connect(
            address,
            auth={"token": token},
            transports=transport.split(),
            headers=headers,
            wait_timeout=PATIENCE_S,
        )
        yield watcher
    finally:
        await watcher.leave()


async def refusal(address: str, token: object) -> dict[str, Any]:
    """How a client with ``token`` is refused."""
    watcher = Watcher()
    try:
        await watcher.io.connect(address, auth={"token": token}, transports=["websocket"])
    except socketio.exceptions.ConnectionError:
        return watcher.refused["data"]
    finally:
        await watcher.leave()
    raise AssertionError("it was let in")


async def make_person(address: str, name: str) -> dict[str, Any]:
    """A new account, logged in."""
    account = {"email": f"{name}@example.org", "username": name, "password": "یک گذرواژه ۱۲۳"}
    async with httpx.AsyncClient(base_url=address) as client:
        return (await client.post("/api/auth/register", json=account)).raise_for_status().json()


class Downloads:
    """Downloads that tell what happens to them, as a worker does: in the transaction in which it happens."""

    def __init__(self, database: Database) -> None:
        self.database = database

    async def prepare(self) -> None:
        """Make the table."""
        async with self.database.session() as session:
            await session.execute(
                text(
                    "CREATE TABLE watched (id uuid PRIMARY KEY DEFAULT gen_random_uuid(),"
                    " user_id uuid, seq int DEFAULT 0)"
                )
            )

    async def begin(self, owner: str) -> UUID:
        """A new download of ``owner``."""
        async with self.database.session() as session:
            query = text("INSERT INTO watched (user_id) VALUES (:owner) RETURNING id")
            return (await session.execute(query, {"owner": owner})).scalar_one()

    async def advance(self, download: UUID, *, file: str = "a", tell: bool = True, keep: bool = True) -> int:
        """Some bytes more; with ``keep=False`` the transaction fails after all."""
        async with self.database.session() as session:
            query = text("UPDATE watched SET seq = seq + 1 WHERE id = :id RETURNING seq, user_id")
            seq, owner = (await session.execute(query, {"id": download})).one()
            if tell:
                await publish(session, owner, progress(download, seq, file))
            if not keep:
                await session.rollback()
            return int(seq)

    async def say(self, owner: str, event: DownloadProgress | DownloadComplete | DownloadError) -> None:
        """Publish one event as it is."""
        async with self.database.session() as session:
            await publish(session, UUID(owner), event)


def progress(download: UUID, seq: int, file: str | None = "a") -> DownloadProgress:
    """Progress number ``seq``."""
    return DownloadProgress(
        seq=seq,
        download_id=download,
        status="downloading",
        progress=float(seq),
        bytes_downloaded=seq,
        bytes_total=100,
        current_file=file,
        speed_bps=1.0,
        eta_s=None,
    )


async def snapshot(session: AsyncSession, user_id: UUID, download_id: UUID) -> dict[str, Any] | None:
    """How a download stands, as its owner may see it."""
    query = text("SELECT seq FROM watched WHERE id = :id AND user_id = :user_id")
    seq = await session.scalar(query, {"id": download_id, "user_id": user_id})
    return None if seq is None else {"seq": seq, "download_id": download_id, "status": "downloading"}
