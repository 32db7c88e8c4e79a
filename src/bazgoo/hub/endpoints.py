"""Where the Hub may be asked: endpoints in order, their remembered health, and who may see the token."""

import hashlib
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from bazgoo.settings import Settings

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
        trusted: Sequence[str] = (),
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """``hub`` is the one endpoint that is the Hub itself: the token goes there and nowhere else.

        ``trusted`` are those that the owner of this installation named; they alone may lie in a private network.
        """
        self._health = {url.rstrip("/"): _Health() for url in urls or (HUB,)}
        self.hub = hub.rstrip("/")
        self._hub_origin = origin(hub)
        self._token = token
        self._trusted = frozenset(origin(url) for url in trusted)
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
        return url in self._health and self._health[url].rests_until > self._clock()

    def failed(self, url: str) -> None:
        """Remember that ``url`` could not be reached or had no server behind it."""
        health = self._health.get(url, _Health())  # the Hub may be asked without being listed
        health.failures += 1
        rest_s = min(LONGEST_REST_S, FIRST_REST_S * 2 ** (health.failures - 1))
        health.rests_until = self._clock() + rest_s

    def answered(self, url: str) -> None:
        """Remember that ``url`` works."""
        if url in self._health:
            self._health[url] = _Health()

    def known(self, url: str) -> bool:
        """Whether ``url`` lies at the Hub or one of the mirrors, not somewhere foreign."""
        return origin(url) == self._hub_origin or any(
            origin(url) == origin(endpoint) for endpoint in self._health
        )

    def trusts(self, url: str, sent_by: str | None = None) -> bool:
        """Whether ``url`` may lie in a private network: a trusted endpoint, or where one sends us on its own host."""
        if sent_by is not None and origin(sent_by) in self._trusted:
            return origin(url) in self._trusted or urlsplit(url).hostname == urlsplit(sent_by).hostname
        return origin(url) in self._trusted

    def token_for(self, url: str, token: str | None = None) -> str | None:
        """The token (or another) if ``url`` lies at the Hub itself; nobody else ever sees one."""
        return (token or self._token) if origin(url) == self._hub_origin else None


def hub_endpoints(settings: Settings, token: str | None = None, extra: Sequence[str] = ()) -> Endpoints:
    """The endpoints of this installation for one person: ``extra``, the mirrors of the settings, the Hub itself.

    ``token`` stands in for the installation's; only what the settings name may lie in a private network.
    """
    own = [url.rstrip("/") for url in (*settings.hub_endpoints, settings.hf_endpoint)]
    usual = settings.hf_token.get_secret_value() if settings.hf_token else None
    urls = dict.fromkeys([*(url.rstrip("/") for url in extra), *own])
    return Endpoints(list(urls), hub=settings.hf_endpoint, token=token or usual, trusted=own)
