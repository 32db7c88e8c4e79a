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
_ONE_IN = 20


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


def record(row: sqlite3.Row) -> Record:
    """A row of ``COLUMNS`` as a Record."""
    content = row["sha256"] or row["text"]
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
        split=split_of(content),
    )


def split_of(content: str) -> Split:
    """By a hash of what it holds, so that it stays when the dataset grows: 1 in 20 is for validation."""
    drawn = int.from_bytes(hashlib.sha256(content.encode("utf-8", "surrogatepass")).digest()[:8], "big")
    return "training" if drawn % _ONE_IN else "validation"
