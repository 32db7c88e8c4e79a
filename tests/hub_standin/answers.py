"""What the Hub answers, before anything happens to it on the way."""

import gzip
import hashlib
import json
from dataclasses import dataclass, field, replace
from typing import Any

from tests.hub_standin.repositories import Blob

EXPOSED = (
    "X-Repo-Commit,X-Request-Id,X-Error-Code,X-Error-Message,X-Total-Count,ETag,Link,"
    "Accept-Ranges,Content-Range"
)


@dataclass(frozen=True)
class Answer:
    """A status, headers and a body: bytes, or a part of a file."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    blob: Blob | None = None
    start: int = 0
    end: int = 0

    @property
    def length(self) -> int:
        return self.end - self.start if self.blob else len(self.body)

    def adding(self, **headers: str) -> "Answer":
        return replace(
            self, headers=self.headers | {name.replace("_", "-"): text for name, text in headers.items()}
        )


def document(content: Any, status: int = 200, **headers: str) -> Answer:
    """A JSON document with the ETag the Hub would give it."""
    body = json.dumps(content).encode()
    etag = f'W/"{len(body):x}-{hashlib.sha1(body).hexdigest()[:27]}"'
    return Answer(status, {"Content-Type": "application/json; charset=utf-8", "ETag": etag}, body).adding(
        **headers
    )


def refusal(status: int, message: str, code: str | None = None, *, text: bool = False) -> Answer:
    """An error in the Hub's words: JSON on the API, plain text on resolve."""
    headers = {"X-Error-Message": message} | ({"X-Error-Code": code} if code else {})
    if text:
        return Answer(status, {"Content-Type": "text/plain; charset=utf-8"} | headers, message.encode())
    return document({"error": message}, status).adding(**headers)


def redirect(status: int, location: str) -> Answer:
    body = f"Temporary Redirect. Redirecting to {location}".encode()
    return Answer(status, {"Content-Type": "text/plain; charset=utf-8", "Location": location}, body)


def file_answer(
    blob: Blob, asked: str | None, headers: dict[str, str], *, text: bytes | None = None
) -> Answer:
    """The bytes of ``blob``, whole or the range that the header ``asked`` names (RFC 9110)."""
    size = blob.size
    headers = {"Accept-Ranges": "bytes"} | headers
    if not asked or not asked.startswith("bytes=") or "," in asked:
        return Answer(200, headers, blob=blob, end=size)
    first, _, last = asked.removeprefix("bytes=").partition("-")
    start = int(first) if first else max(0, size - int(last))
    end = min(size, int(last) + 1) if first and last else size
    if start >= size or end <= start:
        return Answer(416, headers | {"Content-Range": f"bytes */{size}"})
    return Answer(
        206, headers | {"Content-Range": f"bytes {start}-{end - 1}/{size}"}, blob=blob, start=start, end=end
    )


def zipped(answer: Answer) -> Answer:
    """A text as the Hub sends it to those who accept gzip: whole, whatever range was asked."""
    assert answer.blob is not None
    content = b"".join(answer.blob.read(0, answer.blob.size))
    headers = {name: text for name, text in answer.headers.items() if name != "Content-Range"}
    return Answer(200, headers | {"Content-Encoding": "gzip"}, gzip.compress(content, mtime=0))
