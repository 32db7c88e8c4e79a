"""Where the Hub may be asked: endpoints in order, their remembered health, and who may see the token."""

import hashlib
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

HUB = "https://huggingface.co"
FIRST_REST_S, LONGEST_REST_S = 15.0, 600.0


def origin(url: str) -> str:
    """Scheme, host and port of ``url``: what decides whether two addresses are the same place."""
    parts = urlsplit(url)
    port = parts.port or {"http": 80, "https": 443}.get(parts.scheme)
    return f"{parts.scheme}://{(parts.hostname or '').lower()}:{port}"


def path_and_query(url: str, base: str) -> str:
    """What of ``url`` (perhaps relative to ``base``) does not depend on the host."""
    parts = urlsplit(urljoin(base, url))
    return parts.path + (f"?{parts.query}" if parts.query else "")


@dataclass
class _Health:
    failures: int = 0
    rests_until: float = 0.0


class Endpoints:
    """The Hub and its mirrors, in order; an endpoint that fails rests, longer each time."""

    def __init__(
        self,
        urls: Sequence[str] = (HUB,),
        *,
        hub: str = HUB,
        token: str | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """``hub`` is the one endpoint that is the Hub itself: the token goes there and nowhere else."""
        self._health = {url.rstrip("/"): _Health() for url in urls or (HUB,)}
        self.hub = hub.rstrip("/")
        self._hub_origin = origin(hub)
        self._token = token
        self._clock = clock

    @property
    def urls(self) -> tuple[str, ...]:
        """Every endpoint, in the order given."""
        return tuple(self._health)

    @property
    def fingerprint(self) -> str:
        """Tells apart answers that different holders of tokens may get; says nothing about the token."""
        return hashlib.sha256(f"{self.hub} {self._token}".encode()).hexdigest()[:16]

    def best(self) -> str:
        """The first endpoint that is not resting, else the one whose rest ends first."""
        now = self._clock()
        healthy = (url for url, health in self._health.items() if health.rests_until <= now)
        return next(healthy, min(self._health, key=lambda url: self._health[url].rests_until))

    def resting(self, url: str) -> bool:
        """Whether ``url`` failed lately."""
        return self._health[url].rests_until > self._clock()

    def failed(self, url: str) -> None:
        """Remember that ``url`` could not be reached or had no server behind it."""
        health = self._health[url]
        health.failures += 1
        rest_s = min(LONGEST_REST_S, FIRST_REST_S * 2 ** (health.failures - 1))
        health.rests_until = self._clock() + rest_s

    def answered(self, url: str) -> None:
        """Remember that ``url`` works."""
        self._health[url] = _Health()

    def known(self, url: str) -> bool:
        """Whether ``url`` lies at the Hub or one of the mirrors, not somewhere foreign."""
        return origin(url) == self._hub_origin or any(
            origin(url) == origin(endpoint) for endpoint in self._health
        )

    def token_for(self, url: str, token: str | None = None) -> str | None:
        """The token (or another) if ``url`` lies at the Hub itself; nobody else ever sees one."""
        return (token or self._token) if origin(url) == self._hub_origin else None
