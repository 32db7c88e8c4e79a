"""The installed models: a folder for each, which counts when its manifest is there."""

import contextlib
import hashlib
import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from bazgoo.errors import ModelNotFound
from bazgoo.hub.download import PARTS
from bazgoo.hub.formats import configs_to_read, dataset, sniff
from bazgoo.hub.names import is_dataset
from bazgoo.store import manifest as manifests
from bazgoo.store.manifest import MANIFEST, Manifest, ModelFile
from bazgoo.store.voices import voices_in


class Shelf:
    """The models below one folder; nothing is remembered, the disk is asked each time."""

    def __init__(self, models_dir: Path) -> None:
        """``models_dir`` need not exist yet."""
        self.models_dir = models_dir

    def folder(self, model_id: str) -> Path:
        """Where the model lies, or would; raises ModelNotFound when ``model_id`` is no UUID."""
        try:
            proper = str(UUID(model_id)) == model_id
        except ValueError:
            proper = False
        if not proper:
            raise ModelNotFound(model=model_id)
        return self.models_dir / model_id

    def install(
        self,
        model_id: str,
        *,
        name: str | None = None,
        repo_id: str | None = None,
        revision: str | None = None,
        commit: str | None = None,
        license: str | None = None,
    ) -> Manifest:
        """Make a model of the files that lie in its folder; the manifest is the last thing written."""
        folder = self.folder(model_id)
        paths = {path.relative_to(folder).as_posix(): path for path in model_files(folder)}
        sizes = {path: file.stat().st_size for path, file in paths.items()}
        configs = {path: paths[path].read_bytes() for path in configs_to_read(sizes, len(sizes))}
        finding = dataset(sizes) if repo_id and is_dataset(repo_id) else sniff(sizes, configs)
        repo = repo_id.rpartition("/")[2] if repo_id else None
        voices = voices_in(finding, configs, name, repo)
        made = Manifest(
            id=model_id,
            name=name or _name(voices, repo, sizes),
            type=finding.type,
            format=finding.format,
            engine=finding.engine,
            why_not=finding.why_not,
            repo_id=repo_id,
            revision=revision,
            commit=commit,
            license=license,
            voices=voices,
            files=tuple(ModelFile(path, sizes[path], sha256(file)) for path, file in paths.items()),
            installed_at=datetime.now(UTC).isoformat(timespec="seconds"),
        )
        manifests.write(folder, made)
        return made

    def models(self) -> list[Manifest]:
        """Every model with a readable manifest, by name."""
        if not self.models_dir.is_dir():
            return []
        found = (manifests.read(folder) for folder in self.models_dir.iterdir() if folder.is_dir())
        return sorted((each for each in found if each), key=lambda each: (each.name, each.id))

    def find(self, name: str) -> Manifest:
        """The model with that id, name, repository or voice; raises ModelNotFound."""
        models = self.models()
        for names in (_id, _names, _voices):
            if found := next((model for model in models if name in names(model)), None):
                return found
        raise ModelNotFound(model=name)

    def missing(self, manifest: Manifest) -> list[str]:
        """The files that are gone or have another size."""
        folder = self.folder(manifest.id)
        return [file.path for file in manifest.files if _size(folder / file.path) != file.size]

    def damaged(self, manifest: Manifest) -> list[str]:
        """The files that are gone or whose content is not what was installed; reads all of them."""
        folder, gone = self.folder(manifest.id), set(self.missing(manifest))
        return [
            file.path
            for file in manifest.files
            if file.path in gone or sha256(folder / file.path) != file.sha256
        ]

    def remove(self, model_id: str) -> int:
        """Uninstall a model; the bytes that this freed, 0 when nothing was left of it."""
        folder = self.folder(model_id)
        freed = sum(file.lstat().st_size for file in folder.rglob("*") if file.is_file())
        try:
            folder.rename(self.models_dir.with_name(f"{self._aside}{model_id}"))
        except (
            OSError
        ):  # it is not there, or `models` is a disk of its own: then at least its manifest goes first
            with contextlib.suppress(OSError):
                (folder / MANIFEST).unlink()
        for rest in (folder, *self.half_removed()):
            shutil.rmtree(rest, ignore_errors=True)
        return freed

    @property
    def _aside(self) -> str:
        """What the name of a folder begins with that is being removed, beside the models."""
        return f".removed-from-{self.models_dir.name}-"

    def half_removed(self) -> list[Path]:
        """What removals that were cut short have left."""
        return sorted(self.models_dir.parent.glob(f"{self._aside}*"))


def sha256(path: Path) -> str:
    """The hash of a file's content."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def model_files(folder: Path) -> Iterator[Path]:
    """The files of a model, in order; not its manifest, not what is still on its way, no links."""
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != PARTS)
        for path in (Path(here, name) for name in sorted(names)):
            ours = path.parent == folder and path.name in (MANIFEST, f".{MANIFEST}.new")
            if not ours and not path.is_symlink() and path.is_file():
                yield path


def _name(voices: tuple[str, ...], repo: str | None, sizes: dict[str, int]) -> str:
    """The one voice (of perhaps several speakers), else the repository, else the first file."""
    stems = {voice.partition("#")[0] for voice in voices}
    if len(stems) == 1:
        return stems.pop()
    return repo or next(iter(sizes), "").rpartition("/")[2] or "model"


def _size(path: Path) -> int | None:
    return path.stat().st_size if path.is_file() else None


def _id(model: Manifest) -> tuple[str, ...]:
    return (model.id,)


def _names(model: Manifest) -> tuple[str | None, ...]:
    return model.name, model.repo_id


def _voices(model: Manifest) -> tuple[str, ...]:
    return model.voices
