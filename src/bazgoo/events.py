"""Every event of the library: what changed, as small frozen dataclasses, handed to an ``emit``."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DownloadProgressed:
    """Bytes of a download came in; at most four times a second."""

    bytes_downloaded: int
    """Bytes on disk, of all its files."""
    bytes_total: int
    """Bytes there will be."""
    current_file: str | None
    """The file that received bytes last, as the repository names it."""
    speed_bps: float
    """Bytes a second, smoothed over a few seconds."""
    eta_s: float | None
    """Seconds to go at this speed; None while nothing comes."""


@dataclass(frozen=True, slots=True)
class FileFinished:
    """A file is whole and its hash is right."""

    path: str
    """As the repository names it."""
    size_bytes: int
    """Its size."""


@dataclass(frozen=True, slots=True)
class FileRestarted:
    """The bytes of a file were thrown away and it begins again."""

    path: str
    """As the repository names it."""
    reason: str
    """`changed` (other content on the branch), `corrupt` (a wrong hash) or `damaged` (the part file was)."""


@dataclass(frozen=True, slots=True)
class DownloadDelayed:
    """Something went wrong on the way and is tried again."""

    code: str
    """The code of the error, such as `hub_unreachable` or `hub_rate_limited`."""
    wait_s: float
    """Seconds until the next attempt."""


@dataclass(frozen=True, slots=True)
class BundleProgressed:
    """A bundle is being written or read."""

    bytes_done: int
    """Bytes of the bundle so far."""
    bytes_total: int
    """Its size."""


@dataclass(frozen=True, slots=True)
class BackupProgressed:
    """A backup is being made, checked or restored; at most four times a second."""

    stage: str
    """`backing_up`, `checking` or `restoring`."""
    bytes_done: int
    bytes_total: int
    """As good as known, never below ``bytes_done``."""
    current: str
    """The table or the file that has come last."""


@dataclass(frozen=True, slots=True)
class DatasetProgressed:
    """A dataset is being brought in, looked through or written out; a few times a second."""

    stage: str
    """`unpacking`, `importing`, `aligning`, `checking` or `exporting`."""
    done: int
    """Bytes when unpacking or aligning, else records."""
    total: int
    """How much there will be; as good as known, never below ``done``."""
    accepted: int = 0
    """Records taken in so far."""
    rejected: int = 0
    """Rows refused so far."""


@dataclass(frozen=True, slots=True)
class VoiceJudged:
    """A voice was judged on one more sentence."""

    done: int
    """Sentences so far."""
    total: int


@dataclass(frozen=True, slots=True)
class TrainingPreparing:
    """Examples are read and measured before the first step; at most four times a second."""

    prepared: int
    total: int


@dataclass(frozen=True, slots=True)
class TrainingStarted:
    """A trainer has set to work, at the first step or where it left off."""

    step: int
    """Steps that are behind it."""
    total_epochs: int
    total_steps: int
    """As it stands; early stopping may end it sooner."""
    device: str
    """`cpu`, or the name of the GPU."""
    parameters: int
    """Numbers that learn."""


@dataclass(frozen=True, slots=True)
class TrainingProgressed:
    """Steps were made; at most four times a second."""

    epoch: int
    """Counted from 1."""
    total_epochs: int
    step: int
    """Steps made so far."""
    progress: float
    """0 to 100."""
    metrics: Mapping[str, float]
    """`loss`, `learning_rate`, `steps_per_s`; the last `val_loss`, `accuracy`, `val_accuracy`; parts of the loss."""
    eta_s: float | None
    """Seconds to go; None while that cannot be told."""


@dataclass(frozen=True, slots=True)
class EpochFinished:
    """Every example was gone through: one row of the history."""

    epoch: int
    step: int
    metrics: Mapping[str, float]
    """As above, means over the epoch."""


@dataclass(frozen=True, slots=True)
class CheckpointSaved:
    """A state from which the training can go on lies on the disk."""

    epoch: int
    step: int
    loss: float
    """Of validation where there is any."""
    accuracy: float | None
    file: str
    """Its name in the run's folder `checkpoints`."""
    sha256: str
    """Of its weights, so that two runs can be compared."""
    size_bytes: int
    best: bool
    """No state before it was better."""


@dataclass(frozen=True, slots=True)
class CheckpointRemoved:
    """An older state was deleted; best and last are kept."""

    file: str


@dataclass(frozen=True, slots=True)
class SampleMade:
    """Something to hear or to look at was made with the weights as they are."""

    step: int
    kind: str
    """`audio` or `alignment`."""
    text: str
    """The sentence; empty for a picture."""
    file: str
    """Relative to the run's folder `samples`."""


@dataclass(frozen=True, slots=True)
class TrainingPaused:
    """It was asked to stop, saved its state and ended."""

    step: int


@dataclass(frozen=True, slots=True)
class TrainingCompleted:
    """The model lies in the run's folder `export`."""

    step: int
    stopped_early: bool
    metrics: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class TrainingFailed:
    """It ended with an error that a person should be told."""

    code: str
    fa: str
    en: str


TrainingEvent = (
    TrainingPreparing
    | TrainingStarted
    | TrainingProgressed
    | EpochFinished
    | CheckpointSaved
    | CheckpointRemoved
    | SampleMade
    | TrainingPaused
    | TrainingCompleted
    | TrainingFailed
)
Event = (
    DownloadProgressed
    | FileFinished
    | FileRestarted
    | DownloadDelayed
    | BundleProgressed
    | BackupProgressed
    | DatasetProgressed
    | VoiceJudged
    | TrainingEvent
)
Emit = Callable[[Event], None]


def ignore(event: Event) -> None:
    """An ``emit`` for those who do not want to know."""
