"""Downloads as the outside sees them."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, Field, StringConstraints

from bazgoo.errors import Language
from bazgoo.server.settings.schemas import Endpoint
from bazgoo.server.sources.schemas import Described
from bazgoo.server.sources.tables import Download, DownloadStatus

Name = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=r"^[^\x00-\x1f\x7f]*$")]
Glob = Annotated[str, StringConstraints(min_length=1, max_length=300, pattern=r"^[^\x00-\x1f\x7f]*$")]


class DownloadRequest(BaseModel):
    """What to bring: a voice's files, those that match, or those that its engine needs."""

    repo_id: Name
    revision: Name | None = Field(default=None, description="A branch, a tag or a commit.")
    files: list[Glob] | None = Field(default=None, max_length=50, description="Globs such as `onnx/*`.")
    voice: Name | None = Field(default=None, description="Such as `fa_IR-amir-medium`.")


class ResumeRequest(BaseModel):
    """How to go on."""

    endpoint: Endpoint | None = Field(default=None, description="Another mirror to go on over.")


class DownloadError(Described):
    """Why a download failed."""

    code: str
    message: str
    """As a sentence, in the caller's language."""


class DownloadOut(Described):
    """One download."""

    id: UUID
    model_id: UUID | None
    repo_id: str
    revision: str | None
    voice: str | None
    files: list[str] | None
    """The globs that were asked for."""
    status: DownloadStatus
    seq: int
    """Rises with every change, as in the live events."""
    progress: float
    """0–100."""
    bytes_downloaded: int
    bytes_total: int | None
    current_file: str | None
    speed_bps: float | None
    """Bytes a second."""
    eta_s: float | None
    error: DownloadError | None
    started_at: datetime | None
    completed_at: datetime | None
    created_at: datetime

    @classmethod
    def of(cls, download: Download, language: Language) -> "DownloadOut":
        """``download`` for a reader of ``language``."""
        fields = {name: getattr(download, name) for name in cls.model_fields if hasattr(download, name)}
        asked = {name: download.request.get(name) for name in ("revision", "voice", "files")}
        return cls(**fields | asked | {"error": _error(download.error, language)})


def _error(error: dict[str, Any] | None, language: Language) -> DownloadError | None:
    if error is None:
        return None
    return DownloadError(code=error["code"], message=error["message" if language == "fa" else "message_en"])


class Downloads(BaseModel):
    """The caller's downloads, the newest first."""

    items: list[DownloadOut]
    next_cursor: str | None = None
