"""What examining a recording and its text found, and the memory of it, so that nothing is examined twice."""

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Self

from bazgoo import __version__
from bazgoo.datasets.audio import samples
from bazgoo.datasets.coverage import sounds
from bazgoo.datasets.measuring import Samples, measure_with
from bazgoo.datasets.problems import text_problems
from bazgoo.datasets.voice_activity import Speech, find_speech_in
from bazgoo.errors import AudioUnreadable

LONGEST_MEASURED_S = 20.0
"""How much is measured of a long recording."""

_RECIPE = "1"  # counts up when the same recording would be found otherwise
_TABLE = "CREATE TABLE IF NOT EXISTS findings (key BLOB PRIMARY KEY, finding TEXT NOT NULL) WITHOUT ROWID"


@dataclass(frozen=True, slots=True)
class Task:
    """One recording to be examined, with what is said in it."""

    key: bytes
    """By what its finding is remembered (`key_of`)."""
    audio: str
    """Its path."""
    text: str | None
    """What is said in it; None where nothing need be."""
    duration_s: float | None = None
    """Of the whole, where it is known."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found out about one recording and its text alone."""

    measures: Mapping[str, float]
    sounds: Mapping[str, int]
    """How often each sound is in the text (`coverage.sounds`)."""
    problems: tuple[str, ...]
    """Of the text, and `unreadable`; those of the measures are judged with the others'."""


def key_of(sha256: str | None, text: str | None) -> bytes:
    """By what a finding is remembered: the audio, the text, and how this Bazgoo examines them."""
    content = json.dumps([_RECIPE, __version__, sha256, text])
    return hashlib.sha256(content.encode()).digest()[:16]


def examine(tasks: Sequence[Task]) -> list[Finding]:
    """Measure and read some recordings, together, since that is faster."""
    recordings = [_heard(task) for task in tasks]
    speech = iter(find_speech_in([recording for recording in recordings if recording]))
    return [
        _finding(task, recording, next(speech) if recording else None)
        for task, recording in zip(tasks, recordings, strict=True)
    ]


def _heard(task: Task) -> tuple[Samples, int] | None:
    """The samples of a recording and their rate; None where it cannot be read."""
    try:
        return samples(Path(task.audio), LONGEST_MEASURED_S)
    except AudioUnreadable:
        return None


def _finding(task: Task, recording: tuple[Samples, int] | None, speech: Speech | None) -> Finding:
    problems = text_problems(task.text) if task.text is not None else ()
    said = dict(sounds(task.text)) if task.text else {}
    if recording is None:
        return Finding({}, said, ("unreadable", *problems))
    cut = task.duration_s is not None and task.duration_s > LONGEST_MEASURED_S
    measures = measure_with(speech, *recording, "" if cut else task.text or "")
    if cut and task.duration_s:
        measures["duration_s"] = round(task.duration_s, 4)
    return Finding(measures, said, problems)


class Findings:
    """The findings remembered in one SQLite file, which may be deleted; one that is damaged is begun anew."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(exist_ok=True)
        try:
            self._database = _opened(path)
        except sqlite3.DatabaseError:
            for file in path.parent.glob(f"{path.name}*"):
                file.unlink()
            self._database = _opened(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._database.close()

    def __contains__(self, key: bytes) -> bool:
        return bool(self._database.execute("SELECT 1 FROM findings WHERE key = ?", (key,)).fetchone())

    def get(self, key: bytes) -> Finding | None:
        """What is remembered by ``key``."""
        row = self._database.execute("SELECT finding FROM findings WHERE key = ?", (key,)).fetchone()
        if row is None:
            return None
        kept = json.loads(row[0])
        return Finding(kept["measures"], kept["sounds"], tuple(kept["problems"]))

    def remember(self, found: Iterable[tuple[bytes, Finding]]) -> None:
        """Keep findings, all at once."""
        rows = [(key, json.dumps(asdict(finding))) for key, finding in found]
        self._database.execute("BEGIN")
        self._database.executemany("INSERT OR REPLACE INTO findings VALUES (?, ?)", rows)
        self._database.execute("COMMIT")


def _opened(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(path, timeout=60, isolation_level=None, check_same_thread=False)
    try:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = OFF")  # what a power cut takes is examined again
        database.execute(_TABLE)
    except BaseException:
        database.close()
        raise
    return database
