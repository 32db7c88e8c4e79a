"""What is wrong with each record beside the others: a rate that stands out, a copy, a label with few examples."""

import hashlib
from array import array
from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np

from bazgoo.datasets.filters import plain
from bazgoo.datasets.findings import Finding
from bazgoo.datasets.problems import (
    FEWEST_PEERS,
    RARE_LABEL_SHARE,
    SPREAD_SHARE,
    Usual,
    audio_problems,
    in_order,
    quality,
)
from bazgoo.datasets.records import Kind, Record


class Judge:
    """Looks at every record once (``meet``), then says what is wrong with each (``judge``)."""

    def __init__(self, kind: Kind) -> None:
        self._kind = kind
        self._rates: dict[str | None, array[float]] = defaultdict(lambda: array("d"))
        self._labels: Counter[str] = Counter()
        self._first_audio: dict[int, int] = {}
        self._first_text: dict[int, int] = {}
        self._usual: dict[str | None, Usual | None] = {}

    def meet(self, record: Record, finding: Finding) -> None:
        """Take note of one record; what a person has excluded is not what others are compared with."""
        if record.excluded:
            return
        if (rate := finding.measures.get("phones_per_s")) is not None:
            self._rates[record.speaker].append(rate)
        if record.label is not None:
            self._labels[record.label] += 1
        if record.sha256:
            self._first_audio.setdefault(_short(record.sha256), record.n)
        if (text := self._compared_text(record)) is not None:
            self._first_text.setdefault(text, record.n)

    def judge(self, record: Record, finding: Finding) -> tuple[dict[str, float], tuple[str, ...]]:
        """The measures of a record, its quality among them, and its problems."""
        codes = in_order(
            (*finding.problems, *self._of_measures(record, finding), *self._beside_others(record))
        )
        return {**finding.measures, "quality": quality(finding.measures, codes)}, codes

    def _of_measures(self, record: Record, finding: Finding) -> tuple[str, ...]:
        if self._kind != "audio" or not finding.measures:
            return ()
        found = audio_problems(finding.measures, labelled=record.label is not None)
        rate, usual = finding.measures.get("phones_per_s"), self._usual_of(record.speaker)
        return found + usual.problems(rate) if usual and rate is not None else found

    def _usual_of(self, speaker: str | None) -> Usual | None:
        if speaker not in self._usual:
            self._usual[speaker] = usual(self._rates.get(speaker, ()))
        return self._usual[speaker]

    def _beside_others(self, record: Record) -> list[str]:
        text, codes = self._compared_text(record), []
        if record.sha256 and self._first_audio.get(_short(record.sha256), record.n) != record.n:
            codes.append("duplicate_audio")
        elif text is not None and self._first_text.get(text, record.n) != record.n:
            codes.append("duplicate_text")
        if record.label is not None and self._is_rare(record.label):
            codes.append("unbalanced_label")
        return codes

    def _compared_text(self, record: Record) -> int | None:
        """By what texts are the same: of recordings also the speaker; a labelled sound may say what others say."""
        if not record.text.strip() or (self._kind == "audio" and record.label is not None):
            return None
        return _short("\0".join((record.speaker or "", *plain(record.text).split())))

    def _is_rare(self, label: str) -> bool:
        mean = self._labels.total() / max(1, len(self._labels))
        return self._labels[label] < RARE_LABEL_SHARE * mean


def usual(rates: Sequence[float]) -> Usual | None:
    """The usual rate among ``rates`` and its spread, by median and median deviation; None of too few."""
    if len(rates) < FEWEST_PEERS:
        return None
    middle = float(np.median(rates))
    deviation = 1.4826 * float(np.median(np.abs(np.asarray(rates) - middle)))
    return Usual(middle, max(deviation, SPREAD_SHARE * middle))


def _short(content: str) -> int:
    """A hash that takes little room, since there may be a million of them."""
    return int.from_bytes(
        hashlib.blake2b(content.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big"
    )
