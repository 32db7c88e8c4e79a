"""Installed models as the outside sees them."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel

from bazgoo.server.sources.schemas import Described
from bazgoo.server.sources.tables import ModelStatus, ModelType


class InstalledModel(Described):
    """A model on this machine."""

    id: UUID
    name: str
    type: ModelType
    repo_id: str | None
    revision: str | None
    commit: str | None
    size_mb: float | None
    status: ModelStatus
    """`installed`, or `failed` when files were deleted by hand."""
    format: str | None
    engine: str | None
    """The engine that runs it, if any."""
    why_not: str | None
    """Why none does, as a sentence."""
    license: str | None
    voices: list[str]
    """The ids of its voices."""
    missing: list[str]
    """Files that are gone or have another size."""
    can_remove: bool
    """Whether the caller may uninstall it."""
    created_at: datetime
    updated_at: datetime


class DiskUse(Described):
    """The disk that models are on."""

    used_bytes: int
    """What installed models take."""
    free_bytes: int


class InstalledModels(BaseModel):
    """Every installed model, the newest first."""

    items: list[InstalledModel]
    next_cursor: str | None = None
    disk: DiskUse


class ModelFileOut(Described):
    """One file of an installed model."""

    path: str
    """Relative to the model, with `/` between names."""
    size_bytes: int


class ModelFiles(BaseModel):
    """Every file of an installed model."""

    items: list[ModelFileOut]
    next_cursor: str | None = None


class Imported(BaseModel):
    """The models that were brought in."""

    items: list[InstalledModel]


class Uninstalled(Described):
    """A model that is no longer there."""

    id: UUID
    freed_bytes: int


class BundleTicket(Described):
    """A link that a browser can follow to save a bundle."""

    url: str
    size_bytes: int
    expires_in: int
    """Seconds."""
