"""Trainings as the outside sees them."""

from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal, Self
from uuid import UUID

from pydantic import BaseModel, Field

from bazgoo.errors import Language
from bazgoo.server.datasets.schemas import Name
from bazgoo.server.sources.schemas import Described
from bazgoo.server.trainings.tables import CheckpointRow, MetricsRow, SampleRow, TrainingJob, TrainingStatus
from bazgoo.server.trainings.telling import sample_url
from bazgoo.training.config import RecipeName

if TYPE_CHECKING:
    from bazgoo.training.doctor import Finding


class NewTraining(BaseModel):
    """What is to be taught."""

    recipe: RecipeName
    dataset_id: UUID
    model_id: UUID | None = Field(
        default=None, description="An installed model to start from, where the recipe can; see its config."
    )
    name: Name | None = Field(
        default=None,
        description="What the model is to be called; without it as the dataset is; a name that is taken gets a number.",
    )
    config: dict[str, Any] = Field(default_factory=dict, description="See `GET /api/training/recipes`.")


class ResumeTraining(BaseModel):
    """From where to go on."""

    checkpoint_id: UUID | None = Field(default=None, description="What came after it is done anew.")


class Told(Described):
    """A reason, for programs and for people."""

    code: str
    message: str
    """As a sentence, in the caller's language."""

    @classmethod
    def of(cls, error: dict[str, Any] | None, language: Language) -> Self | None:
        """The error that a row keeps, for a reader of ``language``."""
        if error is None:
            return None
        return cls(code=error["code"], message=error["message" if language == "fa" else "message_en"])

    @classmethod
    def found(cls, finding: "Finding", language: Language) -> Self:
        """What a doctor found."""
        return cls(code=finding.code, message=finding.fa if language == "fa" else finding.en)


class TrainingOut(Described):
    """A training."""

    id: UUID
    user_id: UUID
    model_id: UUID | None
    """The installed model that has become of it."""
    dataset_id: UUID | None
    dataset_name: str
    recipe: RecipeName
    name: str
    status: TrainingStatus
    seq: int
    """Rises with every change, as in the live events."""
    progress: float
    """0–100."""
    epoch: int
    total_epochs: int
    step: int
    total_steps: int
    eta_s: float | None
    device: str | None
    """`cpu`, or the name of the GPU."""
    config: dict[str, Any]
    metrics: dict[str, float]
    """The latest of each: `loss`, `val_loss`, `accuracy`, `learning_rate`, `steps_per_s` …"""
    error: Told | None
    error_message: str | None
    started_at: datetime | None
    completed_at: datetime | None
    created_at: datetime

    @classmethod
    def of(cls, job: TrainingJob, language: Language) -> Self:
        """``job`` for a reader of ``language``."""
        error = Told.of(job.error, language)
        plain = {name: getattr(job, name) for name in cls.model_fields if not name.startswith("error")}
        return cls(**plain, error=error, error_message=error.message if error else None)


class Trainings(BaseModel):
    """The caller's trainings, the newest first."""

    items: list[TrainingOut]
    next_cursor: str | None = None


class Needed(Described):
    """What a training takes on this machine, and whether it can be."""

    ok: bool
    refusals: list[Told]
    """Why it cannot be taught, and what to do."""
    warnings: list[Told]
    records: int
    """Examples it would learn from."""
    duration_s: float
    """Of their recordings."""
    steps: int
    seconds: float
    """How long it would take, about."""
    memory_mb: int
    disk_mb: int
    parameters: int
    """Numbers that learn."""


class MetricsOut(Described):
    """How good it was after a step."""

    step: int
    epoch: int
    metrics: dict[str, float]
    created_at: datetime

    @classmethod
    def of(cls, row: MetricsRow) -> Self:
        """``row`` as it is."""
        return cls.model_validate(row)


class History(BaseModel):
    """The history, the earliest first: a row an epoch, and some between."""

    items: list[MetricsOut]
    next_cursor: str | None = None


class CheckpointOut(Described):
    """A saved state."""

    id: UUID
    epoch: int
    step: int
    loss: float | None
    accuracy: float | None
    best: bool
    """No state before it was better."""
    size_bytes: int
    sha256: str
    """Of its weights."""
    created_at: datetime

    @classmethod
    def of(cls, row: CheckpointRow) -> Self:
        """``row`` without where it lies."""
        kept = {name: row.details[name] for name in ("best", "size_bytes", "sha256")}
        plain = {name: getattr(row, name) for name in cls.model_fields if name not in kept}
        return cls(**plain, **kept)


class Checkpoints(BaseModel):
    """Saved states, the latest first."""

    items: list[CheckpointOut]
    next_cursor: str | None = None


class SampleOut(Described):
    """Something to hear or to look at, made on the way."""

    id: UUID
    step: int
    kind: str
    """`audio` or `alignment`."""
    text: str
    """The sentence; empty for a picture."""
    url: str
    created_at: datetime

    @classmethod
    def of(cls, row: SampleRow) -> Self:
        """``row`` with where it is found."""
        plain = {name: getattr(row, name) for name in cls.model_fields if name != "url"}
        return cls(**plain, url=sample_url(row.training_job_id, row.id))


class Samples(BaseModel):
    """Samples, the latest first."""

    items: list[SampleOut]
    next_cursor: str | None = None


class LogLines(BaseModel):
    """The end of what the trainer printed."""

    lines: list[str]


FieldType = Literal["integer", "number", "choice", "text", "list"]


class FieldOut(Described):
    """Something that a recipe can be told."""

    name: str
    type: FieldType
    default: Any
    minimum: float | None = None
    maximum: float | None = None
    exclusive_minimum: float | None = None
    exclusive_maximum: float | None = None
    choices: list[str] | None = None
    optional: bool
    """Whether it may be null."""
    description: str


class PresetOut(Described):
    """A choice of values that suits a purpose."""

    id: str
    minutes: float | None
    """How long it is meant to take."""
    config: dict[str, Any]


class RecipeOut(Described):
    """A recipe."""

    recipe: RecipeName
    available: bool
    why_not: Told | None
    fields: list[FieldOut]
    presets: list[PresetOut]


class Recipes(Described):
    """What can be taught here."""

    available: bool
    why_not: Told | None
    device: str
    """What it would run on: `cpu`, or the name of the GPU."""
    items: list[RecipeOut]
