"""The backups of the installation: a folder of files, asked each time."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from bazgoo.errors import BackupDamaged, BackupIsBase, BackupNotFound, FileUnreadable
from bazgoo.server.backups.archive import ENDING, Header, read_header

_NAME = re.compile(rf"[A-Za-z0-9][A-Za-z0-9._-]{{0,100}}{re.escape(ENDING)}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Kept:
    """One backup."""

    name: str
    path: Path
    header: Header
    size_bytes: int
    complete: bool
    """Whatever it begins from is here too."""

    @property
    def created_at(self) -> datetime:
        """When it was begun."""
        return self.header.created_at

    @property
    def id(self) -> UUID:
        """As its header says."""
        return UUID(self.header.id)


def kept_in(folder: Path) -> list[Kept]:
    """Every backup in ``folder``, the newest first."""
    headers: dict[Path, Header] = {}
    for path in folder.glob(f"*{ENDING}") if folder.is_dir() else ():
        try:
            if _NAME.fullmatch(path.name) and path.is_file():
                headers[path] = read_header(path)
        except (BackupDamaged, FileUnreadable):
            continue
    bases = {header.id: header.base for header in headers.values()}
    found = [
        Kept(path.name, path, header, path.stat().st_size, _is_complete(header.id, bases))
        for path, header in headers.items()
    ]
    return sorted(found, key=lambda each: (each.created_at, each.id), reverse=True)


def find(folder: Path, name: str) -> Kept:
    """The backup of that name; raises BackupNotFound."""
    for kept in kept_in(folder):
        if kept.name == name:
            return kept
    raise BackupNotFound(name=name)


def remove(folder: Path, name: str) -> Kept:
    """Delete a backup; raises BackupNotFound, and BackupIsBase while another begins from it."""
    kept = find(folder, name)
    for other in kept_in(folder):
        if other.header.base == kept.header.id:
            raise BackupIsBase(other=other.name)
    kept.path.unlink(missing_ok=True)
    return kept


def retire(folder: Path, keep: int) -> list[str]:
    """Delete what the clock made beyond the newest ``keep``, unless another begins from it; their names."""
    every = kept_in(folder)
    wanted = [each for each in every if not each.header.scheduled]
    wanted += [each for each in every if each.header.scheduled][:keep]
    needed = _with_bases({each.header.id for each in wanted}, every)
    retired = [each for each in every if each.header.id not in needed]
    for each in retired:
        each.path.unlink(missing_ok=True)
    return [each.name for each in retired]


def base_for(folder: Path, *, most: int | None = None) -> Kept | None:
    """The newest full backup to begin from; None where ``most`` begin from it already, or there is none."""
    every = kept_in(folder)
    full = next((each for each in every if each.header.kind == "full"), None)
    if full is None or most is None:
        return full
    return full if sum(each.header.base == full.header.id for each in every) < most else None


def _with_bases(ids: Collection[str], every: list[Kept]) -> set[str]:
    bases = {each.header.id: each.header.base for each in every}
    needed: set[str] = set()
    for start in ids:
        each: str | None = start
        while each is not None and each not in needed:
            needed.add(each)
            each = bases.get(each)
    return needed


def _is_complete(backup_id: str, bases: dict[str, str | None]) -> bool:
    seen = set()
    each: str | None = backup_id
    while each is not None:
        if each not in bases or each in seen:
            return False
        seen.add(each)
        each = bases[each]
    return True
