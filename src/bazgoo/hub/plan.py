"""What a download will bring, known before its first byte: which files, how large, with which hashes."""

import errno
import re
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from fnmatch import translate
from pathlib import Path

from bazgoo.errors import NoRoomForDownload
from bazgoo.hub.cards import RemoteFile
from bazgoo.hub.client import Hub
from bazgoo.hub.formats import configs_to_read, sniff
from bazgoo.hub.piper_voices import REPOSITORY, folder_of, voice_files
from bazgoo.hub.problems import nothing

SPARE_BYTES = 32 << 20


@dataclass(frozen=True, slots=True)
class Plan:
    """The files of one commit that a download brings."""

    repo_id: str
    revision: str
    """As asked for: a branch, a tag or a commit."""
    commit: str
    """The commit that ``revision`` named when the plan was made; every byte comes from it."""
    files: tuple[RemoteFile, ...]

    @property
    def size_bytes(self) -> int:
        """Bytes of all files together."""
        return sum(file.size for file in self.files)


async def make_plan(
    hub: Hub,
    repo_id: str,
    *,
    revision: str | None = None,
    globs: Sequence[str] = (),
    voice: str | None = None,
) -> Plan:
    """Ask the Hub what ``repo_id`` holds and choose: a voice's files, those that match, or those needed.

    Raises NothingToDownload when nothing is left, and whatever the Hub refuses with.
    """
    card = await hub.model(repo_id, revision)
    commit = card.sha or revision or "main"
    if voice is None and not globs and card.repo_id == REPOSITORY:
        raise nothing(card.repo_id, "choose")
    folder = folder_of(voice) if voice and card.repo_id == REPOSITORY else ""
    files = await hub.tree(card.repo_id, commit, folder or "")
    if voice is not None:
        chosen = voice_files(files, voice)
    elif globs:
        chosen = [file for file in files if matches(file.path, globs)]
    else:
        chosen = await needed_files(hub, card.repo_id, commit, files)
    if not chosen:
        raise nothing(card.repo_id, "voice" if voice else "globs" if globs else "empty")
    return Plan(card.repo_id, revision or "main", commit, tuple(chosen))


async def needed_files(hub: Hub, repo_id: str, commit: str, files: Sequence[RemoteFile]) -> list[RemoteFile]:
    """The files of a repository that its engine reads, or all when no engine is known."""
    sizes = {file.path: file.size for file in files}
    configs = {path: await hub.read(repo_id, commit, path) for path in configs_to_read(sizes)}
    needed = set(sniff(sizes, configs).needed)
    return [file for file in files if file.path in needed]


def matches(path: str, globs: Sequence[str]) -> bool:
    """Whether one of ``globs`` fits the whole path; `folder/` stands for everything in it."""
    return any(re.match(translate(glob + "*" if glob.endswith("/") else glob), path) for glob in globs)


def check_disk(needed_bytes: int, folder: Path) -> None:
    """Raise NoRoomForDownload unless ``folder`` has room for ``needed_bytes`` and a little more."""
    there = next(parent for parent in (folder, *folder.absolute().parents) if parent.exists())
    free_bytes = shutil.disk_usage(there).free
    if needed_bytes and needed_bytes + SPARE_BYTES > free_bytes:
        raise NoRoomForDownload(
            needed_mb=-(-(needed_bytes + SPARE_BYTES) // 1_000_000), free_mb=free_bytes // 1_000_000
        )


@contextmanager
def disk_errors(needed_bytes: int, folder: Path) -> Iterator[None]:
    """A disk that fills up on the way, in the same words as one that was too full before."""
    try:
        yield
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT):
            raise
        free_bytes = shutil.disk_usage(folder).free
        raise NoRoomForDownload(
            needed_mb=needed_bytes // 1_000_000 + 1, free_mb=free_bytes // 1_000_000
        ) from error
