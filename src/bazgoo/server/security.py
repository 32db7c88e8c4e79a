"""What guards every answer and every body: security headers, CORS, and the largest body taken."""

import re
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "media-src 'self' blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
"""Everything from our own origin; WebAssembly and blob workers because voices also run in the browser."""

HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    # these two make the page cross-origin isolated, which threads of WebAssembly need
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(self)",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
"""What every answer carries."""

CORS: dict[str, Any] = {
    "allow_methods": ["GET", "POST", "PUT", "PATCH", "DELETE"],
    "allow_headers": ["Accept-Language", "Authorization", "Content-Type", "X-Request-ID"],
    "expose_headers": ["Content-Language", "Retry-After", "X-Request-ID", "X-Sample-Rate"],
    "max_age": 600,
}
"""What a page of another origin may do, once its origin is in ``CORS_ORIGIN``."""


class SecurityHeaders:
    """Adds the headers that tell a browser what our pages never do."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and put the headers on its answer."""
        if scope["type"] != "http":
            return await self.app(scope, receive, send)

        async def guard(message: Message) -> None:
            if message["type"] == "http.response.start":
                _add_headers(MutableHeaders(scope=message), scope)
            await send(message)

        return await self.app(scope, receive, guard)


def _add_headers(headers: MutableHeaders, scope: Scope) -> None:
    for name, value in HEADERS.items():
        headers.setdefault(name, value)
    if scope["path"].startswith(("/api/", "/v1/", "/socket.io/")):
        headers.setdefault("Cache-Control", "no-store")
    if scope.get("scheme") == "https":
        headers.setdefault("Strict-Transport-Security", "max-age=31536000")


class HeadAsGet:
    """Answers HEAD as GET; the server below leaves the body away (RFC 9110, section 9.3.2)."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on as a GET."""
        if scope["type"] == "http" and scope["method"] == "HEAD":
            scope = {**scope, "method": "GET"}  # a copy: the server goes by its own
        await self.app(scope, receive, send)


class BodyLimit:
    """Refuses a body over ``limit_bytes``, by its announced length or, without one, while it arrives.

    Paths that ``uploads`` matches see to their own limit.
    """

    def __init__(self, app: ASGIApp, limit_bytes: int, uploads: re.Pattern[str] | None = None) -> None:
        self.app = app
        self.uploads = uploads
        self.limit_bytes = limit_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, counting its body."""
        if scope["type"] != "http" or (self.uploads and self.uploads.fullmatch(scope["path"])):
            return await self.app(scope, receive, send)
        announced = Headers(scope=scope).get("content-length", "")
        too_large = announced.isdigit() and int(announced) > self.limit_bytes
        received = 0

        async def count() -> Message:
            nonlocal received
            # an HTTPException is what the framework lets through while it reads a body
            if too_large:
                raise HTTPException(413)
            message = await receive()
            received += len(message.get("body", b""))
            if received > self.limit_bytes:
                raise HTTPException(413)
            return message

        return await self.app(scope, count, send)
