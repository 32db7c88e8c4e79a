"""Jobs as an admin sees them."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

JobKind = Literal["download", "training", "dataset"]
JobStatus = Literal[
    "pending",
    "downloading",
    "queued",
    "running",
    "importing",
    "checking",
    "paused",
    "ready",
    "completed",
    "failed",
    "cancelled",
]
"""Each kind has its own of these."""


class JobError(BaseModel):
    """Why a job failed."""

    code: str
    message: str = Field(description="As a sentence, in the caller's language.")


class JobShown(BaseModel):
    """One job of anybody."""

    model_config = ConfigDict(from_attributes=True)

    kind: JobKind
    id: UUID
    user_id: UUID
    username: str
    name: str = Field(
        description="The repository of a download; what its owner calls a training or a dataset."
    )
    status: JobStatus
    progress: float = Field(description="0–100.")
    error: JobError | None
    created_at: datetime
    started_at: datetime | None = Field(description="Null before the start, and for datasets.")
    completed_at: datetime | None = Field(description="Null before the end, and for datasets.")
