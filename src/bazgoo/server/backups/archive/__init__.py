"""The file of a backup: a header that anyone may read, and behind it a tar, plain or sealed by a password."""

from bazgoo.server.backups.archive.chain import Chain
from bazgoo.server.backups.archive.contents import Contents, KeptFile, KeptTable, Part
from bazgoo.server.backups.archive.header import ENDING, Header, read_header
from bazgoo.server.backups.archive.reading import Archive
from bazgoo.server.backups.archive.writing import ArchiveWriter

__all__ = [
    "ENDING",
    "Archive",
    "ArchiveWriter",
    "Chain",
    "Contents",
    "Header",
    "KeptFile",
    "KeptTable",
    "Part",
    "read_header",
]
