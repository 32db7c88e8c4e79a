"""Two ports that answer, and the trouble on the way: cuts, stalls, portals, limits."""

import contextlib
import json
import threading
import time
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

from tests.hub_standin.accounts import Account
from tests.hub_standin.answers import EXPOSED, Answer, redirect, refusal
from tests.hub_standin.delivery import deliver
from tests.hub_standin.faults import Fault, Faults
from tests.hub_standin.repositories import Repository
from tests.hub_standin.routes import EXPIRED, Request, Shelf, answer_cdn, answer_hub, place

LOGIN = b"<!DOCTYPE html><html><form action='/login'>Welcome to the hotel. Please log in.</form></html>"
BLOCKED = (
    b'<html><head><title>M1-6</title></head><body><iframe src="http://10.10.34.35:80"></iframe></body></html>'
)
LIMITED = (
    "We had to rate limit your IP (127.0.0.1). To continue using our service, create a HF account or login "
    "to your existing account, and make sure you pass a HF_TOKEN if you're using the API."
)


@dataclass
class Served:
    """One request as it was answered."""

    place: str
    method: str
    target: str
    headers: dict[str, str]
    status: int = 0
    sent: int = 0
    fault: str | None = None
    connection: int = 0
    """The port of the client: the same for requests on one connection."""


class HubStandin:
    """A Hub and its CDN on two ports of the loopback address."""

    def __init__(
        self,
        repositories: Iterable[Repository] = (),
        accounts: Mapping[str, Account] | None = None,
        *,
        port: int = 0,
    ) -> None:
        self.shelf = Shelf(repositories, accounts or {})
        self.faults = Faults()
        self.journal: list[Served] = []
        self.quotas = {"api": 500, "resolvers": 3000}
        self.left = dict(self.quotas)
        self.window_s = 300.0
        self.pace_bytes_s: int | None = None
        """How fast one connection of the CDN is, if not as fast as it can."""
        self._window_ends = time.monotonic() + self.window_s
        self.stopping = threading.Event()
        self._servers = [self._listen("hub", port), self._listen("cdn", 0)]
        self.url, self.cdn_url = (f"http://127.0.0.1:{server.server_address[1]}" for server in self._servers)

    def _listen(self, role: str, port: int) -> ThreadingHTTPServer:
        handler = type("Handler", (_Handler,), {"standin": self, "role": role})
        server = _Server(("127.0.0.1", port), handler)
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        return server

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        self.stopping.set()
        for server in self._servers:
            server.shutdown()
            server.server_close()

    def requests(self, place: str, method: str | None = None) -> list[Served]:
        return [
            served for served in self.journal if served.place == place and method in (None, served.method)
        ]

    @property
    def bytes_sent(self) -> int:
        """Bytes of files that left the CDN."""
        return sum(served.sent for served in self.requests("cdn"))

    def use_up(self, bucket: str, seconds: float) -> None:
        """Leave nothing in a rate-limit bucket for ``seconds``."""
        self.left[bucket] = 0
        self._window_ends = time.monotonic() + seconds

    def limit(self, bucket: str) -> tuple[dict[str, str], bool]:
        """Take one request out of a bucket: its headers, and whether it was empty."""
        now = time.monotonic()
        if now >= self._window_ends:
            self.left, self._window_ends = dict(self.quotas), now + self.window_s
        empty = self.left[bucket] <= 0
        self.left[bucket] = max(0, self.left[bucket] - 1)
        rest = max(0, round(self._window_ends - now))
        policy = f'"fixed window";"{bucket}";q={self.quotas[bucket]};w={self.window_s:.0f}'
        return {"RateLimit": f'"{bucket}";r={self.left[bucket]};t={rest}', "RateLimit-Policy": policy}, empty


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 256

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that goes away in the middle is what this server is for."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    standin: HubStandin
    role: str

    def log_message(self, format: str, *args: Any) -> None:
        """Quiet."""

    def do_GET(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        headers = {name.lower(): text for name, text in self.headers.items()}
        request = Request(self.command, self.path, headers, body)
        if self.path.startswith("/-/"):
            return self._control(request)
        where = "cdn" if self.role == "cdn" else place(request.path)
        fault = self.standin.faults.take(where, self.command, self.path)
        if fault and fault.kind == "ignore_range":
            headers.pop("range", None)
        served = Served(where, self.command, self.path, dict(headers), fault=fault.kind if fault else None)
        served.connection = self.client_address[1]
        self.standin.journal.append(served)
        answer = self._answer(request, where, fault)
        served.status = answer.status
        with contextlib.suppress(ConnectionError, TimeoutError):
            deliver(self, answer, fault, served, self.standin)
        return None

    do_HEAD = do_POST = do_GET  # noqa: N815

    def _answer(self, request: Request, where: str, fault: Fault | None) -> Answer:
        if fault and (instead := _instead(request, fault, self.standin)):
            return instead
        if where == "cdn":
            return answer_cdn(self.standin.shelf, request)
        bucket = "resolvers" if where == "resolve" else "api"
        limits, empty = self.standin.limit(bucket)
        if empty:
            answer = refusal(429, LIMITED, text=where == "resolve")
        else:
            answer = answer_hub(self.standin.shelf, request, self.standin.url, self.standin.cdn_url)
        answer = replace(answer, headers=_manners(request) | limits | answer.headers)
        if fault and fault.kind == "no_headers":
            kept = ("content-type", "location", "content-range", "accept-ranges", "content-encoding")
            answer = replace(answer, headers={k: v for k, v in answer.headers.items() if k.lower() in kept})
        return answer

    def _control(self, request: Request) -> None:
        """For programs in other processes: add faults, read the journal; and where a portal sends people."""
        if request.path == "/-/faults":
            self.standin.faults.add(*(Fault(**given) for given in json.loads(request.body)))
        if request.path == "/-/clear":
            self.standin.faults.clear()
        journal = [vars(served) for served in self.standin.journal]
        told = {"bytes_sent": self.standin.bytes_sent, "requests": journal}
        login = request.path == "/-/login"
        body = LOGIN if login else json.dumps(told).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html" if login else "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def _manners(request: Request) -> dict[str, str]:
    """What the Hub puts on every answer."""
    trace = request.headers.get("x-amzn-trace-id", "")
    return {
        "X-Powered-By": "huggingface-moon",
        "X-Request-Id": f"Root=1-67cae57a-{uuid.uuid4().hex[:24]};{trace}",
        "Access-Control-Expose-Headers": EXPOSED,
        "Vary": "Origin",
        "Referrer-Policy": "strict-origin-when-cross-origin",
    }


def _instead(request: Request, fault: Fault, standin: HubStandin) -> Answer | None:
    """What somebody on the way answers instead of the Hub."""
    html = {"Content-Type": "text/html; charset=utf-8"}
    match fault.kind:
        case "expired":
            return EXPIRED
        case "middle_box":
            return Answer(fault.status, html, BLOCKED)
        case "portal_page":
            return Answer(200, html, LOGIN)
        case "portal_redirect":
            return redirect(302, f"{standin.cdn_url}/-/login")
        case "loop":
            return redirect(302 if fault.place == "cdn" else 307, request.target)
        case "not_json":
            return Answer(200, {"Content-Type": "application/json"}, b'[{"id": "half/a-do')
        case "status":
            answer = refusal(
                fault.status, LIMITED if fault.status == 429 else f"Error {fault.status}", text=True
            )
            return replace(answer, headers=_manners(request) | answer.headers | fault.headers)
        case _:
            return None
