"""Whether an installed model is what a plan would bring."""

import hashlib

from bazgoo.errors import BazgooError
from bazgoo.hub import Plan, RemoteFile
from bazgoo.hub.names import local_names
from bazgoo.store import ModelFile, Shelf


def holds(shelf: Shelf, model_id: str, plan: Plan) -> bool:
    """Whether every file of ``plan`` lies in the model's folder, by size and hash."""
    try:
        manifest = shelf.find(model_id)
        names = local_names(plan.repo_id, (file.path for file in plan.files))
    except BazgooError:
        return False
    files = {file.path: file for file in manifest.files}
    if set(names.values()) != set(files) or shelf.missing(manifest):
        return False
    return all(_equal(shelf, model_id, files[names[file.path]], file) for file in plan.files)


def _equal(shelf: Shelf, model_id: str, file: ModelFile, remote: RemoteFile) -> bool:
    """By the hash in the manifest for large files; small ones, whose hash is Git's, are read."""
    if file.size != remote.size:
        return False
    if remote.sha256 is not None:
        return file.sha256 == remote.sha256
    content = (shelf.folder(model_id) / file.path).read_bytes()
    sha1 = hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False)
    return remote.git_sha1 in (None, sha1.hexdigest())
