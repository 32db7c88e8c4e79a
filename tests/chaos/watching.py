"""Who looks on: a live connection that must never hear of anything going back, and eyes on the processes."""

import asyncio
import threading
from collections import Counter, defaultdict
from contextlib import suppress
from typing import Any

import psutil
import socketio

from tests.chaos.ledger import Ledger
from tests.chaos.scene import Scene

EVENTS = tuple(
    f"{topic}:{what}" for topic in ("download", "training") for what in ("progress", "complete", "error")
)


class Listening:
    """A connection that comes back whenever it is cut, and what it was told."""

    def __init__(self, port: int, token: str, ledger: Ledger) -> None:
        self._address, self._token, self._ledger = f"http://127.0.0.1:{port}", token, ledger
        self._seqs: dict[str, int] = {}
        self._completed: Counter[str] = Counter()
        self.heard: Counter[str] = Counter()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._listen()), daemon=True)

    def start(self) -> None:
        """Begin to listen."""
        self._thread.start()

    def stop(self) -> None:
        """Hang up."""
        self._ended.set()
        self._thread.join(30)

    async def _listen(self) -> None:
        while not self._ended.is_set():
            client = socketio.AsyncClient(reconnection=False)
            for name in EVENTS:
                client.on(name, self._hears(name))
            with suppress(socketio.exceptions.ConnectionError, socketio.exceptions.TimeoutError):
                await client.connect(self._address, auth={"token": self._token}, transports=["websocket"])
                self.heard["connected"] += 1
                await self._stay(client)
            with suppress(Exception):
                await client.disconnect()
            await asyncio.sleep(0.3)

    async def _stay(self, client: socketio.AsyncClient) -> None:
        """Subscribe to everything there is, and to what comes."""
        known: set[Any] = set()
        while client.connected and not self._ended.is_set():
            for topic, account in (
                ("download", self._ledger.downloads),
                ("training", self._ledger.trainings),
            ):
                for thing in set(account.all()) - known:
                    answer = await client.call(f"subscribe:{topic}", thing, timeout=30)
                    if answer["ok"]:
                        known.add(thing)
            await asyncio.sleep(0.3)

    def _hears(self, name: str) -> Any:
        def hear(told: dict[str, Any]) -> None:
            self.heard[name] += 1
            subject = str(told.get("download_id") or told.get("job_id"))
            before = self._seqs.get(subject, -1)
            if told["seq"] < before:
                self._ledger.accuse(f"{name} of {subject} told {told['seq']} after {before}")
            self._seqs[subject] = max(before, told["seq"])
            if name.endswith(":complete"):
                self._completed[subject] += 1
                if self._completed[subject] > 1 and name == "training:complete":
                    self._ledger.accuse(f"{subject} was completed twice")

        return hear


class Watching:
    """Looks at the processes all the time: no run may have two trainers."""

    def __init__(self, scene: Scene, ledger: Ledger) -> None:
        self._scene, self._ledger = scene, ledger
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self.most = 0

    def start(self) -> None:
        """Begin to look."""
        self._thread.start()

    def stop(self) -> None:
        """Look no more."""
        self._ended.set()
        self._thread.join(30)

    def _look(self) -> None:
        while not self._ended.wait(0.4):
            processes = self._scene.alive()
            self.most = max(self.most, len(processes))
            runs: dict[str, list[int]] = defaultdict(list)
            for process in processes:
                with suppress(psutil.Error):
                    words = process.cmdline()
                    if "bazgoo.training" in words and len(words) > words.index("bazgoo.training") + 1:
                        runs[words[words.index("bazgoo.training") + 1]].append(process.pid)
            for run, pids in runs.items():
                if len(pids) > 1:
                    self._ledger.accuse(f"{len(pids)} trainers work on {run.rpartition('/')[2]}")
