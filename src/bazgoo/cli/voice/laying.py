"""Files laid into a folder, which appears when it is whole."""

import os
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import Self

from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn

from bazgoo.cli.terminal import console, language
from bazgoo.cli.voice.contents import Part
from bazgoo.errors import FileUnwritable, FolderNotEmpty

_CHUNK_BYTES = 2**20
_SHOW_BAR_AFTER_S = 1.0
OURS = "assets"
"""The one folder in which all files are ours; names in it change with every build."""


def lay(parts: Sequence[Part], folder: Path, *, force: bool) -> None:
    """Make ``folder`` of ``parts``; raises FolderNotEmpty unless ``force``, and FileUnwritable."""
    try:
        if folder.exists() and not folder.is_dir():
            raise NotADirectoryError(20, os.strerror(20))
        if not force and folder.is_dir() and any(folder.iterdir()):
            raise FolderNotEmpty(folder=folder)
        partial = folder.with_name(f".{folder.name}.{os.getpid()}.part")
        try:
            _write(parts, partial)
            _put(partial, folder)
        finally:
            shutil.rmtree(partial, ignore_errors=True)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise FileUnwritable(file=folder, reason_fa=reason, reason_en=reason) from None


def _put(partial: Path, folder: Path) -> None:
    """Let the files take their place; what else lies in the folder stays there."""
    folder.mkdir(parents=True, exist_ok=True)
    if (folder / "bazgoo.json").exists():
        shutil.rmtree(folder / OURS, ignore_errors=True)
    for file in sorted(path for path in partial.rglob("*") if path.is_file()):
        place = folder / file.relative_to(partial)
        place.parent.mkdir(exist_ok=True)
        file.replace(place)


def _write(parts: Sequence[Part], folder: Path) -> None:
    with _Bar(sum(part.size_bytes for part in parts)) as bar:
        for part in parts:
            place = folder / part.path
            place.parent.mkdir(parents=True, exist_ok=True)
            _copy(part, place, bar)


def _copy(part: Part, place: Path, tell: Callable[[int], None]) -> None:
    if isinstance(part.source, bytes):
        place.write_bytes(part.source)
        return tell(len(part.source))
    with part.source.open("rb") as source, place.open("xb") as target:
        while chunk := source.read(_CHUNK_BYTES):
            target.write(chunk)
            tell(len(chunk))
    return None


class _Bar:
    """How much has been copied, on a terminal, once it has taken a moment."""

    def __init__(self, total_bytes: int) -> None:
        columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn())
        self._bar = Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
        self._task = self._bar.add_task("رونوشت" if language() == "fa" else "copying", total=total_bytes)
        self._begun = monotonic()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()

    def __call__(self, size_bytes: int) -> None:
        """So many bytes more."""
        self._bar.update(self._task, advance=size_bytes)
        if monotonic() - self._begun > _SHOW_BAR_AFTER_S:
            self._bar.start()
