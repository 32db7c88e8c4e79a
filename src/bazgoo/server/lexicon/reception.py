"""A lexicon that comes with a request: as the body itself, or as the file of a form."""

from collections.abc import AsyncGenerator

from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from bazgoo.errors import BodyTooLarge, RequestInvalid

LIMIT_MB = 1
"""How large a file of a lexicon may be."""
_FORM_BYTES = 4096
"""What a form may add to its file."""


async def received(request: Request) -> bytes:
    """The file that came with ``request``; raises BodyTooLarge, RequestInvalid."""
    form = request.headers.get("content-type", "").startswith("multipart/form-data")
    body = await _read(request, LIMIT_MB * 2**20 + _FORM_BYTES * form)
    return await _file_of(request, body) if form else body


async def _read(request: Request, limit_bytes: int) -> bytes:
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > limit_bytes:
            raise BodyTooLarge(limit_mb=LIMIT_MB)
    return bytes(body)


async def _file_of(request: Request, body: bytes) -> bytes:
    async def whole() -> AsyncGenerator[bytes, None]:
        yield body

    try:
        form = await MultiPartParser(request.headers, whole(), max_files=1, max_fields=8).parse()
    except MultiPartException:
        raise _invalid() from None
    try:
        file = form.get("file")
        if not isinstance(file, UploadFile):
            raise _invalid()
        return await file.read()
    finally:
        await form.close()


def _invalid() -> RequestInvalid:
    return RequestInvalid(
        reason_fa="پرونده را در فیلد file بفرستید، یا خود آن را بدنهٔ درخواست کنید.",
        reason_en="send the file in the field `file`, or as the body itself.",
    )
