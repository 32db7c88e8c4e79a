"""A folder on loopback, served as any static host does, and what was fetched of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import BinaryIO, Protocol, cast

ISOLATED = {"Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp"}
"""What a host must send so that a page may share memory between threads."""


class _Writes(Protocol):
    def write(self, content: bytes, /) -> object: ...


class Host(ThreadingHTTPServer):
    """Serves a folder and counts the bytes of what it gave."""

    daemon_threads = True

    def __init__(self, folder: Path, headers: dict[str, str]) -> None:
        super().__init__(("127.0.0.1", 0), partial(_Handler, directory=str(folder)))
        self.headers = headers
        self.given_bytes = 0

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.server_port}/"


class _Handler(SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        for name, value in cast(Host, self.server).headers.items():
            self.send_header(name, value)
        super().end_headers()

    def copyfile(self, source: BinaryIO, outputfile: _Writes) -> None:  # type: ignore[override]
        content = source.read()
        cast(Host, self.server).given_bytes += len(content)
        outputfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def hosted(folder: Path, headers: dict[str, str] | None = None) -> Iterator[Host]:
    """``folder`` on a free port until the block ends, each answer with these ``headers``."""
    with Host(folder, headers or {}) as host:
        Thread(target=host.serve_forever, daemon=True).start()
        try:
            yield host
        finally:
            host.shutdown()
