"""What is in a backup: every table and file with its size and hash; the last thing written."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Annotated

from pydantic import AfterValidator, Field, TypeAdapter, ValidationError

FOLDERS = ("models", "datasets", "checkpoints")
"""What of a data directory is backed up."""
KEY = "jwt_secret"
"""The file with the key of the installation, in what is sealed alone."""

Size = Annotated[int, Field(ge=0)]
Sha256 = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]


def _inside(path: str) -> str:
    """A path to something that backups bring, and nowhere else."""
    parts = path.split("/")
    if {"", ".", ".."} & set(parts) or "\0" in path or (parts[0] not in FOLDERS and path != KEY):
        raise ValueError("a path that leads elsewhere")
    return path


Place = Annotated[str, AfterValidator(_inside)]
"""Relative to the data directory, with `/` between names."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some bytes of the archive."""

    name: str
    """Of the entry."""
    size: Size
    sha256: Sha256


@dataclass(frozen=True, slots=True)
class KeptTable:
    """A table, as text in the format of PostgreSQL's COPY."""

    name: str
    columns: list[str]
    parts: list[Part]


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file of the data directory."""

    path: Place
    size: Size
    sha256: Sha256
    mtime_ns: int
    held_by: str
    """The id of the backup in which its bytes are: this one's, or one that it begins from."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A model of which only the manifest came along, since the Hub has its files."""

    id: str
    name: str
    repo_id: str


@dataclass(slots=True)
class Contents:
    """All of it."""

    tables: list[KeptTable] = field(default_factory=list)
    sequences: dict[str, int] = field(default_factory=dict)
    """The last number that each has given."""
    files: list[KeptFile] = field(default_factory=list)
    folders: list[Place] = field(default_factory=list)
    """All of them, since an empty one counts too."""
    gone: dict[str, list[str]] = field(default_factory=dict)
    """Of the tables with folders: rows that were deleted while the files were being read."""
    left_out: list[LeftOut] = field(default_factory=list)

    @property
    def size_bytes(self) -> int:
        """Of all tables and files, wherever they are."""
        return sum(file.size for file in self.files) + sum(part.size for part in self.table_parts())

    def table_parts(self) -> Iterator[Part]:
        """Of all tables."""
        return (part for table in self.tables for part in table.parts)


_SHAPE = TypeAdapter(Contents)


def written(contents: Contents) -> bytes:
    """``contents`` as the archive has them."""
    return _SHAPE.dump_json(contents)


def parsed(told: bytes) -> Contents | None:
    """The contents that ``told`` are, or None when they are none."""
    try:
        contents = _SHAPE.validate_json(told)
    except ValidationError:
        return None
    paths = [file.path for file in contents.files] + contents.folders
    return contents if len(set(paths)) == len(paths) else None
