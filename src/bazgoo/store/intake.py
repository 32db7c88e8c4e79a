"""Installing from files instead of the Hub: a bundle, pairs of a voice and its configuration, or a folder."""

import hashlib
import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import IO
from uuid import uuid4

from bazgoo.errors import BundleDamaged, BundleUnsafe, FileNameUnsafe, FileUnreadable, ImportUnusable
from bazgoo.events import BundleProgressed, Emit, ignore
from bazgoo.hub.download import PARTS
from bazgoo.hub.formats import sniff
from bazgoo.hub.lock import locked
from bazgoo.hub.names import local_names
from bazgoo.hub.plan import check_disk, disk_errors
from bazgoo.store import manifest as manifests
from bazgoo.store.manifest import MANIFEST, Manifest, ModelFile
from bazgoo.store.shelf import Shelf, model_files, sha256
from bazgoo.store.tar import entries

LARGEST_MANIFEST = 16 << 20
PIECE = 1 << 20


def import_bundle(shelf: Shelf, tar: Path, emit: Emit = ignore) -> Manifest:
    """Install the model in ``tar``; the one that is there already when it is the same.

    It appears when all of it is there and every hash is right; whatever goes wrong (or ``emit`` raises) leaves
    nothing.  Raises BundleUnsafe, BundleDamaged, NoRoomForDownload, FileUnreadable.
    """
    try:
        stream = tar.open("rb")
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise FileUnreadable(file=tar.name, reason_fa=reason, reason_en=reason) from None
    with stream:
        return _install(shelf, stream, tar.stat().st_size, emit)


def import_files(
    shelf: Shelf, files: Sequence[Path], names: Sequence[str] | None = None, emit: Emit = ignore
) -> list[Manifest]:
    """Install one bundle (`.tar`), or voices given as `.onnx` with their `.onnx.json`, each a model.

    ``names`` are what the files were called where they come from.  Raises ImportUnusable when they are neither,
    and what ``import_bundle`` raises.
    """
    given = dict(zip(_own(names or [file.name for file in files]), files, strict=True))
    if len(given) == 1 and next(iter(given)).lower().endswith(".tar"):
        return [import_bundle(shelf, files[0], emit)]
    models = [name for name in given if name.endswith(".onnx")]
    strays = set(given) - set(models) - {f"{name}.json" for name in models}
    lonely = [name for name in models if f"{name}.json" not in given]
    if not models or strays or lonely:
        raise ImportUnusable(file=min([*strays, *lonely], default="?"))
    for name in models:
        _check_voice(name, given)
    return [_pair(shelf, name, given) for name in models]


def import_folder(
    shelf: Shelf,
    folder: Path,
    *,
    model_id: str | None = None,
    name: str | None = None,
    license: str | None = None,
    emit: Emit = ignore,
) -> Manifest:
    """Install a copy of all that lies in ``folder``, as the one model it is, such as a training exports.

    A model that has ``model_id`` already becomes this one; without an id, the one that is there already when it is
    the same.  Whatever goes wrong (or ``emit`` raises) leaves things as they were.  Raises ImportUnusable where
    there is no file, FileNameUnsafe, NoRoomForDownload, FolderBusy.
    """
    given = {path.relative_to(folder).as_posix(): path for path in model_files(folder)}
    if not given:
        raise ImportUnusable(file=folder.name)
    local = local_names("", given)
    files = {ModelFile(local[path], file.stat().st_size, sha256(file)) for path, file in given.items()}
    if model_id is None and (same := _same(shelf, files)):
        return same
    size = sum(file.size for file in files)
    check_disk(size, shelf.models_dir)

    def copy(parts: Path) -> dict[str, Path]:
        placed: dict[str, Path] = {}
        done = 0
        for path, file in given.items():
            placed[local[path]] = Path(shutil.copyfile(file, parts / str(len(placed))))
            done += file.stat().st_size
            emit(BundleProgressed(done, size))
        return placed

    with disk_errors(size, shelf.models_dir):
        return _place(shelf, model_id or str(uuid4()), copy, {"name": name, "license": license})


def _own(names: Sequence[str]) -> list[str]:
    """The last part of each name: folders of another machine mean nothing here."""
    own = [name.replace("\\", "/").rstrip("/").rpartition("/")[2] for name in names]
    if len(set(own)) < len(own):
        raise ImportUnusable(file=max(own, key=own.count))
    return list(local_names("", own).values())


def _check_voice(name: str, given: Mapping[str, Path]) -> None:
    config = f"{name}.json"
    if given[config].stat().st_size > LARGEST_MANIFEST:
        raise ImportUnusable(file=config)
    if sniff({name: 1, config: 1}, {config: given[config].read_bytes()}).engine != "piper":
        raise ImportUnusable(file=config)


def _pair(shelf: Shelf, name: str, given: Mapping[str, Path]) -> Manifest:
    pair = {path: given[path] for path in (f"{name}.json", name)}
    files = {ModelFile(path, file.stat().st_size, sha256(file)) for path, file in pair.items()}
    if same := _same(shelf, files):
        return same
    check_disk(sum(file.size for file in files), shelf.models_dir)

    def copy(parts: Path) -> dict[str, Path]:
        return {path: Path(shutil.copyfile(file, parts / path)) for path, file in pair.items()}

    return _place(shelf, str(uuid4()), copy, {})


def _install(shelf: Shelf, stream: IO[bytes], size: int, emit: Emit) -> Manifest:
    walk = entries(stream, size)
    first = next(walk, None)
    if first is None or first.name != MANIFEST or first.size > LARGEST_MANIFEST:
        raise BundleDamaged
    manifest = _checked(manifests.parsed(stream.read(first.size)), size)
    if same := _same(shelf, set(manifest.files)):
        return same
    check_disk(manifest.size_bytes, shelf.models_dir)
    wanted = {file.path: file for file in manifest.files}

    def unpack(parts: Path) -> dict[str, Path]:
        placed: dict[str, Path] = {}
        for entry in walk:
            file = wanted.get(entry.name)
            if file is None or entry.name in placed:
                raise BundleUnsafe(name=entry.name)
            if entry.size != file.size:
                raise BundleDamaged
            placed[file.path] = parts / str(len(placed))
            _copy(stream, file, placed[file.path])
            emit(BundleProgressed(stream.tell(), size))
        if len(placed) < len(wanted):
            raise BundleDamaged
        return placed

    model_id = str(uuid4()) if shelf.folder(manifest.id).exists() else manifest.id
    names = ("name", "repo_id", "revision", "commit", "license")
    with disk_errors(manifest.size_bytes, shelf.models_dir):
        return _place(shelf, model_id, unpack, {name: getattr(manifest, name) for name in names})


def _checked(manifest: Manifest | None, size: int) -> Manifest:
    """A manifest all of whose files fit into ``size`` bytes and can lie in a folder here."""
    if manifest is None or not manifest.files or manifest.size_bytes > size:
        raise BundleDamaged
    paths = [file.path for file in manifest.files]
    try:
        proper = list(local_names("", paths).values()) == paths and len(set(paths)) == len(paths)
    except FileNameUnsafe as error:
        raise BundleUnsafe(name=error.data["path"]) from None
    if not proper or MANIFEST in paths:
        raise BundleUnsafe(name=paths[0])
    return manifest


def _same(shelf: Shelf, files: set[ModelFile]) -> Manifest | None:
    """The model on the shelf that has just these files."""
    return next(
        (model for model in shelf.models() if set(model.files) == files and not shelf.missing(model)), None
    )


def _copy(stream: IO[bytes], file: ModelFile, to: Path) -> None:
    digest, left = hashlib.sha256(), file.size
    with to.open("xb") as out:
        while left and (piece := stream.read(min(PIECE, left))):
            digest.update(piece)
            out.write(piece)
            left -= len(piece)
        out.flush()
        os.fsync(out.fileno())
    if left or digest.hexdigest() != file.sha256:
        raise BundleDamaged


def _place(
    shelf: Shelf, model_id: str, bring: Callable[[Path], Mapping[str, Path]], names: Mapping[str, str | None]
) -> Manifest:
    """Let ``bring`` put files into a hidden folder, then move them into place, graphs last, and install them."""
    folder = shelf.folder(model_id)
    before, parts = manifests.read(folder), folder / PARTS
    with locked(parts):
        try:
            brought = bring(parts)
            for path in sorted(brought, key=lambda path: path.endswith(".onnx")):
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
                brought[path].replace(folder / path)
            for file in before.files if before else ():
                if file.path not in brought:
                    (folder / file.path).unlink(missing_ok=True)
            return shelf.install(model_id, **names)
        except BaseException:
            shutil.rmtree(parts if before else folder, ignore_errors=True)
            raise
