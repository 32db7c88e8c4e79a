"""The files of a voice, for a page that runs it."""

from contextlib import suppress
from pathlib import Path

from fastapi import Request
from fastapi.responses import FileResponse, Response

from bazgoo.engines import Voice
from bazgoo.errors import VoiceNotFound, VoiceNotInBrowser


def browser_files(voice: Voice) -> tuple[Path, Path]:
    """The graph of ``voice`` and the JSON beside it; raises VoiceNotInBrowser."""
    if voice.path is None or not voice.runs_in_browser:
        raise VoiceNotInBrowser(voice=voice.id)
    return voice.path, voice.path.with_name(f"{voice.path.name}.json")


def size_in_browser(voice: Voice) -> int | None:
    """How many bytes its files have; None where they do not run in a browser."""
    with suppress(VoiceNotInBrowser, OSError):
        return sum(file.stat().st_size for file in browser_files(voice))
    return None


def file_answer(file: Path, media_type: str, request: Request, voice_id: str) -> Response:
    """The file, or that it has not changed since the browser got it; raises VoiceNotFound when it has gone."""
    try:
        status = file.stat()
    except OSError:
        raise VoiceNotFound(voice=voice_id) from None
    tag = f'"{status.st_ino:x}-{status.st_size:x}-{status.st_mtime_ns:x}"'
    headers = {"ETag": tag, "Cache-Control": "private, no-cache"}
    if _knows(request.headers.get("if-none-match", ""), tag):
        return Response(status_code=304, headers=headers)
    return FileResponse(file, media_type=media_type, headers=headers)


def _knows(told: str, tag: str) -> bool:
    """Whether ``tag`` is among those of an If-None-Match (RFC 9110, section 13.1.2)."""
    tags = [each.strip().removeprefix("W/") for each in told.split(",")]
    return tag in tags or "*" in tags
