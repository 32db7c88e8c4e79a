"""Every event of the library: what changed, as small frozen dataclasses, handed to an ``emit``."""

from collections.abc import Callable
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


Event = (
    DownloadProgressed | FileFinished | FileRestarted | DownloadDelayed | BundleProgressed | DatasetProgressed
)
Emit = Callable[[Event], None]


def ignore(event: Event) -> None:
    """An ``emit`` for those who do not want to know."""
