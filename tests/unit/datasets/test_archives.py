"""An archive from a stranger is unpacked whole below its folder, or nothing of it is."""

import contextlib
import io
import random
import shutil
import stat
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from bazgoo.datasets.archives import is_archive, unpack
from bazgoo.datasets.entries import Limits
from bazgoo.errors import ArchiveDamaged, ArchiveUnsafe, BazgooError, WorkCancelled

FILES = {
    "مجموعه/metadata.csv": "الف|سلام".encode(),
    "مجموعه/wavs/الف.wav": random.Random(5).randbytes(700_000),
}
TARS = ("tar", "tar.gz", "tar.bz2", "tar.xz")
KINDS = ("zip", *TARS)


def _tar(path: Path, files: dict[str, bytes], *others: tarfile.TarInfo) -> Path:
    packing = path.suffix[1:] if path.suffix != ".tar" else ""
    with tarfile.open(path, f"w:{packing}") as tar:
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            tar.addfile(info, io.BytesIO(content))
        for info in others:
            tar.addfile(info)
    return path


def _zip(path: Path, files: dict[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", packing) as opened:
        for name, content in files.items():
            opened.writestr(name, content)
    return path


def _made(path: Path, files: dict[str, bytes]) -> Path:
    return _zip(path, files) if path.suffix == ".zip" else _tar(path, files)


def _refused(archive: Path, kind: type[BazgooError], limits: Limits | None = None) -> BazgooError:
    into = archive.parent / "out"
    before = sorted(archive.parent.iterdir())
    with pytest.raises(kind) as refused:
        unpack(archive, into, limits)
    assert sorted(archive.parent.iterdir()) == before
    return refused.value


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_known_by_its_content_and_unpacked(tmp_path: Path, kind: str) -> None:
    made = _made(tmp_path / f"a.{kind}", FILES)
    archive = made.rename(tmp_path / "archive")
    assert is_archive(archive)
    unpack(archive, tmp_path / "out")
    found = {
        path.relative_to(tmp_path / "out").as_posix(): path.read_bytes()
        for path in (tmp_path / "out").rglob("*.*")
    }
    assert found == FILES


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "name",
    [
        "../out.txt",
        "a/../../out.txt",
        "/tmp/out.txt",
        "C:\\out.txt",
        "..\\out.txt",
        "a" * 300,
        "x/" * 40 + "x",
    ],
)
def test_a_name_that_leads_elsewhere_refuses_the_whole(tmp_path: Path, kind: str, name: str) -> None:
    archive = _made(tmp_path / f"a.{kind}", {"good.txt": b"good", name: b"bad"})
    _refused(archive, ArchiveUnsafe)


@pytest.mark.parametrize(
    "type", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.FIFOTYPE]
)
def test_links_and_devices_of_a_tar_are_refused(tmp_path: Path, type: bytes) -> None:
    info = tarfile.TarInfo("پیوند")
    info.type, info.linkname = type, "/etc/passwd"
    error = _refused(_tar(tmp_path / "a.tar.gz", FILES, info), ArchiveUnsafe)
    assert "«پیوند»" in error.message("fa")


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFCHR, stat.S_IFIFO])
def test_links_and_devices_of_a_zip_are_refused(tmp_path: Path, kind: int) -> None:
    archive = _zip(tmp_path / "a.zip", FILES)
    with zipfile.ZipFile(archive, "a") as opened:
        info = zipfile.ZipInfo("link")
        info.external_attr = (kind | 0o777) << 16
        opened.writestr(info, "/etc/passwd")
    _refused(archive, ArchiveUnsafe)


def test_a_file_that_is_also_a_folder_is_refused(tmp_path: Path) -> None:
    _refused(_tar(tmp_path / "a.tar", {"a": b"1", "a/b": b"2"}), ArchiveUnsafe)
    _refused(_tar(tmp_path / "b.tar", {"a/b": b"1", "a": b"2"}), ArchiveUnsafe)


@pytest.mark.parametrize("kind", ("zip", "tar.gz", "tar.bz2", "tar.xz"))
def test_a_bomb_is_refused(tmp_path: Path, kind: str) -> None:
    archive = _made(tmp_path / f"a.{kind}", {f"{n}.wav": bytes(33 << 20) for n in range(2)})
    _refused(archive, ArchiveUnsafe)


@pytest.mark.parametrize("kind", KINDS)
def test_more_than_the_limits_is_refused(tmp_path: Path, kind: str) -> None:
    archive = _made(tmp_path / f"a.{kind}", FILES)
    _refused(archive, ArchiveUnsafe, Limits(total_bytes=600_000))
    _refused(archive, ArchiveUnsafe, Limits(entries=1))


def test_a_huge_header_is_not_read(tmp_path: Path) -> None:
    info = tarfile.TarInfo("././@LongLink")
    info.type, info.size = tarfile.GNUTYPE_LONGNAME, 1 << 33
    (tmp_path / "a.tar").write_bytes(info.tobuf(tarfile.GNU_FORMAT) + bytes(1 << 20))
    _refused(tmp_path / "a.tar", ArchiveUnsafe)


def test_a_table_of_contents_as_large_as_the_disk_is_not_read(tmp_path: Path) -> None:
    archive = _zip(tmp_path / "a.zip", FILES)
    _refused(archive, ArchiveUnsafe, Limits(entries=0))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("share", [0.05, 0.5, 0.9, 0.999])
def test_a_cut_archive_leaves_nothing(tmp_path: Path, kind: str, share: float) -> None:
    archive = _made(tmp_path / f"a.{kind}", FILES)
    content = archive.read_bytes()
    archive.write_bytes(content[: int(len(content) * share)])
    if kind == "tar" and share == 0.999:
        pytest.skip("only padding is missing")
    _refused(archive, ArchiveDamaged)


@pytest.mark.parametrize("kind", ("zip", "tar.gz", "tar.bz2", "tar.xz"))
def test_an_archive_with_a_broken_byte_leaves_nothing(tmp_path: Path, kind: str) -> None:
    archive = _made(tmp_path / f"a.{kind}", FILES)
    content = bytearray(archive.read_bytes())
    content[len(content) // 2] ^= 0xFF
    archive.write_bytes(content)
    _refused(archive, ArchiveDamaged)


def test_a_zip_whose_offsets_lead_nowhere_is_damaged(tmp_path: Path) -> None:
    archive = _zip(tmp_path / "a.zip", {"a.txt": b"hello"})
    content = archive.read_bytes()
    archive.write_bytes(content[20:])
    _refused(archive, ArchiveDamaged)
    at = content.index(b"PK\1\2") + 42
    archive.write_bytes(content[:at] + b"\xf0\xff\xff\x7f" + content[at + 4 :])
    _refused(archive, ArchiveDamaged)
    archive.write_bytes(content[: at - 42] + content[at - 22 :])
    _refused(archive, ArchiveDamaged)


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_is_broken_says_so_and_leaves_nothing(tmp_path: Path, kind: str) -> None:
    dice = random.Random(7)
    whole = _made(
        tmp_path / f"a.{kind}", {"a/b.txt": b"hello" * 50, "سلام.wav": dice.randbytes(600)}
    ).read_bytes()
    for _ in range(150):
        content = bytearray(whole)
        for _ in range(3):
            at = dice.randrange(len(content))
            if dice.random() < 0.7:
                content[at] = dice.randrange(256)
            else:
                del content[at : at + 50]
        (tmp_path / f"a.{kind}").write_bytes(content)
        with contextlib.suppress(ArchiveDamaged, ArchiveUnsafe):
            unpack(tmp_path / f"a.{kind}", tmp_path / "out")
            shutil.rmtree(tmp_path / "out")
        assert [path.name for path in tmp_path.iterdir()] == [f"a.{kind}"]


def test_garbage_between_two_entries_is_seen(tmp_path: Path) -> None:
    archive = _tar(tmp_path / "a.tar", {"a": b"1" * 512, "b": b"2" * 512})
    content = bytearray(archive.read_bytes())
    content[1024:1536] = b"x" * 512
    archive.write_bytes(content)
    _refused(archive, ArchiveDamaged)


def test_an_encrypted_zip_is_refused(tmp_path: Path) -> None:
    archive = _zip(tmp_path / "a.zip", {"a.txt": b"secret"})
    content = bytearray(archive.read_bytes())
    for magic, flags in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        content[content.index(magic) + flags] |= 1
    archive.write_bytes(content)
    assert "encrypted" in _refused(archive, ArchiveDamaged).message("en")


@pytest.mark.parametrize("content", [b"", b"hello", b"PK\3\4", b"\x1f\x8b", b"Rar!\x1a\7\0"])
def test_what_is_no_archive_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.zip").write_bytes(content)
    _refused(tmp_path / "a.zip", ArchiveDamaged)


@pytest.mark.parametrize("encoding", ["utf-8", "cp1256"])
def test_persian_names_of_old_zips_are_read(tmp_path: Path, encoding: str) -> None:
    raw = "سلام.txt".encode(encoding)
    archive = _zip(tmp_path / "a.zip", {"x" * len(raw): b"1"}, zipfile.ZIP_STORED)
    archive.write_bytes(archive.read_bytes().replace(b"x" * len(raw), raw))
    unpack(archive, tmp_path / "out")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["سلام.txt"]


@pytest.mark.parametrize("kind", KINDS)
def test_it_can_be_cancelled(tmp_path: Path, kind: str) -> None:
    archive = _made(tmp_path / f"a.{kind}", FILES)
    asked: list[int] = []
    cancelled: Callable[[], bool] = lambda: asked.append(1) or len(asked) > 2  # noqa: E731
    with pytest.raises(WorkCancelled):
        unpack(archive, tmp_path / "out", cancelled=cancelled)
    assert not (tmp_path / "out").exists()
