"""What a process that was killed has left among the models: half of an import, half of a removal."""

import re
import shutil
import time
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from bazgoo.errors import FolderBusy

if TYPE_CHECKING:
    from bazgoo.store import Shelf

YOUNG_S = 60.0
"""A folder without a row may be about to get one."""
_OF_A_DOWNLOAD = re.compile(r"[0-9a-f]{16}(\.part|\.json|-.*\.whole)")


def remove_strays(shelf: "Shelf", known: Collection[str]) -> list[str]:
    """Remove what belongs to none of the models ``known``; the names of what was removed.

    What `bazgoo models pull` has begun stays, because it goes on from there.
    """
    strays = [*_half_imports(shelf.models_dir, known), *shelf.half_removed()]
    for folder in strays:
        shutil.rmtree(folder, ignore_errors=True)
    return [folder.name for folder in strays]


def _half_imports(models_dir: Path, known: Collection[str]) -> Iterator[Path]:
    for folder in models_dir.iterdir() if models_dir.is_dir() else ():
        with suppress(OSError, ValueError, FolderBusy):
            if str(UUID(folder.name)) not in known and _is_half_import(folder):
                yield folder


def _is_half_import(folder: Path) -> bool:
    """Raises FolderBusy while somebody works there."""
    from bazgoo.hub.download import PARTS  # noqa: PLC0415 - only who tidies needs the hub
    from bazgoo.hub.lock import locked  # noqa: PLC0415
    from bazgoo.store.manifest import MANIFEST  # noqa: PLC0415

    parts = folder / PARTS
    if not parts.is_dir() or (folder / MANIFEST).exists() or time.time() - _touched(folder) < YOUNG_S:
        return False
    with locked(parts):
        return not any(_OF_A_DOWNLOAD.fullmatch(path.name) for path in parts.iterdir())


def _touched(folder: Path) -> float:
    """When something last changed there, in seconds since 1970."""
    return max(path.stat().st_mtime for path in (folder, *folder.rglob("*")))
