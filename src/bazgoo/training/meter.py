"""What is measured on the way: means of losses, pace, time to go."""

import math
import time
from collections import deque
from collections.abc import Mapping
from typing import Any

import torch
from torch import Tensor

from bazgoo.training.distributed import Ranks

_WINDOW_S = 10.0


class Means:
    """Weighted means by name; numbers stay on the GPU until somebody wants to know."""

    def __init__(self) -> None:
        self._waiting: list[tuple[str, Tensor, float]] = []
        self._sums: dict[str, tuple[float, float]] = {}
        self._recent: dict[str, tuple[float, float]] = {}

    def add(self, values: Mapping[str, Tensor], weight: float) -> None:
        """``values`` of ``weight`` examples."""
        self._waiting += [(name, value.detach(), weight) for name, value in values.items()]

    def settle(self) -> bool:
        """Count what was added; whether all of it were numbers.

        One after the other, so that it makes no difference how often this is done.
        """
        if not self._waiting:
            return True
        device = self._waiting[0][1].device
        flat = [value.to(device, torch.float32).reshape(()) for _, value, _ in self._waiting]
        values = torch.stack(flat).tolist()
        for (name, _, weight), value in zip(self._waiting, values, strict=True):
            for kept in (self._sums, self._recent):
                total, weights = kept.get(name, (0.0, 0.0))
                kept[name] = (total + (value * weight if weight else 0.0), weights + weight)
        self._waiting.clear()
        return all(map(math.isfinite, values))

    def recent(self) -> dict[str, float]:
        """Means since this was last asked."""
        self.settle()
        told, self._recent = _means(self._recent), {}
        return told

    def all(self) -> dict[str, float]:
        """Means since the beginning."""
        self.settle()
        return _means(self._sums)

    def gather(self, ranks: Ranks) -> None:
        """Bring what all ranks have to the first."""
        self.settle()
        names = ranks.from_first(sorted(self._sums))
        flat = ranks.sums([number for name in names for number in self._sums.get(name, (0.0, 0.0))])
        sums = {name: (flat[2 * n], flat[2 * n + 1]) for n, name in enumerate(names)}
        self._sums = sums if ranks.first else {}

    def state(self) -> dict[str, list[float]]:
        """Sums and weights by name."""
        self.settle()
        return {name: list(pair) for name, pair in self._sums.items()}

    def load(self, state: Mapping[str, list[float]]) -> None:
        """As ``state`` gave it."""
        self._waiting.clear()
        self._recent.clear()
        self._sums = {name: (sums, weight) for name, (sums, weight) in state.items()}


class Pace:
    """Steps a second, and how long it still takes at the pace since this process began."""

    def __init__(self, step: int) -> None:
        """Beginning at ``step``."""
        self._begun = (time.monotonic(), step)
        self._marks = deque([self._begun])

    def mark(self, step: int) -> float:
        """Steps a second lately."""
        now = time.monotonic()
        self._marks.append((now, step))
        while len(self._marks) > 2 and now - self._marks[0][0] > _WINDOW_S:
            self._marks.popleft()
        then, before = self._marks[0]
        return (step - before) / max(now - then, 1e-9)

    def eta_s(self, step: int, total_steps: int) -> float | None:
        """Seconds to go, with scores and samples in between; None before the first step."""
        begun, before = self._begun
        if step <= before:
            return None
        return (time.monotonic() - begun) / (step - before) * (total_steps - step)


def finite(numbers: Mapping[str, Any]) -> dict[str, float]:
    """The numbers among ``numbers``."""
    return {name: float(number) for name, number in numbers.items() if math.isfinite(number)}


def _means(sums: Mapping[str, tuple[float, float]]) -> dict[str, float]:
    return {name: total / weight for name, (total, weight) in sums.items() if weight}
