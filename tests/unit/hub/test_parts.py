"""A part remembers what is on disk, and nothing that is not."""

import hashlib
import json
import os
from pathlib import Path

import pytest

from bazgoo.errors import FolderBusy
from bazgoo.hub import RemoteFile
from bazgoo.hub.lock import locked
from bazgoo.hub.parts import Part
from bazgoo.hub.ranges import Span
from bazgoo.hub.verify import Digest, is_right

FILE = RemoteFile("model.onnx", 100, sha256="ab" * 32)


async def test_what_was_saved_is_recalled_and_what_was_not_is_not(tmp_path: Path) -> None:
    part = Part(tmp_path, FILE, "c1")
    part.write(0, b"x" * 30)
    part.write(50, b"y" * 10)
    await part.checkpoint()
    part.write(30, b"z" * 20)  # never saved: as if the program were killed now
    recalled = Part(tmp_path, FILE, "c1")
    assert list(recalled.spans) == [Span(0, 30), Span(50, 60)]
    assert recalled.restarted is None


async def test_the_same_content_of_another_commit_is_used(tmp_path: Path) -> None:
    part = Part(tmp_path, FILE, "c1")
    part.write(0, b"x" * 30)
    part.close()
    assert Part(tmp_path, FILE, "c2").spans.total == 30


@pytest.mark.parametrize(
    "other,commit",
    [
        (RemoteFile("model.onnx", 100, sha256="cd" * 32), "c1"),
        (RemoteFile("model.onnx", 101, sha256="ab" * 32), "c1"),
    ],
)
async def test_other_content_begins_again(tmp_path: Path, other: RemoteFile, commit: str) -> None:
    part = Part(tmp_path, FILE, "c1")
    part.write(0, b"x" * 30)
    part.close()
    again = Part(tmp_path, other, commit)
    assert (again.spans.total, again.restarted) == (0, "changed")


async def test_without_a_hash_another_commit_begins_again(tmp_path: Path) -> None:
    file = RemoteFile("a.txt", 10)
    part = Part(tmp_path, file, "c1")
    part.write(0, b"12345")
    part.close()
    assert Part(tmp_path, file, "c1").spans.total == 5
    assert Part(tmp_path, file, "c2").restarted == "changed"


@pytest.mark.parametrize("manifest", ["", "[]", '{"done": 1}', "null", "{", '{"version": 1}'])
async def test_a_damaged_manifest_is_not_believed(tmp_path: Path, manifest: str) -> None:
    part = Part(tmp_path, FILE, "c1")
    part.write(0, b"x" * 30)
    part.close()
    part.manifest.write_text(manifest)
    assert Part(tmp_path, FILE, "c1").spans.total == 0


async def test_a_manifest_that_claims_more_than_the_disk_holds_is_not_believed(tmp_path: Path) -> None:
    part = Part(tmp_path, FILE, "c1")
    part.write(0, b"x" * 60)
    part.close()
    os.truncate(part.path, 40)
    assert Part(tmp_path, FILE, "c1").restarted == "damaged"
    part.path.unlink()
    assert Part(tmp_path, FILE, "c1").restarted == "damaged"


async def test_bytes_are_told_only_after_they_are_on_disk(tmp_path: Path, monkeypatch) -> None:
    order: list[str] = []
    monkeypatch.setattr("bazgoo.hub.parts._sync", lambda descriptor: order.append("bytes"))
    monkeypatch.setattr("bazgoo.hub.parts.os.fsync", lambda descriptor: order.append("manifest"))
    part = Part(tmp_path, FILE, "c1")
    part.write(0, b"x")
    await part.checkpoint()
    assert order == ["bytes", "manifest"]
    assert json.loads(part.manifest.read_text())["done"] == [[0, 1]]


async def test_starting_over_forgets_on_disk_too(tmp_path: Path) -> None:
    part = Part(tmp_path, FILE, "c1")
    part.write(0, b"x" * 100)
    await part.checkpoint()
    part.start_over()
    assert Part(tmp_path, FILE, "c1").spans.total == 0


@pytest.mark.parametrize(
    "content,git_sha1",
    [
        (b"", "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391"),
        (b"hello\n", "ce013625030ba8dba906f756967f9e9ca394464a"),
    ],
)
async def test_a_file_is_told_by_the_hash_of_git_or_of_lfs(
    tmp_path: Path, content: bytes, git_sha1: str
) -> None:
    path, size = tmp_path / "file", len(content)
    path.write_bytes(content)
    assert await is_right(path, RemoteFile("file", size, git_sha1=git_sha1))
    assert await is_right(path, RemoteFile("file", size, sha256=hashlib.sha256(content).hexdigest()))
    assert not await is_right(path, RemoteFile("file", size, sha256="0" * 64))
    assert not await is_right(path, RemoteFile("file", size))


async def test_a_hash_may_follow_in_steps(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"abc" * 1000)
    digest = Digest(RemoteFile("f", 3000, sha256=hashlib.sha256(b"abc" * 1000).hexdigest()))
    for end in (1, 700, 700, 2999):
        await digest.follow(path, end)
        assert digest.position == end and not digest.right()
    await digest.follow(path, 3000)
    assert digest.right()


def test_a_folder_has_one_writer_and_is_gone_when_empty(tmp_path: Path) -> None:
    with locked(tmp_path / "p"):
        with pytest.raises(FolderBusy), locked(tmp_path / "p"):
            pass
        assert (tmp_path / "p").exists()
    assert not (tmp_path / "p").exists()
    with locked(tmp_path / "p"):
        (tmp_path / "p/keep").touch()
    with locked(tmp_path / "p"):
        assert (tmp_path / "p/keep").exists()
