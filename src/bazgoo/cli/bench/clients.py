"""Clients that ask at the same moment, and note when they first hear something."""

import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPException
from statistics import median
from threading import Barrier

from bazgoo.cli.bench.servers import Server
from bazgoo.cli.bench.texts import SENTENCES

LEAST_BYTES = 40_000
"""A sentence in 16 bits is longer than this; a shorter answer was cut off."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What came back to clients who asked together, each for one sentence."""

    first_audio_s: list[float]
    """From asking until the first byte of sound, of those who were served."""
    failures: int

    @property
    def median_ms(self) -> float:
        """Half of them heard something within this."""
        return 1000 * median(self.first_audio_s)

    @property
    def slowest_ms(self) -> float:
        """All of them heard something within this."""
        return 1000 * max(self.first_audio_s)


def listen(server: Server, clients: int) -> Heard:
    """Let ``clients`` ask at the same moment, each for a sentence of its own as far as there are enough."""
    ready = Barrier(clients)
    with ThreadPoolExecutor(clients) as pool:
        asked = [pool.submit(_hear, server, SENTENCES[n % len(SENTENCES)], ready) for n in range(clients)]
    times = [client.result() for client in asked]
    served = [first_audio_s for first_audio_s in times if first_audio_s is not None]
    return Heard(served, failures=len(times) - len(served))


def together(turns: Sequence[Heard]) -> Heard:
    """What was heard in several turns."""
    return Heard(
        [seconds for turn in turns for seconds in turn.first_audio_s], sum(turn.failures for turn in turns)
    )


def _hear(server: Server, text: str, ready: Barrier) -> float | None:
    """Seconds until the first sound of ``text``; None when the whole of it did not come."""
    ready.wait()
    began = time.perf_counter()
    try:
        connection, answer = server.ask(text)
        first = answer.read(1)
        first_audio_s = time.perf_counter() - began
        length = len(first + answer.read())
        connection.close()
    except (OSError, HTTPException):
        return None
    return first_audio_s if answer.status == 200 and length > LEAST_BYTES else None
