"""What is said of a backup in the clear, in its first lines: enough to list it and to know what it needs."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Annotated, Literal

from pydantic import Field, TypeAdapter, ValidationError

from bazgoo.errors import BackupDamaged, FileUnreadable

ENDING = ".backup"
MAGIC = b"bazgoo backup 1\n"
"""The first line; a shape that this program cannot read gets another number."""
LONGEST_BYTES = 4096


@dataclass(frozen=True, slots=True)
class Seal:
    """How the key comes from the password; the bounds keep a forged header from taking all memory."""

    salt: Annotated[str, Field(pattern="^[0-9a-f]{32}$")]
    n: Annotated[int, Field(ge=2**14, le=2**18)] = 2**17
    r: Annotated[int, Field(ge=8, le=8)] = 8
    p: Annotated[int, Field(ge=1, le=4)] = 1


@dataclass(frozen=True, slots=True)
class Header:
    """One backup."""

    id: Annotated[str, Field(pattern="^[0-9a-f]{32}$")]
    created_at: datetime
    program: str
    """The version of Bazgoo that made it."""
    revision: Annotated[str, Field(pattern="^[0-9]{4}$")]
    """Of the database."""
    files: bool
    """Whether models that the Hub has too are in it."""
    scheduled: bool
    """Made by the clock, and so taken away by it."""
    base: Annotated[str, Field(pattern="^[0-9a-f]{32}$")] | None = None
    """The id of the backup that this one begins from, and without which it is nothing."""
    base_name: str | None = None
    """What that was called."""
    seal: Seal | None = None

    @property
    def kind(self) -> Literal["full", "incremental"]:
        """`incremental` with a base."""
        return "incremental" if self.base else "full"


_SHAPE = TypeAdapter(Header)


def written(header: Header) -> bytes:
    """``header`` as a backup begins with it."""
    return MAGIC + _SHAPE.dump_json(header) + b"\n"


def take_header(file: IO[bytes], name: str) -> tuple[Header, bytes]:
    """The header that ``file`` begins with, and its bytes; raises BackupDamaged where there is none."""
    first, second = file.readline(LONGEST_BYTES), file.readline(LONGEST_BYTES)
    try:
        if first == MAGIC:
            return _SHAPE.validate_json(second), first + second
    except ValidationError:
        pass
    raise BackupDamaged(file=name)


def read_header(path: Path) -> Header:
    """The header of the backup at ``path``; raises BackupDamaged, FileUnreadable."""
    try:
        with path.open("rb") as file:
            return take_header(file, path.name)[0]
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise FileUnreadable(file=path, reason_fa=reason, reason_en=reason) from None
