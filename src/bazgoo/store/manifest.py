"""What is known of an installed model: the file `bazgoo.json` in its folder, written last of all."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import Field, TypeAdapter, ValidationError

MANIFEST = "bazgoo.json"


@dataclass(frozen=True, slots=True)
class ModelFile:
    """One file of a model."""

    path: str
    """Relative to the model's folder, with `/` between names."""
    size: Annotated[int, Field(ge=0)]
    """In bytes."""
    sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
    """Of its content."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """An installed model."""

    id: str
    """A UUID; its folder has the same name."""
    name: str
    """The id of its voice where it has one, else the name of its repository."""
    type: str
    """As the models table has it: tts, stt, llm, embedding, classification."""
    format: str
    """`Finding.format` of the hub, such as `piper`, or `dataset`."""
    engine: str | None
    """The engine that runs it, or None."""
    why_not: str | None
    """A key of the hub's WHY_NOT when no engine runs it."""
    repo_id: str | None
    """The repository it came from."""
    revision: str | None
    """The branch, tag or commit that was asked for."""
    commit: str | None
    """The commit that it named then."""
    license: str | None
    """As the repository states it."""
    voices: tuple[str, ...]
    """Ids of the voices in it."""
    files: tuple[ModelFile, ...]
    """Every file but this one."""
    installed_at: str
    """ISO 8601, in UTC."""

    @property
    def size_bytes(self) -> int:
        """Bytes of all files together."""
        return sum(file.size for file in self.files)


_SHAPE = TypeAdapter(Manifest)


def parsed(content: bytes) -> Manifest | None:
    """The manifest that ``content`` is, or None when it is none."""
    try:
        return _SHAPE.validate_json(content)
    except ValidationError:
        return None


def written(manifest: Manifest) -> bytes:
    """``manifest`` as its file has it."""
    return _SHAPE.dump_json(manifest, indent=1) + b"\n"


def read(folder: Path) -> Manifest | None:
    """The manifest in ``folder``; None when there is none, it cannot be read, or it is another folder's."""
    try:
        manifest = parsed((folder / MANIFEST).read_bytes())
    except OSError:
        return None
    return manifest if manifest and manifest.id == folder.name else None


def write(folder: Path, manifest: Manifest) -> None:
    """Put ``manifest`` in ``folder``, at once and for good."""
    fresh = folder / f".{MANIFEST}.new"
    with fresh.open("wb") as file:
        file.write(written(manifest))
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(folder / MANIFEST)
