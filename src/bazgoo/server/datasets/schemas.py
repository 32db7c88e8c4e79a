"""Datasets as the outside sees them."""

from datetime import datetime
from typing import Annotated, Any, Literal, Self
from uuid import UUID

from pydantic import BaseModel, Field, StringConstraints, model_validator

from bazgoo.errors import Language
from bazgoo.server.datasets.tables import DatasetRow, DatasetStatus, DatasetType
from bazgoo.server.sources.schemas import Described

PLAIN = r"^[^\x00-\x1f\x7f]*$"
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200, pattern=PLAIN)]
License = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200, pattern=PLAIN)]
Consent = Annotated[str, StringConstraints(strip_whitespace=True, max_length=2000, pattern=r"^[^\x00]*$")]
Layout = Literal["ljspeech", "audiofolder"]


class NewDataset(BaseModel):
    """What is said of a dataset when it is made."""

    name: Name | None = None
    type: DatasetType | None = None
    license: License | None = None
    consent: Consent | None = None
    script: str | None = None


class PullRequest(BaseModel):
    """Which data of the Hub to bring."""

    repo_id: Name = Field(description="`owner/name`, also with `datasets/` before it.")
    revision: Name | None = Field(default=None, description="A branch, a tag or a commit.")
    name: Name | None = None
    type: DatasetType | None = None


class DatasetChange(BaseModel):
    """What to change of a dataset."""

    name: Name | None = None
    license: License | None = None
    consent: Consent | None = None

    @model_validator(mode="after")
    def _names_something(self) -> Self:
        if not self.model_fields_set:
            from pydantic_core import PydanticCustomError  # noqa: PLC0415

            raise PydanticCustomError("nothing_to_change", "names nothing to change")
        return self


class WorkError(Described):
    """Why a dataset could not be brought in or checked."""

    code: str
    message: str
    """As a sentence, in the caller's language."""


class Refused(Described):
    """A row that was not taken in."""

    line: int | None
    """Its line in the file, where it has one."""
    file: str
    code: str
    reason: str
    """As a sentence, in the caller's language."""


class SpeakerShare(Described):
    """What one speaker has said."""

    records: int
    duration_s: float


class Histogram(Described):
    """How a measure is spread; there is one edge more than there are counts."""

    edges: list[float]
    counts: list[int]


class Coverage(Described):
    """Which sounds of Persian the texts have."""

    phones: dict[str, int]
    """How often each sound occurs."""
    ezafe: int
    questions: int
    needed: dict[str, int]
    """How often a voice needs each of them."""
    missing: list[str]
    """What there is too little of."""
    share: float
    """0–1, how much of what a voice needs is there."""


class Report(Described):
    """What the last check found."""

    records: int
    excluded: int
    duration_s: float
    speakers: dict[str, SpeakerShare]
    labels: dict[str, int]
    problems: dict[str, int]
    """How many records have each problem."""
    histograms: dict[str, Histogram]
    coverage: Coverage | None = None
    quality: float
    """0–100."""
    version: str | None = None


class Metadata(Described):
    """How a dataset is, and what is known of it."""

    status: DatasetStatus
    stage: str | None
    """`waiting`, `downloading`, `unpacking`, `importing`, `aligning`, `checking`; null when nothing is done."""
    progress: float
    """0–100."""
    seq: int
    """Rises with every change, as in the live events."""
    error: WorkError | None
    layout: str | None
    """Which layout the import found: `ljspeech`, `piper`, `audiofolder` …"""
    accepted: int
    rejected: list[Refused]
    """The first 200 rows that were refused."""
    rejected_count: int
    report: Report | None
    stale: bool
    """Whether records have changed since the report was made."""
    license: str | None
    consent: str | None
    source: str | None
    """Where it came from: a file's name, `datasets/owner/name` of the Hub, or null for recordings."""
    version: str | None
    """A hash over its records; the same data has the same."""


class DatasetOut(Described):
    """A dataset."""

    id: UUID
    name: str
    type: DatasetType
    file_path: str | None
    """Where it lies in the data directory."""
    size_mb: float
    record_count: int
    duration_s: float | None
    """Of its recordings that are not excluded."""
    metadata: Metadata
    created_at: datetime

    @classmethod
    def of(cls, row: DatasetRow, language: Language) -> Self:
        """``row`` for a reader of ``language``."""
        plain = {name: getattr(row, name) for name in cls.model_fields if name != "metadata"}
        return cls(**plain, metadata=_metadata(row, language))


def _metadata(row: DatasetRow, language: Language) -> Metadata:
    told = {name: row.details.get(name) for name in ("layout", "license", "consent", "source", "version")}
    refused = [_refused(each, language) for each in row.details.get("rejected", ())]
    state = {name: getattr(row, name) for name in ("status", "stage", "progress", "seq", "accepted")}
    return Metadata(
        **state,
        **told,
        error=_error(row.error, language),
        rejected=refused,
        rejected_count=row.rejected,
        report=row.details.get("report"),
        stale=bool(row.details.get("stale")),
    )


def _error(error: dict[str, Any] | None, language: Language) -> WorkError | None:
    if error is None:
        return None
    return WorkError(code=error["code"], message=error["message" if language == "fa" else "message_en"])


def _refused(told: dict[str, Any], language: Language) -> Refused:
    plain = {name: told[name] for name in ("line", "file", "code")}
    return Refused(**plain, reason=told[f"reason_{language}"])


class Datasets(BaseModel):
    """The caller's datasets, the newest first."""

    items: list[DatasetOut]
    next_cursor: str | None = None
    used_mb: float = Field(description="What they, models and trainings take.")
    quota_mb: int = Field(description="What those may take.")


class Deleted(Described):
    """A dataset that is no longer there."""

    id: UUID
    freed_bytes: int


class ExportTicket(Described):
    """A link that a browser can follow to save a dataset."""

    url: str
    expires_in: int
    """Seconds."""
