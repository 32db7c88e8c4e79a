"""A client of Socket.IO that remembers what it is told."""

import json
import re
import threading
from collections.abc import Callable
from contextlib import suppress
from itertools import count, pairwise
from types import TracebackType
from typing import Any, Self

import simple_websocket

from bazgoo.cli.verify.finding import Gap

_MESSAGE = re.compile(r"4([0-4])(\d*)(.*)", re.DOTALL)
PATIENCE_S = 30.0

Event = tuple[str, dict[str, Any]]


class Ear:
    """One connection, over a websocket; raises Gap where it is not let in."""

    def __init__(self, url: str, token: str | None) -> None:
        self.events: list[Event] = []
        self._answers: dict[int, Any] = {}
        self._let_in: bool | None = None
        self._numbers = count(1)
        self._changed = threading.Condition()
        self._socket = simple_websocket.Client(
            f"{url}/socket.io/?EIO=4&transport=websocket".replace("http", "ws", 1)
        )
        threading.Thread(target=self._listen, daemon=True).start()
        self._socket.send("40" + json.dumps({"token": token}))
        self._wait(lambda: self._let_in is not None, "connection")
        if not self._let_in:
            self.close()
            raise Gap("پذیرفته نشد.", "It was not let in.")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Leave."""
        with suppress(simple_websocket.ConnectionClosed, OSError):
            self._socket.close()

    def call(self, name: str, *said: object) -> Any:
        """Send an event, and what is answered to it."""
        number = next(self._numbers)
        self._socket.send(f"42{number}{json.dumps([name, *said])}")
        self._wait(lambda: number in self._answers, name)
        return self._answers[number]

    def wait_for(self, name: str, subject: str, patience_s: float = PATIENCE_S) -> list[Event]:
        """Everything that was told of ``subject`` once ``name`` was; raises Gap when it never is."""
        self._wait(lambda: any(event == name for event, _ in self.told(subject)), name, patience_s)
        return self.told(subject)

    def told(self, subject: str) -> list[Event]:
        """What was told of ``subject`` until now."""
        return [event for event in self.events if subject in event[1].values()]

    def _wait(self, happened: Callable[[], bool], what: str, patience_s: float = PATIENCE_S) -> None:
        with self._changed:
            if not self._changed.wait_for(happened, patience_s):
                raise Gap(f"شنیده نشد: {what}", f"not heard: {what}")

    def _listen(self) -> None:
        with suppress(simple_websocket.ConnectionClosed, OSError):
            while True:
                said = self._socket.receive()
                with self._changed:
                    self._take(said if isinstance(said, str) else "")
                    self._changed.notify_all()

    def _take(self, said: str) -> None:
        if said == "2":
            self._socket.send("3")
        elif found := _MESSAGE.fullmatch(said):
            kind, number, body = found.groups()
            if kind in "04":
                self._let_in = kind == "0"
            elif kind == "2":
                name, data = json.loads(body)
                self.events.append((name, data))
            elif kind == "3":
                self._answers[int(number)] = json.loads(body)[0]


def rising(events: list[Event]) -> None:
    """Raise Gap unless the numbers of ``events`` only rise."""
    numbers = [data["seq"] for _, data in events]
    if any(later < earlier for earlier, later in pairwise(numbers)):
        raise Gap(f"seq پس رفت: {numbers}", f"seq went back: {numbers}")
