"""Every live event: what clients are told the moment it happens, as the contract names it."""

from dataclasses import dataclass
from typing import ClassVar, Literal, NotRequired, TypedDict
from uuid import UUID

Topic = Literal["download", "training", "dataset"]
DownloadStatus = Literal["pending", "downloading", "paused", "completed", "failed", "cancelled"]
DatasetStatus = Literal["importing", "checking", "ready", "failed"]
TrainingStatus = Literal["queued", "running", "paused", "completed", "failed", "cancelled"]


class TrainingMetrics(TypedDict):
    """What a step of training came to."""

    loss: float
    val_loss: NotRequired[float]
    accuracy: NotRequired[float]
    val_accuracy: NotRequired[float]
    learning_rate: float
    steps_per_s: float


@dataclass(frozen=True, slots=True)
class _OfDownload:
    topic: ClassVar[Topic] = "download"
    seq: int
    """Rises within a download."""
    download_id: UUID

    @property
    def subject_id(self) -> UUID:
        """What the event is about."""
        return self.download_id


@dataclass(frozen=True, slots=True)
class DownloadProgress(_OfDownload):
    """How far a download is, or that its status changed; at most four times a second."""

    name: ClassVar[str] = "download:progress"
    status: DownloadStatus
    progress: float
    """0 to 100."""
    bytes_downloaded: int
    bytes_total: int | None
    current_file: str | None
    """As the repository names it."""
    speed_bps: float | None
    eta_s: float | None


@dataclass(frozen=True, slots=True)
class DownloadComplete(_OfDownload):
    """Everything is here, verified and installed."""

    name: ClassVar[str] = "download:complete"
    model_id: UUID
    repo_id: str
    file_path: str | None
    """Where it lies in the data directory."""
    voices: tuple[str, ...]
    """The voices that can speak now because of it."""


@dataclass(frozen=True, slots=True)
class DownloadError(_OfDownload):
    """The download has failed."""

    name: ClassVar[str] = "download:error"
    code: str
    message: str
    """In Persian."""
    message_en: str


@dataclass(frozen=True, slots=True)
class _OfTraining:
    topic: ClassVar[Topic] = "training"
    seq: int
    """Rises within a job."""
    job_id: UUID

    @property
    def subject_id(self) -> UUID:
        """What the event is about."""
        return self.job_id


@dataclass(frozen=True, slots=True)
class TrainingProgress(_OfTraining):
    """How far a job is, or that its status changed; at most four times a second."""

    name: ClassVar[str] = "training:progress"
    status: TrainingStatus
    epoch: int
    total_epochs: int
    step: int
    progress: float
    """0 to 100."""
    metrics: TrainingMetrics
    eta_s: float | None


@dataclass(frozen=True, slots=True)
class TrainingSample(_OfTraining):
    """A sentence spoken by the model as it is now."""

    name: ClassVar[str] = "training:sample"
    step: int
    url: str
    text: str


@dataclass(frozen=True, slots=True)
class TrainingComplete(_OfTraining):
    """The model is made and on the shelf."""

    name: ClassVar[str] = "training:complete"
    model_id: UUID
    metrics: TrainingMetrics


@dataclass(frozen=True, slots=True)
class TrainingError(_OfTraining):
    """The job has failed."""

    name: ClassVar[str] = "training:error"
    code: str
    message: str
    """In Persian."""
    message_en: str


@dataclass(frozen=True, slots=True)
class DatasetProgress:
    """How far a dataset is being brought in or checked, or that its status changed; at most four times a second."""

    topic: ClassVar[Topic] = "dataset"
    name: ClassVar[str] = "dataset:progress"
    seq: int
    """Rises within a dataset."""
    dataset_id: UUID
    status: DatasetStatus
    stage: str | None
    """`waiting`, `downloading`, `unpacking`, `importing`, `aligning`, `checking`; None when nothing is done."""
    progress: float
    """0 to 100."""
    accepted: int
    """Records taken in so far."""
    rejected: int
    """Rows refused so far."""

    @property
    def subject_id(self) -> UUID:
        """What the event is about."""
        return self.dataset_id


LiveEvent = (
    DownloadProgress
    | DownloadComplete
    | DownloadError
    | TrainingProgress
    | TrainingSample
    | TrainingComplete
    | TrainingError
    | DatasetProgress
)
