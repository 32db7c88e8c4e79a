"""The audit log as an admin reads it."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

Action = Literal[
    "login",
    "login_failed",
    "register",
    "logout",
    "token_reused",
    "user_changed",
    "user_created",
    "quota_changed",
    "settings_changed",
    "key_made",
    "key_deleted",
    "job_cancelled",
    "backup_made",
    "backup_deleted",
    "backup_downloaded",
    "installed_removed",
]
"""What is noted; `token_reused` is a refresh token used twice, which ends its login: somebody else may have it."""


class AuditShown(BaseModel):
    """One deed."""

    model_config = ConfigDict(from_attributes=True)

    id: int
    created_at: datetime
    user_id: UUID | None = Field(description="Who did it; null for nobody known, or for someone who is gone.")
    email: str | None = Field(description="Theirs at that time; of a failed login, the one that was tried.")
    action: Action
    target: str | None = Field(description="What it was done to, such as the id of a person or a model.")
    address: str | None = Field(description="Where it came from; null for the command line and the worker.")
    details: dict[str, Any]
