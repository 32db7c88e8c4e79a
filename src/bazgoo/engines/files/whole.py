"""Whether the files of an installed model are still what was installed, by the hashes in its manifest."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bazgoo.engines.files.names import LARGEST_MANIFEST, MANIFEST

DEEPEST = 6
"""How many folders a file may lie below the manifest that tells of it."""


def changed(parts: Sequence[Path]) -> Path | None:
    """The first of ``parts`` that is not what its manifest says; None where all are, or no manifest tells.

    Reads the files whole: some 0.1 s for a medium voice, once each time it is loaded.  JSON is left to who reads it,
    because people tune voices by hand there.
    """
    for part in parts:
        told = _told(part) if part.suffix != ".json" else None
        if told is not None and part.is_file() and _sha256(part) != told:
            return part
    return None


def _told(part: Path) -> str | None:
    """The hash that the nearest manifest above ``part`` has for it."""
    for folder in list(part.parents)[:DEEPEST]:
        if (folder / MANIFEST).is_file():
            return _hashes(folder / MANIFEST).get(part.relative_to(folder).as_posix())
    return None


def _hashes(manifest: Path) -> Mapping[str, str]:
    try:
        with manifest.open("rb") as file:
            files: list[dict[str, Any]] = json.loads(file.read(LARGEST_MANIFEST))["files"]
        return {each["path"]: each["sha256"] for each in files}
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return {}


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
