"""Kept connections of HTTP/1.1 that cost little, so that what is measured is the server."""

import asyncio
from dataclasses import dataclass

ANSWERED_WITHIN_S = 30.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: its status, and how long its body was."""

    status: int
    length: int


class Line:
    """One connection to ``port`` of this machine, made when it is first needed."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._reader: asyncio.StreamReader | None = None
        self._writer: asyncio.StreamWriter | None = None

    async def ask(self, request: bytes, within_s: float = ANSWERED_WITHIN_S) -> Answer:
        """The answer to ``request``; raises OSError, EOFError, ValueError and TimeoutError when there is none.

        A line that the server has let go of meanwhile is made anew, as every client does.
        """
        kept = self._writer is not None
        try:
            return await self._ask(request, within_s)
        except (ConnectionError, asyncio.IncompleteReadError) as error:
            if not kept or getattr(error, "partial", None):
                raise
        return await self._ask(request, within_s)

    async def _ask(self, request: bytes, within_s: float) -> Answer:
        try:
            async with asyncio.timeout(within_s):
                if self._reader is None or self._writer is None:
                    self._reader, self._writer = await asyncio.open_connection("127.0.0.1", self._port)
                self._writer.write(request)
                return await _read(self._reader)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Leave; the next question makes another."""
        if self._writer is not None:
            self._writer.close()
        self._reader = self._writer = None


async def _read(reader: asyncio.StreamReader) -> Answer:
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    status = int(head[9:12])
    _, announced, rest = head.partition(b"\r\ncontent-length:")
    if announced:
        length = int(rest.partition(b"\r\n")[0])
        await reader.readexactly(length)
        return Answer(status, length)
    return Answer(status, await _chunks(reader) if b"chunked" in head else 0)


async def _chunks(reader: asyncio.StreamReader) -> int:
    """How long a body is that comes in chunks; it is not kept."""
    length = 0
    while size := int((await reader.readline()).partition(b";")[0], 16):
        await reader.readexactly(size + 2)
        length += size
    await reader.readline()
    return length


def request(method: str, path: str, token: str, body: bytes = b"") -> bytes:
    """A question as it goes over the line."""
    head = f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {token}\r\n"
    said = f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n" if body else ""
    return f"{head}{said}\r\n".encode() + body
