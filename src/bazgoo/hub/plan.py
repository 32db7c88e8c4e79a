"""What a download will bring, known before its first byte: which files, how large, with which hashes."""

import errno
import re
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from fnmatch import translate
from pathlib import Path

from bazgoo.errors import NoRoomForDownload, NotFound, RepoFileNotFound
from bazgoo.hub.cards import RemoteFile
from bazgoo.hub.client import Hub
from bazgoo.hub.formats import Finding, configs_to_read, dataset, sniff
from bazgoo.hub.names import is_dataset
from bazgoo.hub.piper_voices import REPOSITORY, chosen_files, folder_of
from bazgoo.hub.problems import nothing
from bazgoo.hub.sherpa import VOCODER, sherpa_voices

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
    if card.gated:
        await hub.check_access(card.repo_id)  # names and sizes are open to all, bytes are not
    files = await _files(hub, card.repo_id, commit, voice)
    if voice is None and globs:
        chosen = [file for file in files if matches(file.path, globs)]
    else:
        chosen = await _needed(hub, card.repo_id, commit, files, voice)
    if not chosen:
        raise nothing(card.repo_id, "voice" if voice else "globs" if globs else "empty")
    return Plan(card.repo_id, revision or "main", commit, tuple(chosen))


async def _files(hub: Hub, repo_id: str, commit: str, voice: str | None) -> list[RemoteFile]:
    """The files of a repository; of Piper's great one, those of the folder of ``voice``."""
    if voice is None or repo_id != REPOSITORY:
        return await hub.tree(repo_id, commit)
    try:
        return await hub.tree(repo_id, commit, folder_of(voice))
    except RepoFileNotFound:
        raise nothing(repo_id, "voice") from None


async def find(hub: Hub, repo_id: str, commit: str, files: Sequence[RemoteFile]) -> Finding:
    """What ``files`` are, from their names and the small ones whose content decides."""
    sizes = {file.path: file.size for file in files}
    if is_dataset(repo_id):
        return dataset(sizes)
    configs = {path: await hub.read(repo_id, commit, path) for path in configs_to_read(sizes)}
    return sniff(sizes, configs)


async def _needed(
    hub: Hub, repo_id: str, commit: str, files: Sequence[RemoteFile], voice: str | None
) -> list[RemoteFile]:
    """The files of ``voice``, or all that an engine reads (everything where there is none), and a vocoder."""
    finding = await find(hub, repo_id, commit, files)
    if voice is None:
        chosen = [file for file in files if file.path in set(finding.needed)]
    else:
        chosen = chosen_files(files, finding, voice)
    voices = (
        sherpa_voices({file.path: file.size for file in chosen})
        if finding.format.startswith("sherpa")
        else []
    )
    silent = [each.folder for each in voices if each.matcha and not each.vocoders]
    return chosen + (await _vocoders(hub, silent) if silent else [])


async def _vocoders(hub: Hub, folders: Sequence[str]) -> list[RemoteFile]:
    """A vocoder for each of ``folders``; none where it cannot be had."""
    repo_id, path = VOCODER
    folder, _, name = path.rpartition("/")
    try:
        commit = (await hub.model(repo_id)).sha or "main"
        found = next(file for file in await hub.tree(repo_id, commit, folder) if file.path == path)
    except (NotFound, StopIteration):
        return []
    return [
        replace(found, path=f"{beside}/{name}".lstrip("/"), kept_at=(repo_id, commit, path))
        for beside in folders
    ]


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
