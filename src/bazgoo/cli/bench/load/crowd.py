"""Those who use a studio at once: people who ask the API, who listen to speech, and who watch live events."""

import asyncio
import json
import time
from collections import deque
from dataclasses import dataclass, field
from itertools import count, cycle
from urllib.parse import quote
from uuid import UUID, uuid4

from bazgoo.cli.bench.load.lines import Line, request
from bazgoo.cli.bench.texts import SENTENCES
from bazgoo.cli.bench.watchers import Watcher
from bazgoo.server.database import Database
from bazgoo.server.live.events import DownloadProgress
from bazgoo.server.live.publishing import publish

TROUBLE = (OSError, EOFError, ValueError, TimeoutError, asyncio.IncompleteReadError)
LISTENERS = 8
SPEECH_WITHIN_S = 120.0
EVENTS_A_SECOND = 4
"""As often as a download tells."""


@dataclass(frozen=True, slots=True)
class Person:
    """An account, logged in."""

    id: UUID
    token: str


@dataclass(slots=True)
class Tally:
    """What a crowd has met."""

    latencies_ms: list[float] = field(default_factory=list)
    failed: int = 0
    sound_bytes: int = 0
    reasons: dict[str, int] = field(default_factory=dict)

    def fail(self, reason: str) -> None:
        """Count a failure, and why."""
        self.failed += 1
        self.reasons[reason] = self.reasons.get(reason, 0) + 1


def questions(token: str) -> list[tuple[str, bytes]]:
    """What pages and programs ask: mostly to see, at times to change something."""
    paths = (
        "/api/auth/me", "/api/voices", "/api/sources/installed", "/api/datasets", "/api/training",
        "/api/system/status", "/api/lexicon", "/api/settings", "/api/sources/downloads", "/health", "/",
    )  # fmt: skip
    asked = [(f"GET {path}", request("GET", path, token)) for path in paths]
    word = f"/api/lexicon/{quote('بازگو')}"
    asked.append(("PUT /api/lexicon", request("PUT", word, token, json.dumps({"ipa": "bɒːzɡuː"}).encode())))
    text = json.dumps({"text": "ساعت ۱۲:۳۰ است."}).encode()
    asked.append(("POST /api/text/analyze", request("POST", "/api/text/analyze", token, text)))
    return asked


async def ask_steadily(port: int, people: list[Person], rate: float, seconds: float) -> Tally:
    """``rate`` questions a second, whether the last ones are answered or not; late counts from when each was due."""
    tally, idle = Tally(), deque[Line]()
    turns = cycle([each for person in people for each in questions(person.token)])
    began = time.perf_counter()
    async with asyncio.TaskGroup() as group:
        for number in count():
            due = began + number / rate
            if due - began >= seconds:
                break
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            group.create_task(_ask(port, idle, next(turns), due, tally))
    for line in idle:
        line.close()
    return tally


async def _ask(port: int, idle: deque[Line], asked: tuple[str, bytes], due: float, tally: Tally) -> None:
    line = idle.pop() if idle else Line(port)
    try:
        answer = await line.ask(asked[1])
        if answer.status >= 400:
            tally.fail(f"{asked[0]}: {answer.status}")
    except TROUBLE as error:
        tally.fail(f"{asked[0]}: {type(error).__name__}")
    tally.latencies_ms.append(1000 * (time.perf_counter() - due))
    idle.append(line)


async def listen_steadily(port: int, people: list[Person], voice: str | None, until: float) -> Tally:
    """LISTENERS who each hear one text after another until ``until``; the sound that came is counted."""
    tally = Tally()
    said = {"format": "pcm"} | ({"voice": voice} if voice else {})
    async with asyncio.TaskGroup() as group:
        for number in range(LISTENERS):
            group.create_task(_listen(port, people[number % len(people)], said, until, tally))
    return tally


async def _listen(port: int, person: Person, said: dict[str, str], until: float, tally: Tally) -> None:
    line = Line(port)
    for first in count():
        if time.perf_counter() >= until:
            break
        text = " ".join(SENTENCES[(first + n) % len(SENTENCES)] for n in range(4))
        body = json.dumps(said | {"text": text}).encode()
        try:
            answer = await line.ask(request("POST", "/api/speech", person.token, body), SPEECH_WITHIN_S)
            tally.sound_bytes += answer.length
            if answer.status != 200:
                tally.fail(f"POST /api/speech: {answer.status}")
        except TROUBLE as error:
            tally.fail(f"POST /api/speech: {type(error).__name__}")
    line.close()


async def tell_steadily(
    database: Database, people: list[Person], watchers: list[list[Watcher]], seconds: float
) -> Tally:
    """Tell one person after another of a download, as a worker does; how late their clients know, and what is lost."""
    sent: list[tuple[int, float]] = []
    began = time.perf_counter()
    for seq in range(round(seconds * EVENTS_A_SECOND)):
        await asyncio.sleep(max(0.0, began + seq / EVENTS_A_SECOND - time.perf_counter()))
        event = DownloadProgress(seq, uuid4(), "downloading", 1.0, seq, None, "a.onnx", 1e6, 60.0)
        async with database.session() as session:
            await publish(session, people[seq % len(people)].id, event)
            sent.append((seq, time.perf_counter()))
    await asyncio.sleep(1.0)
    return _heard(sent, watchers)


def _heard(sent: list[tuple[int, float]], watchers: list[list[Watcher]]) -> Tally:
    tally = Tally()
    for seq, at in sent:
        for watcher in watchers[seq % len(watchers)]:
            if seq in watcher.heard:
                tally.latencies_ms.append(1000 * (watcher.heard[seq] - at))
            else:
                tally.fail("event not heard")
    return tally
