"""Which files of a data directory belong into a backup: what cannot be made again, and nothing half-made."""

import os
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from bazgoo.datasets.dataset import DATABASE, PREPARED
from bazgoo.hub.download import PARTS
from bazgoo.server.datasets.places import Places
from bazgoo.settings import Settings
from bazgoo.store import manifest as manifests
from bazgoo.store.manifest import MANIFEST, Manifest


@dataclass(frozen=True, slots=True)
class Holding:
    """A folder that is backed up as one."""

    folder: Path
    owns: Callable[[Path], bool] = field(default=lambda _: True)
    """Whether a file in it comes along."""
    dataset: bool = False
    """It has a database of its own, which is written to while it is read."""
    deep: bool = True
    """With the folders in it."""

    def files(self) -> Iterator[Path]:
        """Its files as they are now, in order; no links, and no names that are no text."""
        for here, folders, names in os.walk(self.folder):
            folders[:] = self._below(folders)
            for path in (Path(here, name) for name in sorted(names)):
                if self.owns(path) and _is_text(path) and not path.is_symlink() and path.is_file():
                    yield path

    def folders(self) -> Iterator[Path]:
        """Its folders, itself first."""
        for here, folders, _ in os.walk(self.folder):
            folders[:] = self._below(folders)
            if _is_text(Path(here)):
                yield Path(here)

    def _below(self, folders: list[str]) -> list[str]:
        return sorted(name for name in folders if name != PARTS) if self.deep else []


def holdings(
    settings: Settings, owners: dict[str, set[str]], waiting: Collection[str], *, files: bool
) -> Iterator[Holding]:
    """Every folder that comes along; ``files`` says whether also what the Hub has."""
    yield from _models(settings.models_dir, files=files)
    for dataset_id in sorted(owners["datasets"]):
        places = Places(settings.datasets_dir, UUID(dataset_id))
        if dataset_id in waiting and places.incoming.is_dir():
            yield Holding(places.incoming)
        yield Holding(places.folder, _is_no_copy, dataset=True)
    for job_id in sorted(owners["training_jobs"]):
        yield Holding(settings.trainings_dir / job_id, _is_finished)


def of_the_hub(models_dir: Path) -> list[Manifest]:
    """The models that can be brought from the Hub again, exactly as they are."""
    found = (manifests.read(folder) for folder in _listed(models_dir) if folder.is_dir())
    return [each for each in found if each and each.repo_id and each.commit]


def _models(models_dir: Path, *, files: bool) -> Iterator[Holding]:
    """What is installed, and what somebody has laid there; not what is still on its way."""
    left_out = set() if files else {models_dir / each.id for each in of_the_hub(models_dir)}
    for place in _listed(models_dir):
        if place.is_dir() and _is_id(place.name) and not (place / MANIFEST).is_file():
            continue
        if place in left_out:
            yield Holding(place, _is_manifest)
        elif place.is_dir():
            yield Holding(place, _is_finished)
    yield Holding(models_dir, _is_finished, deep=False)


def _listed(folder: Path) -> list[Path]:
    with suppress(FileNotFoundError):
        return sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    return []


def _is_manifest(path: Path) -> bool:
    return path.name == MANIFEST


def _is_finished(path: Path) -> bool:
    return not (path.name.startswith(".") and path.name.endswith(".new"))


def _is_no_copy(path: Path) -> bool:
    """Not what is prepared of the recordings, and not the database, which is read by its own means."""
    return PREPARED not in path.parts[-2:-1] and not path.name.startswith(DATABASE)


def _is_id(name: str) -> bool:
    with suppress(ValueError):
        return str(UUID(name)) == name
    return False


def _is_text(path: Path) -> bool:
    with suppress(UnicodeEncodeError):
        return bool(str(path).encode())
    return False
