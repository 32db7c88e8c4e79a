"""Checking a dataset: every recording measured, every text read, each judged beside the others, and a report."""

from collections.abc import Callable, Iterator
from itertools import islice
from time import monotonic

from bazgoo.datasets.crew import Crew
from bazgoo.datasets.dataset import PREPARED, Dataset
from bazgoo.datasets.findings import Finding, Findings, Task, examine, key_of
from bazgoo.datasets.judging import Judge
from bazgoo.datasets.records import Record
from bazgoo.datasets.report import Report, Tally
from bazgoo.errors import WorkCancelled
from bazgoo.events import DatasetProgressed, Emit, ignore

FINDINGS = "findings.db"
_PAGE = 500
_TOLD_EVERY_S = 0.25


def _never() -> bool:
    return False


def check(
    dataset: Dataset,
    *,
    emit: Emit = ignore,
    cancelled: Callable[[], bool] = _never,
    processes: int | None = None,
) -> Report:
    """Measure, read and judge every record, keep what is found with it, and tell how the whole stands.

    What was examined before and has not changed is not examined again, also after a check that was broken off.
    Raises WorkCancelled.
    """
    with Findings(dataset.folder / PREPARED / FINDINGS) as findings, Crew(processes) as crew:
        progress = _Progress(dataset.count(), emit)
        tasks = _tasks(dataset, findings, progress)
        for found in crew.examine(tasks, cancelled):
            findings.remember(found)
            progress.more(len(found))
        return _judge_all(dataset, findings, cancelled)


def check_record(dataset: Dataset, record: Record) -> Record:
    """Check one record at once, by itself, and keep what is found; a later `check` compares it with the others."""
    with Findings(dataset.folder / PREPARED / FINDINGS) as findings:
        finding = _finding(dataset, record, findings)
        if task := _task(dataset, record):
            findings.remember([(task.key, finding)])
    measures, codes = Judge(dataset.kind).judge(record, finding)
    dataset.measured(record.n, measures, codes)
    return dataset.record(record.n)


class _Progress:
    """Tells how many records are done, at most four times a second, and when all are."""

    def __init__(self, total: int, emit: Emit) -> None:
        self._total, self._done, self._emit = total, 0, emit
        self._told_at = 0.0
        emit(DatasetProgressed("checking", 0, total))

    def more(self, records: int) -> None:
        self._done = min(self._total, self._done + records)
        if self._done == self._total or monotonic() - self._told_at >= _TOLD_EVERY_S:
            self._told_at = monotonic()
            self._emit(DatasetProgressed("checking", self._done, self._total))


def _tasks(dataset: Dataset, findings: Findings, progress: _Progress) -> Iterator[Task]:
    """What is still to be examined."""
    for record in dataset.all():
        task = _task(dataset, record)
        if task is not None and task.key not in findings:
            yield task
        else:
            progress.more(1)


def _task(dataset: Dataset, record: Record) -> Task | None:
    path = dataset.original(record)
    if path is None or dataset.kind != "audio":
        return None
    text = _read_text(record)
    return Task(key_of(record.sha256, text), str(path), text, record.duration_s)


def _read_text(record: Record) -> str | None:
    """What is said in a recording; a labelled sound need not say anything."""
    return record.text if record.text.strip() or record.label is None else None


def _judge_all(dataset: Dataset, findings: Findings, cancelled: Callable[[], bool]) -> Report:
    judge, tally = Judge(dataset.kind), Tally()
    for record in dataset.all():
        judge.meet(record, _finding(dataset, record, findings))
    for page in _pages(dataset.all()):
        if cancelled():
            raise WorkCancelled
        with dataset.batch():
            for record in page:
                finding = _finding(dataset, record, findings)
                measures, codes = judge.judge(record, finding)
                tally.count(record, finding, measures, codes)
                if codes != record.problems or measures != record.measures:
                    dataset.measured(record.n, measures, codes)
    return tally.report(dataset.version())


def _finding(dataset: Dataset, record: Record, findings: Findings) -> Finding:
    """What was found of a record; one that came during the check is examined now."""
    task = _task(dataset, record)
    if task is not None:
        return findings.get(task.key) or examine([task])[0]
    if dataset.kind == "audio":
        return Finding({}, {}, ("unreadable",))
    return Finding({"characters": float(len(record.text))}, {}, () if record.text.strip() else ("no_text",))


def _pages(records: Iterator[Record]) -> Iterator[list[Record]]:
    while first := next(records, None):
        yield [first, *islice(records, _PAGE - 1)]
