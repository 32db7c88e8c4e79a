"""Files that come with a request, straight to the disk: a multipart body (RFC 7578) is never held in memory."""

import asyncio
import errno
import shutil
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import IO

from python_multipart import MultipartParser
from python_multipart.exceptions import MultipartParseError
from python_multipart.multipart import parse_options_header
from starlette.requests import Request

from bazgoo.errors import DiskFull, RequestInvalid, UploadTooLarge

MOST_FILES = 64
LONGEST_HEADER = 4096


class Uploads:
    """The files of the field ``files``, in a folder that is there as long as they are needed."""

    def __init__(self, folder: Path, boundary: bytes) -> None:
        self.folder = folder
        self.paths: list[Path] = []
        self.names: list[str] = []
        self._file: IO[bytes] | None = None
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
        name = options.get(b"filename")
        if options.get(b"name") != b"files" or name is None:
            return
        if len(self.paths) >= MOST_FILES:
            raise MultipartParseError("too many files")
        self.names.append(name.decode("utf-8", "replace"))
        self.paths.append(self.folder / str(len(self.paths)))
        self._file = self.paths[-1].open("wb")

    def _data(self, data: bytes, start: int, end: int) -> None:
        if self._file is not None:
            self._file.write(data[start:end])

    def _part_ends(self) -> None:
        self.close()
        self._file = None


@asynccontextmanager
async def received(request: Request, uploads_dir: Path, limit_mb: int) -> AsyncIterator[Uploads]:
    """The files of ``request``, gone from the disk when the block ends.

    Raises RequestInvalid, UploadTooLarge, DiskFull.
    """
    kind, options = parse_options_header(request.headers.get("content-type", ""))
    boundary = options.get(b"boundary")
    if kind != b"multipart/form-data" or not boundary:
        raise _invalid()
    uploads = Uploads(_make_room(request, uploads_dir, limit_mb), boundary)
    try:
        await _receive(request, uploads, limit_mb)
        yield uploads
    finally:
        uploads.close()
        shutil.rmtree(uploads.folder, ignore_errors=True)


async def _receive(request: Request, uploads: Uploads, limit_mb: int) -> None:
    total = 0
    try:
        async for piece in request.stream():
            total += len(piece)
            if total > limit_mb * 1024 * 1024:
                raise UploadTooLarge(limit_mb=limit_mb)
            await asyncio.to_thread(uploads.write, piece)
        uploads.finish()
    except MultipartParseError:
        raise _invalid() from None
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFull(path=uploads.folder.parent) from None
        raise
    if not uploads.paths or any(not path.exists() for path in uploads.paths):
        raise _invalid()


def _make_room(request: Request, uploads_dir: Path, limit_mb: int) -> Path:
    """A fresh folder; what is announced to be too large is refused at once."""
    uploads_dir.mkdir(parents=True, exist_ok=True)
    announced = request.headers.get("content-length", "")
    size = int(announced) if announced.isdigit() else 0
    if size > limit_mb * 1024 * 1024:
        raise UploadTooLarge(limit_mb=limit_mb)
    if size > shutil.disk_usage(uploads_dir).free:
        raise DiskFull(path=uploads_dir)
    return Path(tempfile.mkdtemp(dir=uploads_dir))


def _invalid() -> RequestInvalid:
    return RequestInvalid(
        reason_fa="پرونده‌ها را با multipart/form-data و در فیلد files بفرستید.",
        reason_en="send the files as multipart/form-data, in the field `files`.",
    )
