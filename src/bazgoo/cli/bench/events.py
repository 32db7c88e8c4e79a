"""Live events measured: two web processes on one database, many clients that watch, and a worker that tells."""

import asyncio
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from secrets import token_urlsafe
from statistics import quantiles
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID, uuid4

import httpx

from bazgoo.cli.bench.report import Figure
from bazgoo.cli.bench.servers import web_process
from bazgoo.cli.bench.watchers import Watcher, connect
from bazgoo.server.database import Database
from bazgoo.server.embedded import EmbeddedPostgres
from bazgoo.server.live.events import DownloadProgress
from bazgoo.server.live.publishing import publish

WEB_PROCESSES = 2
EVENTS = 40
EVERY_S = 0.25
"""As often as a download tells."""
LAST_ONES_S = 10.0
CONNECTING_AT_ONCE = 20
ACCOUNT = {"email": "bench@example.org", "username": "bench", "password": "bench-bench-bench"}


@dataclass(frozen=True, slots=True)
class Delivery:
    """How long events took to all who watched."""

    latencies_ms: list[float]
    lost: int

    def percentile(self, part: int) -> float:
        """Of a hundred deliveries, ``part`` were at least this quick."""
        return quantiles(self.latencies_ms, n=100)[part - 1]


def measure(clients: int) -> list[Figure]:
    """Tell ``clients`` about one download, and see how late each of them knows."""
    with _studio() as (conninfo, ports):
        told = asyncio.run(_watch(conninfo, ports, clients))
    crowd = f"{clients} clients, {WEB_PROCESSES} web processes"
    return [
        Figure(f"commit to client, median, {crowd}", "ms", "", told.percentile(50)),
        Figure(f"commit to client, 99 of 100, {crowd}", "ms", "", told.percentile(99)),
        Figure(f"events lost, {crowd}", "", "", told.lost),
    ]


@contextmanager
def _studio() -> Iterator[tuple[str, list[int]]]:
    """An embedded database and the ports of the web processes on it, in a folder of their own."""
    with TemporaryDirectory() as folder, ExitStack() as stack:
        address = stack.enter_context(EmbeddedPostgres(Path(folder)).running())
        shared = {
            "DATABASE_URL": address,
            "JWT_SECRET": token_urlsafe(32),
            "BAZGOO_RATE_LIMIT__API": "1000000/minute",
        }
        ports = [
            stack.enter_context(web_process(Path(folder, f"studio{number}"), shared))
            for number in range(WEB_PROCESSES)
        ]
        yield address, ports


async def _watch(conninfo: str, ports: list[int], clients: int) -> Delivery:
    login = await _register(ports[0])
    turns = asyncio.Semaphore(CONNECTING_AT_ONCE)
    watchers = await asyncio.gather(
        *(
            connect(ports[number % len(ports)], login["access_token"], EVENTS - 1, turns)
            for number in range(clients)
        )
    )
    database = Database(conninfo)
    try:
        sent = await _tell(database, UUID(login["user"]["id"]))
        await _wait_for_all(watchers)
        return _delivery(watchers, sent)
    finally:
        await database.close()
        for watcher in watchers:
            watcher.close()


async def _register(port: int) -> dict[str, Any]:
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", trust_env=False, timeout=30) as client:
        login: dict[str, Any] = (await client.post("/api/auth/register", json=ACCOUNT)).json()
        return login


async def _tell(database: Database, owner: UUID) -> list[float]:
    """Tell as a worker does; when each event was committed, or was about to be."""
    download, sent = uuid4(), []
    for seq in range(EVENTS):
        event = DownloadProgress(seq, download, "downloading", 1.0, seq, None, "a.onnx", 1e6, 60.0)
        async with database.session() as session:
            await publish(session, owner, event)
            sent.append(time.perf_counter())
        await asyncio.sleep(EVERY_S)
    return sent


async def _wait_for_all(watchers: list[Watcher]) -> None:
    with suppress(TimeoutError):
        async with asyncio.timeout(LAST_ONES_S):
            for watcher in watchers:
                await watcher.heard_last.wait()


def _delivery(watchers: list[Watcher], sent: list[float]) -> Delivery:
    late = [1000 * (at - sent[seq]) for watcher in watchers for seq, at in watcher.heard.items()]
    return Delivery(late, lost=len(watchers) * len(sent) - len(late))
