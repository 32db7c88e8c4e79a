"""Stages, each with a larger crowd than the last, until one fails or is kept waiting."""

import asyncio
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from uuid import UUID

import httpx
import psutil

from bazgoo.cli.bench.load.crowd import LISTENERS, Person, Tally, ask_steadily, listen_steadily, tell_steadily
from bazgoo.cli.bench.load.machine import Meter, Shares
from bazgoo.cli.bench.report import Figure
from bazgoo.cli.bench.servers import Server, studio
from bazgoo.cli.bench.watchers import Watcher, connect
from bazgoo.cli.terminal import console
from bazgoo.server.database import Database
from bazgoo.server.embedded import EmbeddedPostgres

PEOPLE = 8
CONNECTING_AT_ONCE = 20
BENDS_AT_MS = 1000.0
"""Where the slowest of a hundred answers takes this long, it has bent."""
BYTES_A_SECOND = 2 * 22_050


@dataclass(frozen=True, slots=True)
class Stage:
    """So many clients of Socket.IO, and so many requests a second."""

    clients: int
    rate: float


STAGES = tuple(Stage(n, n / 10) for n in (100, 250, 500, 1000, 1500, 2000, 3000, 4000))


@dataclass(frozen=True, slots=True)
class Borne:
    """What a stage came to."""

    stage: Stage
    seconds: float
    api: Tally
    events: Tally
    speech: Tally
    shares: Shares
    gone: int
    """Clients of Socket.IO whose connection broke."""

    @property
    def failed(self) -> int:
        """Everything that went wrong."""
        return self.api.failed + self.events.failed + self.speech.failed + self.gone

    @property
    def bends(self) -> bool:
        """Whether it was too much."""
        return self.failed > 0 or percentile(self.api, 99) > BENDS_AT_MS


def percentile(tally: Tally, part: int) -> float:
    """Of a hundred, ``part`` were at least this quick, in milliseconds."""
    known = tally.latencies_ms
    return quantiles(known, n=100)[part - 1] if len(known) > 1 else 0.0


def measure(voice: Path | None, seconds: float, stages: tuple[Stage, ...] = STAGES) -> list[Figure]:
    """Stage after stage of ``seconds`` each, until one bends."""
    figures: list[Figure] = []
    with TemporaryDirectory(prefix="bazgoo-bench-") as name, console.status("a studio") as status:
        data_dir = Path(name)
        if voice:
            (data_dir / "models").mkdir(parents=True)
            for file in (voice, Path(f"{voice}.json")):
                (data_dir / "models" / file.name).symlink_to(file.resolve())
        with studio(data_dir, voice.stem if voice else None, EVERYBODY) as server:
            for stage in stages:
                status.update(f"{stage.clients} clients, {stage.rate:.0f} requests/s, {LISTENERS} listeners")
                borne = asyncio.run(_bear(server, data_dir, stage, seconds))
                figures += _figures(borne, voice.stem if voice else "")
                if borne.bends:
                    _explain(borne)
                    break
    return figures


EVERYBODY = {
    "BAZGOO_RATE_LIMIT__API": "10000000/minute",
    "BAZGOO_RATE_LIMIT__REGISTER": "10000/minute",
    "BAZGOO_RATE_LIMIT__LOGIN": "10000/minute",
}
"""A crowd from one address is what is measured, not what is refused."""


async def _bear(server: Server, data_dir: Path, stage: Stage, seconds: float) -> Borne:
    people = await _log_in(server.port)
    turns = asyncio.Semaphore(CONNECTING_AT_ONCE)
    async with (
        _watching(server.port, people, stage.clients, turns) as watchers,
        _database(data_dir) as database,
    ):
        meter, until = Meter(psutil.Process(server.process.pid)), time.perf_counter() + seconds
        async with asyncio.TaskGroup() as group:
            api = group.create_task(ask_steadily(server.port, people, stage.rate, seconds))
            events = group.create_task(tell_steadily(database, people, watchers, seconds))
            voice = server.body.get("voice")
            speech = group.create_task(listen_steadily(server.port, people, voice, until))
        gone = sum(watcher.gone for group in watchers for watcher in group)
        return Borne(stage, seconds, api.result(), events.result(), speech.result(), meter.shares(), gone)


async def _log_in(port: int) -> list[Person]:
    """PEOPLE with accounts, made the first time."""
    people = []
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", trust_env=False, timeout=60) as client:
        for number in range(PEOPLE):
            account = {"email": f"bench{number}@example.org", "password": "bench-bench-bench"}
            answer = await client.post("/api/auth/login", json=account)
            if answer.status_code == 401:
                answer = await client.post("/api/auth/register", json=account | {"username": "bench"})
            login = answer.raise_for_status().json()
            people.append(Person(UUID(login["user"]["id"]), login["access_token"]))
    return people


@asynccontextmanager
async def _watching(
    port: int, people: list[Person], clients: int, turns: asyncio.Semaphore
) -> AsyncIterator[list[list[Watcher]]]:
    """The clients of each person, connected."""
    each = clients // len(people)
    made = await asyncio.gather(
        *(connect(port, person.token, -1, turns) for person in people for _ in range(each))
    )
    try:
        yield [made[n * each : (n + 1) * each] for n in range(len(people))]
    finally:
        for watcher in made:
            watcher.close()


@asynccontextmanager
async def _database(data_dir: Path) -> AsyncIterator[Database]:
    database = Database(EmbeddedPostgres(data_dir).cluster.conninfo)
    try:
        yield database
    finally:
        await database.close()


def _figures(borne: Borne, voice: str) -> Iterator[Figure]:
    crowd = f"{borne.stage.clients} clients, {borne.stage.rate:.0f} requests/s"
    for name, unit, value in (
        ("API, median", "ms", percentile(borne.api, 50)),
        ("API, 99 of 100", "ms", percentile(borne.api, 99)),
        ("API, slowest", "ms", max(borne.api.latencies_ms, default=0.0)),
        ("events, 99 of 100", "ms", percentile(borne.events, 99)),
        (
            f"speech for {LISTENERS}",
            "seconds a second",
            borne.speech.sound_bytes / BYTES_A_SECOND / borne.seconds,
        ),
        ("failed", "", borne.failed),
        ("event loop", "of a core", borne.shares.loop),
        ("other threads of the web", "of a core", borne.shares.speech),
        ("database", "of a core", borne.shares.database),
        ("the clients themselves", "of a core", borne.shares.clients),
        ("other programs", "of a core", borne.shares.others),
    ):
        yield Figure(f"{crowd}: {name}", unit, voice, float(value))


def _explain(borne: Borne) -> None:
    """Say where it bent, and what there was not enough of."""
    reasons = borne.api.reasons | borne.events.reasons | borne.speech.reasons
    told = ", ".join(
        f"{reason} ×{count}" for reason, count in sorted(reasons.items(), key=lambda each: -each[1])[:6]
    )
    console.print(
        f"It bends at {borne.stage.clients} clients: {borne.shares.bottleneck}. {told}", markup=False
    )
