"""The archive of the text front end."""

from typing import Any

from fastapi import APIRouter, Request, Response

from bazgoo.browser.archive import reader_archive
from bazgoo.server.dependencies import VISITOR_LIMIT

router = APIRouter()

_ARCHIVE: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "A zip.",
        "content": {"application/zip": {"schema": {"type": "string", "format": "binary"}}},
        "headers": {"ETag": {"schema": {"type": "string"}}},
    },
    304: {"description": "It is the one that `If-None-Match` names."},
}


@router.get(
    "/api/reader",
    tags=["speech"],
    dependencies=[VISITOR_LIMIT],
    response_class=Response,
    responses=_ARCHIVE,
)
def read_archive(request: Request) -> Response:
    """The text front end of this server, for a page to run: Python modules, weights, and eSpeak NG's data."""
    content, tag = reader_archive()
    headers = {"ETag": f'"{tag}"', "Cache-Control": "no-cache"}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(content, media_type="application/zip", headers=headers)
