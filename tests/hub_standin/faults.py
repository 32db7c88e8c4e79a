"""What can go wrong on the way, each a fault that waits for a request it fits."""

import threading
from dataclasses import dataclass, field
from typing import Literal

Place = Literal["api", "resolve", "cdn"]
Kind = Literal[
    "fin",  # the connection closes in order after `after` bytes of body
    "rst",  # the connection is reset after `after` bytes of body
    "stall",  # nothing more comes after `after` bytes, the connection stays
    "slow",  # `rate` bytes a second
    "truncate",  # a complete answer that has only `after` bytes
    "corrupt",  # one byte is another
    "ignore_range",  # 200 and the whole file, whatever range was asked
    "wrong_range",  # a 206 for another range than the one asked
    "expired",  # the signed address is no longer good
    "status",  # `status`, with `headers`, as the Hub would say it
    "middle_box",  # `status` from something that is not the Hub
    "portal_page",  # 200 and a login page
    "portal_redirect",  # a redirect to the login page of another host
    "loop",  # a redirect to the same address
    "no_headers",  # without X-Repo-Commit, X-Linked-*, ETag, RateLimit
    "not_json",  # 200, application/json, half a document
    "refuse",  # the connection is reset before an answer
]


@dataclass
class Fault:
    """One kind of trouble at one place, for the next ``times`` requests that fit."""

    kind: Kind
    place: Place = "cdn"
    path: str = ""
    after: int = 0
    times: int = 1
    rate: int = 0
    status: int = 503
    headers: dict[str, str] = field(default_factory=dict)
    methods: tuple[str, ...] = ("GET", "HEAD", "POST")

    def fits(self, place: str, method: str, path: str) -> bool:
        return self.times > 0 and self.place == place and method in self.methods and self.path in path


class Faults:
    """Faults in waiting."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: list[Fault] = []

    def add(self, *faults: Fault) -> None:
        with self._lock:
            self._waiting.extend(faults)

    def clear(self) -> None:
        with self._lock:
            self._waiting.clear()

    def take(self, place: str, method: str, path: str) -> Fault | None:
        """The first fault that fits this request, used once."""
        with self._lock:
            found = next((fault for fault in self._waiting if fault.fits(place, method, path)), None)
            if found is None:
                return None
            found.times -= 1
            self._waiting = [fault for fault in self._waiting if fault.times > 0]
            return found
