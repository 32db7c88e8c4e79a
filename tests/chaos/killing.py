"""Who is killed, and when: bursts of kills, and between them time to come to oneself."""

import os
import random
import signal
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress

import psutil

from tests.chaos.scene import Scene

TARGETS = ("web", "worker", "trainer", "database")
BURST = 6
GAP_S = (0.05, 1.5)
CALM_S = (2.0, 8.0)
BACK_WITHIN_S = 120.0


class Killer:
    """Kills by the dice of one seed."""

    def __init__(self, scene: Scene, seed: int) -> None:
        self._scene = scene
        self._dice = random.Random(seed)
        self.killed: Counter[str] = Counter()
        self.longest_away_s = 0.0

    def burst(self) -> str | None:
        """Kill a few of all there are, let the studio come back, and leave it in peace a little.

        What was wrong: that it did not come back.
        """
        for _ in range(BURST):
            self.kill(self._dice.choice(TARGETS))
            time.sleep(self._dice.uniform(*GAP_S))
        begun = time.monotonic()
        while not (self._scene.health() or {}).get("workers"):
            if time.monotonic() - begun > BACK_WITHIN_S:
                return f"the studio did not come back within {BACK_WITHIN_S:.0f} s"
            time.sleep(0.1)
        self.longest_away_s = max(self.longest_away_s, time.monotonic() - begun)
        time.sleep(self._dice.uniform(*CALM_S))
        return None

    def kill(self, target: str) -> None:
        """Kill one process of that kind, or a worker where there is none."""
        found = self._find(target) or self._find(target := "worker")
        if not found:
            return
        victim = self._dice.choice(found)
        with suppress(ProcessLookupError):
            os.kill(victim, signal.SIGKILL)
            self.killed[target] += 1

    def _find(self, target: str) -> Sequence[int]:
        if target == "web":
            return [pid for pid in [self._scene.studio()] if pid and psutil.pid_exists(pid)]
        if target == "database":
            postmaster = self._scene.postmaster()
            return [postmaster, *_children(postmaster)] if postmaster else []
        words = {
            "worker": ("bazgoo.server.worker",),
            "trainer": ("bazgoo.training", "bazgoo.server.datasets.working.bench"),
        }
        return [process.pid for process in self._scene.alive() if _runs(process, words[target])]


def _children(pid: int) -> list[int]:
    """The servers of single connections, and those that write; to kill one brings all of them down."""
    with suppress(psutil.Error):
        return [child.pid for child in psutil.Process(pid).children()]
    return []


def _runs(process: psutil.Process, modules: Sequence[str]) -> bool:
    with suppress(psutil.Error):
        return bool(set(modules) & set(process.cmdline()))
    return False
