"""A record of a dataset, and the table that keeps them."""

import hashlib
import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Kind = Literal["audio", "text", "csv"]
"""Recordings with transcripts or labels; texts, labelled or plain; rows of labelled columns."""
Order = Literal["n", "duration", "quality", "rate"]
Split = Literal["training", "validation"]

SHAPE = 1
"""The version of the tables, in SQLite's `user_version`."""
TABLES = f"""
CREATE TABLE facts (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE records (
    n INTEGER PRIMARY KEY AUTOINCREMENT,
    text TEXT NOT NULL,
    label TEXT,
    speaker TEXT,
    file TEXT UNIQUE,
    size_bytes INTEGER NOT NULL DEFAULT 0,
    duration_s REAL,
    sample_rate INTEGER,
    excluded INTEGER NOT NULL DEFAULT 0,
    problems TEXT NOT NULL DEFAULT '[]',
    measures TEXT NOT NULL DEFAULT '{{}}',
    sha256 TEXT
);
PRAGMA user_version = {SHAPE};
"""
COLUMNS = "n, text, label, speaker, file, duration_s, sample_rate, excluded, problems, measures, sha256"
ORDERS: Mapping[Order, str] = {
    "n": "n",
    "duration": "duration_s",
    "quality": "json_extract(measures, '$.quality')",
    "rate": "json_extract(measures, '$.characters_per_s')",
}
USUAL_SHARE = 0.05
"""The share of records that a dataset itself sets aside for validation."""
_PARTS = 20
_PLACES = 1 << 32


@dataclass(frozen=True, slots=True)
class Record:
    """A recording, a text or a row of a dataset."""

    n: int
    """Counts from 1 in the order of import; never used again."""
    text: str
    """What is said or written; of a row of columns, a JSON object of them."""
    label: str | None
    """What it is an example of."""
    speaker: str | None
    """Who speaks."""
    file: str | None
    """Its audio, relative to the folder `originals`."""
    duration_s: float | None
    """Of the audio as it came."""
    sample_rate: int | None
    """Of the audio as it came, in Hz."""
    excluded: bool
    """A person keeps it out of training and export."""
    problems: tuple[str, ...]
    """Codes of what the last check found."""
    measures: Mapping[str, float]
    """What the last check measured."""
    sha256: str | None
    """Of the audio's bytes."""
    split: Split
    """Which part of a training it belongs to; equal content always falls into the same."""

    @property
    def content(self) -> str:
        """What it holds: the hash of its audio, else its text."""
        return self.sha256 or self.text


def record(row: sqlite3.Row) -> Record:
    """A row of ``COLUMNS`` as a Record."""
    return Record(
        n=row["n"],
        text=row["text"],
        label=row["label"],
        speaker=row["speaker"],
        file=row["file"],
        duration_s=row["duration_s"],
        sample_rate=row["sample_rate"],
        excluded=bool(row["excluded"]),
        problems=tuple(json.loads(row["problems"])),
        measures=json.loads(row["measures"]),
        sha256=row["sha256"],
        split=split_of(row["sha256"] or row["text"]),
    )


def split_of(content: str, share: float = USUAL_SHARE) -> Split:
    """By a hash of what it holds, so that it stays when the dataset grows: ``share`` of all is for validation.

    What is in a share is in every larger one too.
    """
    return "validation" if lot(content) < share * _PARTS else "training"


def lot(content: str) -> float:
    """What ``content`` draws, evenly from 0 up to 20: a part of 1 in 20, and a place in it."""
    drawn = int.from_bytes(hashlib.sha256(content.encode("utf-8", "surrogatepass")).digest()[:8], "big")
    return drawn % _PARTS + (drawn // _PARTS % _PLACES) / _PLACES
