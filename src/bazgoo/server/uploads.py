"""Files that come with a request, straight to the disk: a multipart body (RFC 7578) is never held in memory."""

import asyncio
import errno
import shutil
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from python_multipart import MultipartParser
from python_multipart.exceptions import MultipartParseError
from python_multipart.multipart import parse_options_header
from starlette.requests import Request

from bazgoo.errors import BazgooError, DiskFull, RequestInvalid, UploadTooLarge
from bazgoo.server.passing import held

MOST_FILES = 64
LONGEST_HEADER = 4096
LONGEST_BOUNDARY = 70
"""In bytes, as RFC 2046 has it."""
LONGEST_FIELD = 1 << 20
"""What is not a file is held in memory, so it has to be short; in bytes, all fields together."""


@dataclass(frozen=True, slots=True)
class Upload:
    """One file that came."""

    field: str
    name: str
    """As the sender calls it; only to be shown, and for its ending."""
    path: Path


class Uploads:
    """The files of the fields ``wanted``, in a folder that is there as long as they are needed."""

    def __init__(self, folder: Path, boundary: bytes, wanted: frozenset[str]) -> None:
        self.folder = folder
        self.files: list[Upload] = []
        self._texts: dict[str, bytearray] = {}
        self._wanted = wanted
        self._file: IO[bytes] | None = None
        self._text: bytearray | None = None
        self._field, self._value = b"", b""
        self._disposition = b""
        self._parser = MultipartParser(
            boundary,
            {
                "on_part_begin": self._part_begins,
                "on_header_field": self._header_field,
                "on_header_value": self._header_value,
                "on_header_end": self._header_ends,
                "on_headers_finished": self._headers_end,
                "on_part_data": self._data,
                "on_part_end": self._part_ends,
            },
        )

    @property
    def fields(self) -> dict[str, str]:
        """What came beside the files, by its field."""
        return {name: text.decode("utf-8", "replace") for name, text in self._texts.items()}

    def find(self, field: str) -> Upload | None:
        """The file of ``field``."""
        return next((file for file in self.files if file.field == field), None)

    def write(self, piece: bytes) -> None:
        """Take the next piece of the body."""
        self._parser.write(piece)

    def finish(self) -> None:
        """Take note that the body has ended."""
        self._parser.finalize()

    def close(self) -> None:
        """Let go of a file that was never finished."""
        if self._file is not None:
            self._file.close()

    def _part_begins(self) -> None:
        self._disposition = self._field = self._value = b""

    def _header_field(self, data: bytes, start: int, end: int) -> None:
        self._field = (self._field + data[start:end])[:LONGEST_HEADER]

    def _header_value(self, data: bytes, start: int, end: int) -> None:
        self._value = (self._value + data[start:end])[:LONGEST_HEADER]

    def _header_ends(self) -> None:
        if self._field.lower() == b"content-disposition":
            self._disposition = self._value
        self._field = self._value = b""

    def _headers_end(self) -> None:
        _, options = parse_options_header(self._disposition)
        field = options.get(b"name", b"").decode("utf-8", "replace")
        name = options.get(b"filename")
        if name is None and field:
            self._text = self._texts.setdefault(field, bytearray())
        elif name is not None and field in self._wanted:
            self._open(field, name.decode("utf-8", "replace"))

    def _open(self, field: str, name: str) -> None:
        if len(self.files) >= MOST_FILES:
            raise MultipartParseError("too many files")
        self.files.append(Upload(field, name, self.folder / str(len(self.files))))
        self._file = self.files[-1].path.open("wb")

    def _data(self, data: bytes, start: int, end: int) -> None:
        if self._file is not None:
            self._file.write(data[start:end])
        elif self._text is not None:
            self._text += data[start:end]
            if sum(map(len, self._texts.values())) > LONGEST_FIELD:
                raise MultipartParseError("too much text")

    def _part_ends(self) -> None:
        self.close()
        self._file = self._text = None


@asynccontextmanager
async def received(
    request: Request,
    uploads_dir: Path,
    limit_mb: int,
    *,
    wanted: frozenset[str],
    needed: str | None = None,
    too_large: BazgooError | None = None,
) -> AsyncIterator[Uploads]:
    """The files of ``request``, gone from the disk when the block ends, and what came beside them.

    Raises RequestInvalid, also without a file in the field ``needed``; ``too_large`` (else UploadTooLarge); DiskFull.
    """
    kind, options = parse_options_header(request.headers.get("content-type", ""))
    boundary = options.get(b"boundary")
    if kind != b"multipart/form-data" or not boundary or len(boundary) > LONGEST_BOUNDARY:
        raise _invalid(needed)
    refusal = too_large or UploadTooLarge(limit_mb=limit_mb)
    limit_bytes = limit_mb * 1024 * 1024
    uploads = Uploads(_make_room(request, uploads_dir, limit_bytes, refusal), boundary, wanted)
    try:
        with held(uploads.folder):
            await _receive(request, uploads, limit_bytes, refusal)
            if needed and uploads.find(needed) is None:
                raise _invalid(needed)
            yield uploads
    except MultipartParseError:
        raise _invalid(needed) from None
    finally:
        with suppress(OSError):  # what is still to be written does not fit either
            uploads.close()
        shutil.rmtree(uploads.folder, ignore_errors=True)


async def _receive(request: Request, uploads: Uploads, limit_bytes: int, refusal: BazgooError) -> None:
    total = 0
    try:
        async for piece in request.stream():
            total += len(piece)
            if total > limit_bytes:
                raise refusal
            await asyncio.to_thread(uploads.write, piece)
        uploads.finish()
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFull(path=uploads.folder.parent) from None
        raise


def _make_room(request: Request, uploads_dir: Path, limit_bytes: int, refusal: BazgooError) -> Path:
    """A fresh folder; what is announced to be too large is refused at once."""
    uploads_dir.mkdir(parents=True, exist_ok=True)
    announced = request.headers.get("content-length", "")
    size = int(announced) if announced.isdigit() else 0
    if size > limit_bytes:
        raise refusal
    if size > shutil.disk_usage(uploads_dir).free:
        raise DiskFull(path=uploads_dir)
    return Path(tempfile.mkdtemp(dir=uploads_dir))


def _invalid(needed: str | None) -> RequestInvalid:
    if needed is None:
        return RequestInvalid(
            reason_fa="آن را با multipart/form-data بفرستید.", reason_en="send it as multipart/form-data."
        )
    return RequestInvalid(
        reason_fa=f"پرونده‌ها را با multipart/form-data و در فیلد {needed} بفرستید.",
        reason_en=f"send the files as multipart/form-data, in the field `{needed}`.",
    )
