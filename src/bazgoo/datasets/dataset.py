"""A dataset: one folder that can be carried, with a SQLite file of its records and their audio as it came."""

import contextlib
import hashlib
import json
import shutil
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self, cast

from bazgoo.datasets.filters import condition, plain
from bazgoo.datasets.records import COLUMNS, ORDERS, SHAPE, TABLES, Kind, Order, Record, record
from bazgoo.datasets.room import room_or_told
from bazgoo.errors import DatasetDamaged, RecordNotFound

DATABASE = "dataset.db"
ORIGINALS = "originals"
PREPARED = "prepared"
_LONGEST_STEM = 40
_UNSAID: Any = object()


class Dataset:
    """The records of one folder; may be used by several threads, and by several processes at once."""

    def __init__(self, folder: Path, database: sqlite3.Connection) -> None:
        """Use ``create`` or ``open``."""
        self.folder = folder
        self._database = database
        self._lock = threading.RLock()
        facts = self.facts()
        self.kind = cast("Kind", facts["kind"])

    @classmethod
    def create(cls, folder: Path, name: str, kind: Kind) -> Self:
        """An empty dataset in ``folder``, which is made; FileExistsError where there is one already."""
        (folder / ORIGINALS).mkdir(parents=True)
        (folder / PREPARED).mkdir()
        database = _connected(folder / DATABASE)
        database.executescript(TABLES)
        database.executemany("INSERT INTO facts VALUES (?, ?)", [("name", name), ("kind", kind)])
        return cls(folder, database)

    @classmethod
    def open(cls, folder: Path) -> Self:
        """The dataset in ``folder``; raises DatasetDamaged where there is none that can be read, NoRoomForDownload."""
        path = folder / DATABASE
        if not path.is_file():
            raise DatasetDamaged(folder=folder.name)
        try:
            with room_or_told(folder):
                database = _connected(path)
                (shape,) = database.execute("PRAGMA user_version").fetchone()
                if shape == SHAPE:
                    return cls(folder, database)
                database.close()
        except (sqlite3.DatabaseError, KeyError):
            pass
        raise DatasetDamaged(folder=folder.name)

    def close(self) -> None:
        """Let go of the file; what was written is in `dataset.db` alone then."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # What is said of the whole.

    @property
    def name(self) -> str:
        """As its person calls it; change it with ``set_fact``."""
        return self.facts()["name"]

    def facts(self) -> dict[str, str]:
        """All that is said of it: `name`, `kind`, and what others noted, such as `license` or `layout`."""
        return {row["key"]: row["value"] for row in self._ask("SELECT key, value FROM facts")}

    def set_fact(self, key: str, value: str) -> None:
        """Note something for good."""
        self._do(
            "INSERT INTO facts VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value", key, value
        )

    @property
    def duration_s(self) -> float:
        """Of the records that are not excluded."""
        return float(self._one("SELECT total(duration_s) FROM records WHERE NOT excluded"))

    @property
    def size_bytes(self) -> int:
        """Of the originals and the records; not of what is prepared, which may be deleted."""
        return (
            int(self._one("SELECT total(size_bytes) FROM records")) + (self.folder / DATABASE).stat().st_size
        )

    def version(self) -> str:
        """A hash over the content of the records not excluded: the same data gives the same."""
        digest = hashlib.sha256()
        rows = self._ask("SELECT n, sha256, text, label, speaker FROM records WHERE NOT excluded ORDER BY n")
        for row in rows:
            digest.update(json.dumps(list(row), ensure_ascii=True).encode() + b"\n")
        return digest.hexdigest()

    # Records.

    def add(
        self,
        text: str,
        *,
        label: str | None = None,
        speaker: str | None = None,
        file: Path | None = None,
        move: bool = False,
        duration_s: float | None = None,
        sample_rate: int | None = None,
    ) -> Record:
        """One more record; ``file`` is copied, or moved, among the originals and stays as it is."""
        with self.batch():
            n = self._do(
                "INSERT INTO records (text, label, speaker, duration_s, sample_rate) VALUES (?, ?, ?, ?, ?)",
                *(text, label, speaker, duration_s, sample_rate),
            ).lastrowid
            assert n
            if file is not None:
                self._place(n, file, move=move)
            return self.record(n)

    def _place(self, n: int, file: Path, *, move: bool) -> None:
        name = _file_name(n, file.name)
        place = self.folder / ORIGINALS / name
        try:
            (shutil.move if move else shutil.copyfile)(file, place)
            with place.open("rb") as stream:
                digest = hashlib.file_digest(stream, "sha256").hexdigest()
            self._do(
                "UPDATE records SET file = ?, size_bytes = ?, sha256 = ? WHERE n = ?",
                *(name, place.stat().st_size, digest, n),
            )
        except BaseException:
            place.unlink(missing_ok=True)
            raise

    def records(
        self,
        *,
        after: int = 0,
        limit: int = 50,
        search: str = "",
        order: Order = "n",
        descending: bool = False,
        problem: str | None = None,
        excluded: bool | None = None,
        offset: int = 0,
    ) -> list[Record]:
        """A page of records; in another order than ``n``, those that have no such measure come last."""
        where, values = condition(search=search, problem=problem, excluded=excluded, after=after)
        way = "DESC" if descending else "ASC"
        rows = self._ask(
            f"SELECT {COLUMNS} FROM records {where} ORDER BY {ORDERS[order]} {way} NULLS LAST, n {way}"  # noqa: S608 - none of it comes from outside
            " LIMIT ? OFFSET ?",
            *(*values, limit, offset),
        )
        return [record(row) for row in rows]

    def all(self, *, excluded: bool | None = None) -> Iterator[Record]:
        """Every record in order, read in pages."""
        after = 0
        while page := self.records(after=after, limit=500, excluded=excluded):
            yield from page
            after = page[-1].n

    def record(self, n: int) -> Record:
        """The record with that number; raises RecordNotFound."""
        rows = self._ask(f"SELECT {COLUMNS} FROM records WHERE n = ?", n)  # noqa: S608 - our own columns
        if not rows:
            raise RecordNotFound(number=n)
        return record(rows[0])

    def original(self, record: Record) -> Path | None:
        """Where its audio lies."""
        return self.folder / ORIGINALS / record.file if record.file else None

    def edit(
        self,
        n: int,
        *,
        text: str | None = None,
        label: str | None = _UNSAID,
        speaker: str | None = _UNSAID,
        excluded: bool | None = None,
    ) -> Record:
        """Change what is said of a record; ``label`` and ``speaker`` may be set to None."""
        said = {"label": label, "speaker": speaker}
        changes: dict[str, Any] = {name: value for name, value in said.items() if value is not _UNSAID}
        changes |= {
            name: value for name, value in {"text": text, "excluded": excluded}.items() if value is not None
        }
        if changes:
            sets = ", ".join(f"{name} = ?" for name in changes)
            self._do(f"UPDATE records SET {sets} WHERE n = ?", *changes.values(), n)  # noqa: S608 - our own names
        return self.record(n)

    def exclude(self, numbers: Iterable[int], excluded: bool = True) -> int:
        """Keep records out, or take them in again; how many this changed."""
        with self.batch():
            return sum(
                self._do(
                    "UPDATE records SET excluded = ? WHERE n = ? AND excluded != ?", excluded, n, excluded
                ).rowcount
                for n in numbers
            )

    def remove(self, n: int) -> None:
        """Delete a record with its audio; raises RecordNotFound."""
        gone = self.record(n)
        self._do("DELETE FROM records WHERE n = ?", n)
        if place := self.original(gone):
            place.unlink(missing_ok=True)

    def remove_after(self, n: int) -> None:
        """Delete every record behind ``n``, as if they had never come."""
        with self.batch():
            files = self._ask("SELECT file FROM records WHERE n > ? AND file IS NOT NULL", n)
            self._do("DELETE FROM records WHERE n > ?", n)
        for row in files:
            (self.folder / ORIGINALS / row["file"]).unlink(missing_ok=True)

    def measured(self, n: int, measures: Mapping[str, float], problems: Sequence[str]) -> None:
        """Keep what a check found in place of what the last one found."""
        self._do(
            "UPDATE records SET measures = ?, problems = ? WHERE n = ?",
            *(json.dumps(dict(measures)), json.dumps(list(problems)), n),
        )

    def count(
        self,
        *,
        after: int = 0,
        search: str = "",
        problem: str | None = None,
        excluded: bool | None = None,
    ) -> int:
        """How many records ``records`` would give, without a limit."""
        where, values = condition(search=search, problem=problem, excluded=excluded, after=after)
        return int(self._one(f"SELECT count(*) FROM records {where}", *values))  # noqa: S608 - made above

    # SQL.

    @contextlib.contextmanager
    def batch(self) -> Iterator[None]:
        """All that is written inside counts together, or not at all; others wait meanwhile, so keep it short."""
        with self._lock:
            if self._database.in_transaction:
                yield
                return
            self._database.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._database.execute("COMMIT")
            except BaseException:
                self._database.execute("ROLLBACK")
                raise

    def _ask(self, sql: str, *values: Any) -> list[sqlite3.Row]:
        with self._lock:
            return self._database.execute(sql, values).fetchall()

    def _one(self, sql: str, *values: Any) -> Any:
        return self._ask(sql, *values)[0][0]

    def _do(self, sql: str, *values: Any) -> sqlite3.Cursor:
        with self._lock:
            return self._database.execute(sql, values)


def _connected(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(path, timeout=60, isolation_level=None, check_same_thread=False)
    database.row_factory = sqlite3.Row
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = NORMAL")
    database.create_function("plain", 1, plain, deterministic=True)
    return database


def _file_name(n: int, name: str) -> str:
    """Unique by its number, and still telling what the file was called."""
    stem, ending = Path(name).stem, Path(name).suffix
    kept = "".join(letter if letter.isalnum() or letter in "-_." else "_" for letter in stem)[:_LONGEST_STEM]
    proper = ending.lower() if ending[1:].isascii() and ending[1:].isalnum() and len(ending) < 8 else ""
    return f"{n:06d}-{kept}{proper}"
