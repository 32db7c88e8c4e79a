"""Reading installed models whole: is every file still what was installed?"""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from bazgoo.events import BundleProgressed, Emit, ignore
from bazgoo.store.manifest import Manifest, ModelFile
from bazgoo.store.shelf import Shelf

PIECE = 4 << 20


def check(shelf: Shelf, models: Sequence[Manifest], emit: Emit = ignore) -> dict[str, list[str]]:
    """The files of each of ``models`` (by its id) that are gone or changed; none for one that is whole.

    ``emit`` is told how far it is, and ends it by raising.
    """
    total, done = sum(model.size_bytes for model in models), 0
    found: dict[str, list[str]] = {}
    for model in models:
        found[model.id] = []
        for file in model.files:
            digest = hashlib.sha256()
            for piece in _pieces(shelf.folder(model.id) / file.path, file):
                digest.update(piece)
                done += len(piece)
                emit(BundleProgressed(done, total))
            if digest.hexdigest() != file.sha256 or not (shelf.folder(model.id) / file.path).is_file():
                found[model.id].append(file.path)
    return found


def _pieces(path: Path, file: ModelFile) -> Iterator[bytes]:
    """The content; nothing of a file that is gone, cannot be read or has another size."""
    try:
        if path.stat().st_size != file.size:
            return
        with path.open("rb") as stream:
            while piece := stream.read(PIECE):
                yield piece
    except OSError:
        return
