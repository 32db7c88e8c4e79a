"""What a check says of a whole dataset, in numbers."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from bazgoo.datasets.coverage import coverage
from bazgoo.datasets.findings import Finding
from bazgoo.datasets.records import Record


def _steps(first: float, last: float, bars: int) -> tuple[float, ...]:
    return tuple(round(first + (last - first) * at / bars, 2) for at in range(bars + 1))


EDGES: Mapping[str, tuple[float, ...]] = {
    "duration_s": _steps(0, 20, 20),
    "characters": _steps(0, 400, 20),
    "loudness_lufs": _steps(-60, 0, 20),
    "snr_db": _steps(0, 80, 20),
    "bandwidth_hz": _steps(0, 24_000, 24),
    "speech_share": _steps(0, 1, 20),
    "characters_per_s": _steps(0, 30, 30),
    "phones_per_s": _steps(0, 30, 30),
    "quality": _steps(0, 100, 20),
}
"""The edges of each histogram; what lies beyond counts in the outermost bars."""


@dataclass(frozen=True, slots=True)
class Report:
    """A dataset as its last check found it; of what is excluded only the number is told."""

    records: int
    """All of them."""
    excluded: int
    """Those a person keeps out."""
    duration_s: float
    speakers: dict[str, dict[str, float]]
    """Records and duration of each, the most heard first."""
    labels: dict[str, int]
    """Records of each label."""
    problems: dict[str, int]
    """Records with each problem."""
    histograms: dict[str, dict[str, list[float]]]
    """Edges and counts of each measure."""
    coverage: dict[str, Any]
    """The sounds of the texts against what a voice needs."""
    quality: float
    """The mean over records, 0–100."""
    version: str
    """The hash of the content that was checked."""

    def as_dict(self) -> dict[str, Any]:
        """As JSON has it."""
        return asdict(self)


@dataclass(slots=True)
class Tally:
    """Counts while records go by."""

    records: int = 0
    kept: int = 0
    duration_s: float = 0.0
    quality: float = 0.0
    speakers: dict[str, list[float]] = field(default_factory=lambda: defaultdict(lambda: [0, 0.0]))
    labels: Counter[str] = field(default_factory=Counter)
    problems: Counter[str] = field(default_factory=Counter)
    sounds: Counter[str] = field(default_factory=Counter)
    histograms: dict[str, list[int]] = field(default_factory=dict)

    def count(
        self, record: Record, finding: Finding, measures: Mapping[str, float], codes: tuple[str, ...]
    ) -> None:
        """Add one record."""
        self.records += 1
        if record.excluded:
            return
        duration_s = measures.get("duration_s", record.duration_s or 0.0)
        self.kept += 1
        self.duration_s += duration_s
        self.quality += measures["quality"]
        if record.speaker:
            speaker = self.speakers[record.speaker]
            speaker[0] += 1
            speaker[1] += duration_s
        self.labels.update([record.label] if record.label is not None else [])
        self.problems.update(codes)
        self.sounds.update(finding.sounds)
        for name in EDGES.keys() & measures.keys():
            self._into_histogram(name, measures[name])

    def _into_histogram(self, name: str, value: float) -> None:
        edges = EDGES[name]
        counts = self.histograms.setdefault(name, [0] * (len(edges) - 1))
        counts[min(max(bisect_right(edges, value) - 1, 0), len(counts) - 1)] += 1

    def report(self, version: str) -> Report:
        """What it comes to."""
        return Report(
            records=self.records,
            excluded=self.records - self.kept,
            duration_s=round(self.duration_s, 2),
            speakers={
                name: {"records": count, "duration_s": round(seconds, 2)}
                for name, (count, seconds) in sorted(self.speakers.items(), key=lambda each: -each[1][1])
            },
            labels=dict(self.labels.most_common()),
            problems=dict(self.problems.most_common()),
            histograms={
                name: {"edges": list(edges), "counts": list(self.histograms[name])}
                for name, edges in EDGES.items()
                if name in self.histograms
            },
            coverage=coverage(self.sounds),
            quality=round(self.quality / max(1, self.kept), 1),
            version=version,
        )
