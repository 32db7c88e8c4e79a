"""What an attack has found: how everything was answered, and what should never have been."""

import json
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPException

FORESEEN = {
    "hub_unreachable", "hub_blocked", "hub_portal", "hub_answer_invalid", "disk_full", "no_room_for_download", "torch_missing",
}  # fmt: skip
"""What a studio says with a status of 5xx when somebody else is at fault."""
GONE = (HTTPException, OSError)

Note = Callable[[int, bytes, float], None]


@dataclass
class Findings:
    """Counted by all threads of an attack; it has had ``enough`` after ``most`` requests."""

    most: int
    answers: Counter[tuple[str, int]] = field(default_factory=Counter)
    """Requests by what asked and the status of the answer."""
    faults: dict[str, str] = field(default_factory=dict)
    """The first of each kind of what should not have been, with what was asked."""
    slowest: dict[str, float] = field(default_factory=dict)
    """Seconds, by what was asked."""
    begun: float = field(default_factory=time.monotonic)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def sent(self) -> int:
        return self.answers.total()

    @property
    def enough(self) -> bool:
        return self.sent >= self.most

    def answered(self, who: str, what: str, status: int, took_s: float = 0.0) -> None:
        """Count one answer."""
        with self._lock:
            self.answers[who, status] += 1
            self.slowest[what] = max(took_s, self.slowest.get(what, 0.0))

    def fault(self, kind: str, asked: str) -> None:
        """Keep the first example of a fault."""
        with self._lock:
            self.faults.setdefault(kind, asked)

    @contextmanager
    def watched(self, who: str, what: str, shown: Callable[[], str]) -> Iterator[Note]:
        """Note the answer of what the block asks; without one, that the connection was lost."""

        def note(status: int, content: bytes, took_s: float) -> None:
            self.answered(who, what, status, took_s)
            if status >= 500 and (code := _code(content)) not in FORESEEN:
                self.fault(f"{what} → {status} {code}", shown())

        try:
            yield note
        except GONE as error:
            self.answered(who, what, 0)
            self.fault(f"{what} → {type(error).__name__}", f"{error} {shown()}")

    def told(self) -> str:
        """The whole as lines for people."""
        took_s = time.monotonic() - self.begun
        lines = [f"{self.sent} requests in {took_s:.0f} s ({self.sent / took_s:.0f} a second)"]
        for who in sorted({who for who, _ in self.answers}):
            statuses = sorted(
                (status, count) for (whose, status), count in self.answers.items() if whose == who
            )
            lines.append(f"  {who:24} " + "  ".join(f"{status}: {count}" for status, count in statuses))
        slow = sorted(self.slowest.items(), key=lambda each: -each[1])[:8]
        lines += ["slowest:", *(f"  {took:6.2f} s  {what}" for what, took in slow)]
        lines += [
            f"faults: {len(self.faults)}",
            *(f"  {kind}\n      {asked}" for kind, asked in self.faults.items()),
        ]
        return "\n".join(lines)


def _code(content: bytes) -> str:
    """The code of a problem; empty where the answer is none."""
    try:
        told = json.loads(content)
        return str((told.get("error") or told).get("code", ""))
    except (ValueError, AttributeError):
        return ""
