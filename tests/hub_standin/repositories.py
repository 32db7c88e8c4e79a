"""Repositories as Git keeps them: commits of files with their blob sha1, big ones behind an LFS pointer."""

import hashlib
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

LFS_SUFFIXES = (".onnx", ".safetensors", ".bin", ".pth", ".ckpt", ".nemo", ".pt", ".gguf", ".model", ".bz2")
LFS_FROM_BYTES = 10_000_000
Content = bytes | Path


def git_sha1(content: bytes) -> str:
    return hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest()


@dataclass(frozen=True)
class Blob:
    """One file of one commit."""

    path: str
    content: Content
    size: int
    oid: str
    sha256: str | None

    @property
    def xet_hash(self) -> str:
        """64 hex digits that look like a sha256 of the content and are not."""
        return hashlib.blake2s(f"xet {self.sha256}".encode()).hexdigest()

    @property
    def pointer(self) -> bytes:
        version = "version https://git-lfs.github.com/spec/v1"
        return f"{version}\noid sha256:{self.sha256}\nsize {self.size}\n".encode()

    def read(self, start: int, end: int) -> Iterator[bytes]:
        """The bytes from ``start`` up to ``end``, in pieces."""
        if isinstance(self.content, bytes):
            view = memoryview(self.content)[start:end]
            yield from (bytes(view[at : at + 65536]) for at in range(0, len(view), 65536))
            return
        with self.content.open("rb") as file:
            file.seek(start)
            while start < end and (piece := file.read(min(262144, end - start))):
                start += len(piece)
                yield piece


def blob(path: str, content: Content) -> Blob:
    """Content with its hashes, as LFS where the Hub would."""
    size = len(content) if isinstance(content, bytes) else content.stat().st_size
    if not path.endswith(LFS_SUFFIXES) and size < LFS_FROM_BYTES:
        whole = content if isinstance(content, bytes) else content.read_bytes()
        return Blob(path, content, size, git_sha1(whole), None)
    digest = hashlib.sha256()
    for piece in Blob(path, content, size, "", None).read(0, size):
        digest.update(piece)
    made = Blob(path, content, size, "", digest.hexdigest())
    return Blob(path, content, size, git_sha1(made.pointer), made.sha256)


@dataclass
class Repository:
    """A model repository: its commits in order, the last one being `main`."""

    id: str
    files: Mapping[str, Content]
    card: dict[str, Any] = field(default_factory=dict)
    config: dict[str, Any] | None = None
    tags: list[str] = field(default_factory=list)
    pipeline_tag: str | None = None
    library_name: str | None = None
    downloads: int = 0
    likes: int = 0
    last_modified: str = "2024-01-01T00:00:00.000Z"
    gated: bool | str = False
    private: bool = False
    disabled: bool = False
    former_names: tuple[str, ...] = ()
    commits: dict[str, dict[str, Blob]] = field(default_factory=dict)
    branches: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.commit(self.files)

    @property
    def author(self) -> str:
        return self.id.removeprefix("datasets/").split("/")[0]

    @property
    def is_data(self) -> bool:
        return self.id.startswith("datasets/")

    @property
    def used_storage(self) -> int:
        """What all its commits take together."""
        return sum(
            {blob.oid: blob.size for commit in self.commits.values() for blob in commit.values()}.values()
        )

    @property
    def sha(self) -> str:
        return self.branches["main"]

    def commit(self, files: Mapping[str, Content], branch: str = "main") -> str:
        """Make ``files`` the whole content of ``branch``; the commit's sha."""
        blobs = {path: blob(path, content) for path, content in sorted(files.items())}
        story = f"{self.id} {len(self.commits)} " + " ".join(f"{b.path}:{b.oid}" for b in blobs.values())
        sha = hashlib.sha1(story.encode()).hexdigest()
        self.commits[sha] = blobs
        self.branches[branch] = sha
        return sha

    def resolve(self, revision: str) -> str | None:
        """The commit that a branch, `refs/heads/…` or a sha names."""
        if revision in self.commits:
            return revision
        return self.branches.get(revision.removeprefix("refs/heads/"))


def noise(path: Path, size: int, seed: int = 1) -> Path:
    """A file of ``size`` pseudo-random bytes at ``path``, the same for the same seed."""
    generator = random.Random(seed)
    with path.open("wb") as file:
        for at in range(0, size, 1 << 20):
            file.write(generator.randbytes(min(1 << 20, size - at)))
    return path


def from_folder(folder: Path) -> list[Repository]:
    """Every `owner/name` folder below ``folder`` as a repository."""
    made = []
    for top in sorted(path for path in folder.glob("*/*") if path.is_dir()):
        files = {path.relative_to(top).as_posix(): path for path in sorted(top.rglob("*")) if path.is_file()}
        made.append(Repository(top.relative_to(folder).as_posix(), files))
    return made
