"""Bringing a heap of files into a dataset: one record after the other, all of it or nothing."""

import shutil
import time
from collections.abc import Callable
from pathlib import Path

from bazgoo.datasets.archives import never
from bazgoo.datasets.dataset import Dataset
from bazgoo.datasets.entries import Limits
from bazgoo.datasets.importing.laying_out import laid_out, unpacking
from bazgoo.datasets.importing.layouts import Layout, recognised
from bazgoo.datasets.importing.report import Found, ImportReport, Rejection, rejection
from bazgoo.datasets.importing.sound import looked_at
from bazgoo.datasets.importing.tree import Tree
from bazgoo.errors import AudioUnreadable, DatasetInvalid, WorkCancelled
from bazgoo.events import DatasetProgressed, Emit, ignore
from bazgoo.hub.plan import disk_errors

INCOMING = ".incoming"
"""The folder of a dataset for what is only there during an import."""
MOST_TOLD = 10_000
"""Rejections that a report keeps; the rest are counted."""
_TELL_EVERY_S = 0.25


def import_path(
    source: Path,
    dataset: Dataset,
    *,
    script: str | None = None,
    limits: Limits | None = None,
    name: str | None = None,
    emit: Emit = ignore,
    cancelled: Callable[[], bool] = never,
) -> ImportReport:
    """Bring a file, an archive or a folder into ``dataset``; ``script`` belongs to one long recording.

    ``source`` stays as it is; ``name`` is what its person calls it.  Rows that cannot be used are refused one by
    one, in the report.  What fails as a whole leaves nothing: raises DatasetInvalid (with ``rejected``, when
    not a row could be used), ArchiveUnsafe, ArchiveDamaged, NoRoomForDownload, WorkCancelled.
    """
    last = max((record.n for record in dataset.records(descending=True, limit=1)), default=0)
    try:
        return _Import(dataset, name or source.name, emit, cancelled).run(source, script, limits)
    except BaseException:
        dataset.remove_after(last)
        raise
    finally:
        shutil.rmtree(dataset.folder / INCOMING, ignore_errors=True)


class _Import:
    """One import on its way."""

    def __init__(self, dataset: Dataset, name: str, emit: Emit, cancelled: Callable[[], bool]) -> None:
        self._dataset, self._name, self._emit, self._cancelled = dataset, name, emit, cancelled
        self._incoming = dataset.folder / INCOMING
        self._accepted = 0
        self._rejected: list[Rejection] = []
        self._rejected_count = 0
        self._told_at = 0.0

    def run(self, source: Path, script: str | None, limits: Limits | None) -> ImportReport:
        """Take every record of the layout that the files have."""
        shutil.rmtree(self._incoming, ignore_errors=True)
        self._incoming.mkdir()
        with disk_errors(0, self._incoming):
            unpack = unpacking(limits, self._emit, self._cancelled)
            files = laid_out(source, self._name, self._incoming / "files", unpack)
            layout = self._recognised(files, script)
            self._take_all(layout)
        if not self._accepted:
            raise self._nothing()
        self._dataset.set_fact("layout", layout.name)
        return ImportReport(layout.name, self._accepted, self._rejected, self._rejected_count)

    def _recognised(self, files: Path, script: str | None) -> Layout:
        pieces = self._incoming / "pieces"
        try:
            return recognised(Tree(files), self._dataset.kind, script, pieces, self._aligning)
        except DatasetInvalid as error:
            raise DatasetInvalid(**{**error.data, "file": self._name}) from None

    def _take_all(self, layout: Layout) -> None:
        for count, record in enumerate(layout.records, 1):
            refused = self._take(record) if isinstance(record, Found) else record
            if refused:
                self._rejected_count += 1
                self._rejected += [refused] if self._rejected_count <= MOST_TOLD else []
            else:
                self._accepted += 1
            self._tell("importing", count, layout.total)
        self._told_at = 0.0
        self._tell("importing", layout.total, layout.total)

    def _take(self, found: Found) -> Rejection | None:
        """A record of the dataset, or why there is none."""
        if found.audio is None:
            self._dataset.add(found.text, label=found.label, speaker=found.speaker)
            return None
        name = found.audio.name
        try:
            duration_s, rate = looked_at(found.audio)
        except AudioUnreadable:
            return rejection("audio_unreadable", found.file, found.line, name=name)
        if duration_s <= 0:
            return rejection("audio_empty", found.file, found.line, name=name)
        self._dataset.add(
            found.text,
            label=found.label,
            speaker=found.speaker,
            file=found.audio,
            move=self._is_ours(found.audio),
            duration_s=duration_s,
            sample_rate=rate,
        )
        return None

    def _is_ours(self, audio: Path) -> bool:
        """Whether it was made or unpacked here, so that it may be moved."""
        return audio.is_relative_to(self._incoming) and not audio.is_symlink()

    def _aligning(self, done: int, total: int) -> None:
        self._tell("aligning", done, total)

    def _tell(self, stage: str, done: int, total: int) -> None:
        if self._cancelled():
            raise WorkCancelled
        now = time.monotonic()
        if now - self._told_at >= _TELL_EVERY_S:
            self._told_at = now
            self._emit(DatasetProgressed(stage, done, max(done, total), self._accepted, self._rejected_count))

    def _nothing(self) -> DatasetInvalid:
        """Not a row could be used: what was wrong with the first."""
        if not self._rejected:
            fa, en = "چیزی در آن نیست.", "there is nothing in it."
        else:
            first = self._rejected[0]
            where = f"{first.file}:{first.line}" if first.line else first.file
            fa = f"هیچ ردیفی به کار نیامد. نخستین: {where}: {first.reason_fa}"
            en = f"not a row could be used. The first: {where}: {first.reason_en}"
        return DatasetInvalid(file=self._name, reason_fa=fa, reason_en=en, rejected=self._rejected)
