"""A model as one file to carry: a tar with its manifest first, so that it can be read as it comes."""

import contextlib
import hashlib
import tarfile
from collections.abc import Iterator
from pathlib import Path

from bazgoo.errors import FileUnwritable, ModelDamaged
from bazgoo.events import BundleProgressed, Emit, ignore
from bazgoo.store.manifest import MANIFEST, Manifest, ModelFile, written
from bazgoo.store.shelf import Shelf

BLOCK = 512
PIECE = 1 << 20


def bundle_stream(shelf: Shelf, model_id: str) -> tuple[str, int, Iterator[bytes]]:
    """The file name, the exact size in bytes, and the bundle itself in pieces.

    Raises ModelNotFound, and ModelDamaged when files are missing; a file that turns out to be damaged on the
    way ends the pieces with ModelDamaged.
    """
    manifest = _whole(shelf, model_id)
    sizes = [len(written(manifest)), *(file.size for file in manifest.files)]
    names = [MANIFEST, *(file.path for file in manifest.files)]
    size = sum(
        len(_header(name, size)) + size + _padding(size) for name, size in zip(names, sizes, strict=True)
    )
    return f"{manifest.name.replace('/', '-')}.tar", size + 2 * BLOCK, _pieces(shelf, manifest)


def export_bundle(shelf: Shelf, model_id: str, out: Path, emit: Emit = ignore) -> Path:
    """Write the bundle to ``out``, or into it when it is a folder; it appears when it is whole.

    Raises what ``bundle_stream`` raises, and FileUnwritable.
    """
    name, size, pieces = bundle_stream(shelf, model_id)
    target = out / name if out.is_dir() else out
    part, done = target.with_name(f".{target.name}.part"), 0
    try:
        with part.open("wb") as file:
            for piece in pieces:
                done += file.write(piece)
                emit(BundleProgressed(done, size))
        part.replace(target)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise FileUnwritable(file=target, reason_fa=reason, reason_en=reason) from None
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
    return target


def _whole(shelf: Shelf, model_id: str) -> Manifest:
    manifest = shelf.find(model_id)
    if gone := shelf.missing(manifest):
        raise ModelDamaged(model=manifest.name, file=gone[0])
    return manifest


def _pieces(shelf: Shelf, manifest: Manifest) -> Iterator[bytes]:
    told = written(manifest)
    yield _header(MANIFEST, len(told)) + told + bytes(_padding(len(told)))
    for file in manifest.files:
        yield _header(file.path, file.size)
        yield from _content(shelf, manifest, file)
        if padding := _padding(file.size):
            yield bytes(padding)
    yield bytes(2 * BLOCK)


def _content(shelf: Shelf, manifest: Manifest, file: ModelFile) -> Iterator[bytes]:
    digest, left = hashlib.sha256(), file.size
    with (shelf.folder(manifest.id) / file.path).open("rb") as stream:
        while left and (piece := stream.read(min(PIECE, left))):
            digest.update(piece)
            left -= len(piece)
            yield piece
    if left or digest.hexdigest() != file.sha256:
        raise ModelDamaged(model=manifest.name, file=file.path)


def _header(name: str, size: int) -> bytes:
    """A tar header in GNU's format, which takes names and sizes of any length without further files."""
    entry = tarfile.TarInfo(name)
    entry.size = size
    return entry.tobuf(tarfile.GNU_FORMAT, "utf-8", "surrogateescape")


def _padding(size: int) -> int:
    return -size % BLOCK
