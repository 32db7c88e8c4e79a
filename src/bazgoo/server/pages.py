"""The studio's pages, as built into ``bazgoo/pages``: files, and one page for every view."""

from importlib.resources import files
from pathlib import Path

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocketClose

PAGES = Path(str(files("bazgoo"))) / "pages"

NOT_PAGES = ("/api", "/v1", "/socket.io", "/health", "/metrics", "/openapi.json", "/docs", "/assets")
"""Below these addresses, what is not there is an error, never the studio's page."""

HASHED = "/assets/"
"""Names below this hold a hash of their content, so browsers may keep them for ever."""

ENCODINGS = (("br", ".br"), ("gzip", ".gz"))
"""How files may lie beside themselves, compressed by the build, the better one first."""

NOT_BUILT = """<!doctype html>
<html lang="fa" dir="rtl"><meta charset="utf-8"><title>بازگو</title>
<meta name="viewport" content="width=device-width">
<h1>صفحه‌های بازگو هنوز ساخته نشده‌اند</h1>
<p>در پوشهٔ پروژه <code dir="ltr">./setup.sh</code> را اجرا کنید، یا در <code dir="ltr">web/</code> دستور
<code dir="ltr">npm ci &amp;&amp; npm run build</code> را، و صفحه را تازه کنید.</p>
<p lang="en" dir="ltr">The pages have not been built. Run <code>./setup.sh</code> in the project, or
<code>npm ci &amp;&amp; npm run build</code> in <code>web/</code>, and reload.</p>
</html>"""


class Pages:
    """An ASGI application for every address that no endpoint has."""

    def __init__(self, directory: Path = PAGES) -> None:
        self._files = StaticFiles(directory=directory, check_dir=False)
        self._index = directory / "index.html"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with a file, else with the studio's page; raises a 404 where neither is meant."""
        if scope["type"] == "websocket":
            return await WebSocketClose()(scope, receive, send)
        if scope["method"] not in ("GET", "HEAD"):
            raise HTTPException(404)
        response = self._file(scope) or self._view(scope)
        return await response(scope, receive, send)

    def _file(self, scope: Scope) -> Response | None:
        path = scope["path"]
        try:
            full, stat = self._files.lookup_path(path.lstrip("/"))
        except (ValueError, OSError):  # a NUL, or a name too long for the file system
            return None
        if stat is None or not Path(full).is_file():
            return None
        response = self._encoded(full, scope) or self._files.file_response(full, stat, scope)
        response.headers.add_vary_header("Accept-Encoding")
        response.headers["Cache-Control"] = (
            "public, max-age=31536000, immutable" if path.startswith(HASHED) else "no-cache"
        )
        return response

    def _encoded(self, full: str, scope: Scope) -> Response | None:
        """The file in a compressed form that is there and that the client takes."""
        accepted = Headers(scope=scope).get("accept-encoding", "")
        for encoding, suffix in ENCODINGS:
            if encoding in accepted and (packed := Path(full + suffix)).is_file():
                plain = self._files.file_response(full, Path(full).stat(), scope)
                response = self._files.file_response(packed, packed.stat(), scope)
                response.headers["Content-Encoding"] = encoding
                if "content-type" in plain.headers:
                    response.headers["Content-Type"] = plain.headers["content-type"]
                return response
        return None

    def _view(self, scope: Scope) -> Response:
        path = scope["path"]
        if (
            any(path == prefix or path.startswith(f"{prefix}/") for prefix in NOT_PAGES)
            or "." in Path(path).name
        ):
            raise HTTPException(404)
        if not self._index.is_file():
            return HTMLResponse(NOT_BUILT, status_code=503, headers={"Cache-Control": "no-store"})
        response = self._files.file_response(self._index, self._index.stat(), scope)
        response.headers["Cache-Control"] = "no-cache"
        return response
