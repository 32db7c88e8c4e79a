"""One line and one measurement for each request, never with a query, a body or a secret."""

import re
import time
import uuid

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from structlog.contextvars import bound_contextvars

from bazgoo.server.system.metrics import Metrics

log = structlog.stdlib.get_logger("bazgoo.access")

_SANE_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")


class AccessLog:
    """Gives each request an id, and writes one line and one measurement when it has been answered."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self.app = app
        self.metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and note how it went."""
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        request_id = _request_id(scope)
        scope.setdefault("state", {})["request_id"] = request_id
        status, started = 499, time.perf_counter()  # 499: the client went away before an answer began

        async def note(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)["X-Request-ID"] = request_id
            await send(message)

        with bound_contextvars(request_id=request_id):
            try:
                await self.app(scope, receive, note)
            finally:
                self._write(scope, status, time.perf_counter() - started)
        return None

    def _write(self, scope: Scope, status: int, duration_s: float) -> None:
        # the route's template, not the path: a path may hold what a person wrote, such as a word
        route = getattr(scope.get("route"), "path", None)
        self.metrics.observe_request(scope["method"], route or "other", status, duration_s)
        client = scope.get("client")
        log.info(
            "request",
            method=scope["method"],
            route=route,
            status=status,
            duration_ms=round(duration_s * 1000, 1),
            address=client[0] if client else None,
            user_id=scope["state"].get("user_id"),
        )


def _request_id(scope: Scope) -> str:
    given = Headers(scope=scope).get("x-request-id", "")
    return given if _SANE_ID.fullmatch(given) else uuid.uuid4().hex
