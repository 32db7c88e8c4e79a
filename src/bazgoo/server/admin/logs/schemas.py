"""What the studio and its worker wrote into their logs."""

from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel, Field

LogSource = Literal["studio", "worker"]
LogLevel = Literal["debug", "info", "warning", "error", "critical"]


class LogLine(BaseModel):
    """One line of a log."""

    at: datetime
    level: LogLevel
    event: str = Field(description="What happened, in English.")
    logger: str | None
    request_id: str | None = Field(description="Of the request that it belongs to.")
    fields: dict[str, Any] = Field(description="Everything else; `exception` is a traceback.")


class LogLines(BaseModel):
    """The last lines, the newest first."""

    items: list[LogLine]
    next_cursor: str | None = None
