"""A folder of the files that came, with what archives hold in place of them."""

import shutil
from collections.abc import Callable
from pathlib import Path

from bazgoo.datasets.archives import is_archive, unpack
from bazgoo.datasets.entries import Limits
from bazgoo.datasets.importing.tree import visible
from bazgoo.events import Emit

_ARCHIVES = frozenset((".zip", ".tar", ".gz", ".tgz", ".bz2", ".tbz2", ".xz", ".txz"))

Unpack = Callable[[Path, Path], None]


def unpacking(limits: Limits | None, emit: Emit, cancelled: Callable[[], bool]) -> Unpack:
    """``unpack`` with all that stays the same."""
    return lambda archive, into: unpack(archive, into, limits, emit=emit, cancelled=cancelled)


def laid_out(source: Path, name: str, files: Path, unpack: Unpack) -> Path:
    """``source`` where it is a folder without archives; else ``files``, which is made.

    Archives in an archive or a folder, as large repositories have them, are unpacked as well, but not those inside.
    """
    if source.is_dir():
        inner = _archives(source)
        return _mirrored(source, inner, files, unpack) if inner else source
    if is_archive(source):
        unpack(source, files)
        for archive in _archives(files):
            unpack(archive, _place(archive))
            archive.unlink()
        return files
    files.mkdir()
    _link(source, files / _file_name(name))
    return files


def _archives(folder: Path) -> list[Path]:
    return [path for path in visible(folder) if path.suffix.lower() in _ARCHIVES and is_archive(path)]


def _mirrored(source: Path, archives: list[Path], files: Path, unpack: Unpack) -> Path:
    for path in visible(source):
        place = files / path.relative_to(source)
        if path in archives:
            unpack(path, _place(place))
        else:
            place.parent.mkdir(parents=True, exist_ok=True)
            _link(path, place)
    return files


def _place(archive: Path) -> Path:
    """The folder of what it holds, beside it."""
    place = archive.with_name(archive.name.partition(".")[0] or archive.name)
    while place.exists():
        place = place.with_name(f"{place.name}_")
    return place


def _link(path: Path, place: Path) -> None:
    """A link where there are such, which reads alike and takes no room."""
    try:
        place.symlink_to(path.resolve())
    except OSError:
        shutil.copyfile(path, place)


def _file_name(name: str) -> str:
    """What a person sees of ``name``, as any disk takes it."""
    last = Path(name.replace("\\", "/")).name.lstrip(".")
    kept = "".join(letter if letter.isprintable() and letter not in '<>:"|?*' else "_" for letter in last)
    stem, ending = Path(kept).stem, Path(kept).suffix
    return f"{stem[:60]}{ending[:10]}" or "file"
