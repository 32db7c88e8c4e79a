"""One HTTP client for all that the Hub says: redirects by our rules, the token by host."""

import ssl
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from types import TracebackType
from typing import Literal, Self
from urllib.parse import urljoin

import httpcore
import httpx

from bazgoo import __version__
from bazgoo.events import Emit, ignore
from bazgoo.hub.addresses import public_only
from bazgoo.hub.endpoints import Endpoints, path_and_query
from bazgoo.hub.problems import puzzling, transport, unreachable
from bazgoo.hub.rates import Allowance
from bazgoo.hub.retries import Again, Patience, Retries

# As much as asyncio reads at once: with httpcore's own 64 KiB a fast line waits for this program, not the other way.
httpcore.AsyncHTTP11Connection.READ_NUM_BYTES = 256 * 1024

REDIRECTS = (301, 302, 303, 307, 308)
MOST_HOPS = 6
Follow = Literal["known", "any"]


class Line:
    """The way to the Hub and its mirrors; keep one for as long as there is something to ask."""

    def __init__(
        self,
        endpoints: Endpoints,
        *,
        patience: Patience | None = None,
        connect_s: float = 10.0,
        idle_s: float = 30.0,
    ) -> None:
        """``idle_s`` is how long nothing may come before a connection counts as dead.

        Proxies are those of the environment; raises HubUnreachable when one of them is no address.
        """
        self.endpoints = endpoints
        self.patience = patience or Patience()
        self.allowance = Allowance()
        timeout = httpx.Timeout(idle_s, connect=connect_s, pool=None)
        try:
            secure = httpx.create_ssl_context()
            self._own = _client(timeout, secure)
            """For the endpoints of this installation, wherever they lie."""
            self._public = public_only(_client(timeout, secure))
            """For all that others name: a person's mirror, a redirect."""
        except (ValueError, httpx.InvalidURL) as error:  # HTTPS_PROXY or its like is no address
            raise unreachable(endpoints.best(), "proxy") from error

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Close every connection."""
        await self._own.aclose()
        await self._public.aclose()

    def retries(self, emit: Emit = ignore, *, only: str | None = None) -> Retries:
        """A fresh count of attempts at one thing (at one endpoint ``only``); each is told to ``emit``."""
        return Retries(self.endpoints, self.patience, emit, only=only)

    @asynccontextmanager
    async def open(
        self,
        method: str,
        url: str,
        headers: Mapping[str, str] | None = None,
        *,
        follow: Follow = "known",
        token: str | None = None,
        sent_by: str | None = None,
    ) -> AsyncIterator[httpx.Response]:
        """Send a request and yield the answer, its body not yet read.

        Redirects within the Hub and its mirrors are followed; with ``follow="known"`` one that leads
        elsewhere is the answer. ``token`` stands in for the usual one; ``sent_by`` is who named ``url`` in a redirect
        that was not followed then.
        Raises Again when the line fails, also while the body is read; HubAddressPrivate when the way leads into
        a private network and is not one that this installation named.
        """
        seen: set[str] = set()
        while True:
            if url in seen or len(seen) > MOST_HOPS:
                raise Again(puzzling(url, "نشانی‌ها دور خود می‌چرخند.", "its redirects go in circles."))
            seen.add(url)
            try:
                client = self._own if self.endpoints.trusts(url, sent_by) else self._public
                response = await client.send(self._request(method, url, headers, token), stream=True)
            except httpx.InvalidURL as error:
                raise Again(puzzling(url, "نشانی درست نیست.", "the address is not valid.")) from error
            except httpx.TransportError as error:
                raise Again(transport(url, error), blame=True) from error
            try:
                leads_to = following(response)
                if leads_to and (follow == "any" or self.endpoints.known(leads_to)):
                    url, sent_by = leads_to, url
                    continue
                yield response
                return
            except httpx.TransportError as error:
                raise Again(transport(url, error), blame=True) from error
            except httpx.DecodingError as error:
                raise Again(
                    puzzling(url, "پاسخ فشرده باز نشد.", "its compressed answer was damaged.")
                ) from error
            finally:
                await response.aclose()

    def _request(
        self, method: str, url: str, headers: Mapping[str, str] | None, token: str | None
    ) -> httpx.Request:
        request = self._own.build_request(method, url, headers=headers)
        if allowed := self.endpoints.token_for(url, token):
            request.headers["Authorization"] = f"Bearer {allowed}"
        return request


def _client(timeout: httpx.Timeout, secure: ssl.SSLContext) -> httpx.AsyncClient:
    return httpx.AsyncClient(
        verify=secure,
        timeout=timeout,
        limits=httpx.Limits(max_connections=64, max_keepalive_connections=16),
        headers={"User-Agent": f"bazgoo/{__version__}"},
    )


def following(response: httpx.Response) -> str | None:
    """Where a redirect leads; None for any other answer. Raises Again when it leads nowhere."""
    location: str | None = response.headers.get("location")
    if response.status_code not in REDIRECTS or not location:
        return None
    url = str(response.request.url)
    try:
        return str(httpx.URL(urljoin(url, location)))
    except (ValueError, httpx.InvalidURL) as error:
        raise Again(puzzling(url, "نشانی درست نیست.", "the address it redirects to is not valid.")) from error


def on(endpoint: str, url: str) -> str:
    """A Link or a cursor's address, moved to ``endpoint`` whichever host it names."""
    return endpoint + path_and_query(url, endpoint)
