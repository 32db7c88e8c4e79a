"""What may stand in an archive: names that stay below their folder, sizes that a disk can take."""

import re
from dataclasses import dataclass

from bazgoo.errors import ArchiveDamaged, ArchiveUnsafe

_DRIVE = re.compile(r"^[A-Za-z]:")
_LONGEST_PART_BYTES = 255
_DEEPEST = 32
_SMALL_BYTES = 64 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """How much an archive may hold."""

    total_bytes: int = 20 << 30
    """Of all files together."""
    entries: int = 200_000
    """Files and folders."""
    ratio: int = 200
    """Bytes unpacked for one byte packed, once there are many: sound and texts are far from it, bombs above."""

    def check(self, name: str, unpacked_bytes: int, packed_bytes: int) -> None:
        """Raise ArchiveUnsafe when so much has come out of so little."""
        if unpacked_bytes > self.total_bytes:
            limit_mb = self.total_bytes >> 20
            raise unsafe(
                name,
                f"بایگانی را از حد {limit_mb} مگابایت بزرگ‌تر می‌کند",
                f"takes the archive over its limit of {limit_mb} MB",
            )
        if unpacked_bytes > max(_SMALL_BYTES, packed_bytes * self.ratio):
            raise unsafe(name, "بیش از اندازه فشرده است", "is packed beyond all measure")

    def check_count(self, name: str, count: int) -> None:
        """Raise ArchiveUnsafe when there are so many entries."""
        if count > self.entries:
            raise unsafe(
                name,
                f"یکی از بیش از {self.entries} پرونده است",
                f"is one of more than {self.entries} files",
            )


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in an archive."""

    name: str
    parts: tuple[str, ...]
    """Its path below the folder that it is unpacked into."""


def entry(name: str) -> Entry | None:
    """The entry called ``name``, or None when that is the folder itself; raises ArchiveUnsafe."""
    path = name.replace("\\", "/")
    if path.startswith("/") or _DRIVE.match(path):
        raise unsafe(name, "نشانی کامل دارد", "has an absolute path")
    parts = tuple(part for part in path.split("/") if part not in ("", "."))
    if ".." in parts:
        raise unsafe(name, "از پوشهٔ خود بیرون می‌رود", "leads out of its folder")
    if any(len(part.encode("utf-8", "replace")) > _LONGEST_PART_BYTES for part in parts):
        raise unsafe(name[:60], "نامی بیش از اندازه بلند دارد", "has too long a name")
    if len(parts) > _DEEPEST:
        raise unsafe(name[:60], "بیش از اندازه تودرتوست", "lies too deep")
    if any(ord(letter) < 32 for letter in path):
        raise unsafe(name, "نویسهٔ پنهان در نام دارد", "has an unprintable name")
    return Entry(name, parts) if parts else None


def unsafe(name: str, reason_fa: str, reason_en: str) -> ArchiveUnsafe:
    """The error for a hostile entry."""
    shown = "".join(letter if letter.isprintable() else "�" for letter in name)
    return ArchiveUnsafe(name=shown, reason_fa=reason_fa, reason_en=reason_en)


def damaged(reason_fa: str, reason_en: str) -> ArchiveDamaged:
    """The error for an archive that cannot be read."""
    return ArchiveDamaged(reason_fa=reason_fa, reason_en=reason_en)


def readable(raw: bytes) -> str:
    """A name in UTF-8, or as Windows in Persian wrote it."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1256", "replace")
