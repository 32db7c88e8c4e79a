"""Where a dataset lies, also while it comes and while it goes; what nobody owns is taken away."""

import shutil
import time
from collections.abc import Collection, Iterator
from pathlib import Path
from uuid import UUID

INCOMING, MAKING, DELETED = ".incoming-", ".making-", ".deleted-"
"""What came and is not read yet; what is being made of it; what is being removed."""
YOUNG_S = 60.0
"""A folder without a row may be about to get one."""


class Places:
    """The folders of one dataset, all beside each other, so that to rename is enough."""

    def __init__(self, datasets_dir: Path, dataset_id: UUID) -> None:
        self.folder = datasets_dir / str(dataset_id)
        self.incoming = datasets_dir / f"{INCOMING}{dataset_id}"
        self.making = datasets_dir / f"{MAKING}{dataset_id}"
        self.deleted = datasets_dir / f"{DELETED}{dataset_id}"

    def set_aside(self) -> bool:
        """Take the dataset out of its place at once; whether it was there."""
        try:
            self.folder.rename(self.deleted)
        except FileNotFoundError:
            return False
        return True

    def put_back(self) -> None:
        """Undo ``set_aside``."""
        if self.deleted.exists() and not self.folder.exists():
            self.deleted.rename(self.folder)

    def clear(self, *, all_of_it: bool = True) -> None:
        """Remove what was set aside and what was never finished, and with ``all_of_it`` the dataset itself."""
        for path in (self.deleted, self.making, self.incoming, *([self.folder] if all_of_it else [])):
            shutil.rmtree(path, ignore_errors=True)

    def clear_unfinished(self) -> None:
        """Remove what came and what was being made of it."""
        for path in (self.making, self.incoming):
            shutil.rmtree(path, ignore_errors=True)


def size_of(folder: Path) -> int:
    """The bytes of all files below ``folder``."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file())


def tidy(datasets_dir: Path, owned: Collection[UUID], wanted: Collection[UUID]) -> list[UUID]:
    """Remove the folders of no row; those of ``wanted`` keep what comes. The ids that were removed."""
    gone = []
    for dataset_id, path in _folders(datasets_dir):
        places = Places(datasets_dir, dataset_id)
        if dataset_id in owned:
            places.put_back()  # its deletion was never kept
            if dataset_id not in wanted:
                places.clear(all_of_it=False)
        elif time.time() - path.stat().st_mtime > YOUNG_S:
            places.clear()
            gone.append(dataset_id)
    return gone


def _folders(datasets_dir: Path) -> Iterator[tuple[UUID, Path]]:
    """Every folder that belongs, or belonged, to a dataset."""
    for path in datasets_dir.iterdir() if datasets_dir.is_dir() else ():
        name = path.name
        for prefix in (INCOMING, MAKING, DELETED):
            name = name.removeprefix(prefix)
        try:
            dataset_id = UUID(name)
        except ValueError:
            continue
        if path.exists():  # it may have gone together with another of the same dataset
            yield dataset_id, path
