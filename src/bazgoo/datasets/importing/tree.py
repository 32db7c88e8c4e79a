"""The files that came: what a person sees of them, and audio by any name it goes by."""

import os
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from bazgoo.datasets.entries import readable
from bazgoo.datasets.filters import plain

AUDIO = frozenset(
    (
        ".wav", ".wave", ".flac", ".mp3", ".ogg", ".oga", ".opus", ".m4a", ".aac", ".mp4", ".webm", ".mka", ".aif",
        ".aiff", ".aifc", ".caf", ".au", ".snd", ".wma", ".amr", ".3gp", ".w64", ".rf64",
    )
)  # fmt: skip
TABLES = frozenset((".csv", ".tsv", ".jsonl", ".ndjson", ".psv", ".txt", ".list", ".lst"))
TEXTS = frozenset((".txt", ".lab"))
_MAGIC = (b"RIFF", b"fLaC", b"OggS", b"ID3", b"FORM", b"\x1aE\xdf\xa3", b"caff", b"#!AMR", b".snd", b"RF64")
_HIDDEN = frozenset(
    ("__macosx", "thumbs.db", "desktop.ini", "$recycle.bin", "@eadir", "system volume information")
)


class Tree:
    """The files below one folder, without what an operating system hides."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.files = list(visible(root))
        self.audio = [path for path in self.files if is_audio(path)]
        self._sound = frozenset(self.audio)
        self._indexes = [_Index(fold) for fold in (_same, _folded, _bare)]
        for path in self.audio:
            for index in self._indexes:
                index.add(self.name(path), path)

    def name(self, path: Path) -> str:
        """As its person knows it: relative to the folder, with `/`."""
        return unicodedata.normalize("NFC", shown(path.relative_to(self.root).as_posix()))

    def others(self) -> list[Path]:
        """Everything that is no audio."""
        return [path for path in self.files if path not in self._sound]

    def find(self, name: str, near: Path) -> Sequence[Path]:
        """The audio that a row in the folder ``near`` means by ``name``, or several that it may mean.

        Its folder, its ending, its kind of digits and letters may be missing or others; only what is there is
        ever found, wherever ``name`` leads.
        """
        wanted = _written(name)
        here = self.name(near) if near != self.root else "."
        places = [wanted] if here == "." else [f"{here}/{wanted}", wanted]
        by_path = (index.by_path.get(index.fold(place)) for index in self._indexes for place in places)
        by_name = (index.by_name.get(_last(index.fold(wanted))) for index in self._indexes)
        found = next((found for found in (*by_path, *by_name) if found), ())
        return _one(found, near)


class _Index:
    """Audio by its name, whole and without folders, as ``fold`` compares names."""

    def __init__(self, fold: Callable[[str], str]) -> None:
        self.fold = fold
        self.by_path: dict[str, list[Path]] = {}
        self.by_name: dict[str, list[Path]] = {}

    def add(self, name: str, path: Path) -> None:
        key = self.fold(name)
        self.by_path.setdefault(key, []).append(path)
        self.by_name.setdefault(_last(key), []).append(path)


def _last(name: str) -> str:
    return name.rpartition("/")[2]


def is_audio(path: Path) -> bool:
    """By its ending, or by its first bytes where it has none that says anything."""
    ending = path.suffix.lower()
    if ending in AUDIO:
        return True
    if ending[1:].isalpha():
        return False
    with path.open("rb") as file:
        head = file.read(12)
    return head.startswith(_MAGIC) or head[4:8] == b"ftyp" or (head[:1] == b"\xff" and head[1:2] >= b"\xe0")


def visible(root: Path) -> Iterator[Path]:
    """The files below ``root`` that a person sees, in order."""
    for here, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if _is_visible(name))
        for name in sorted(names):
            path = Path(here, name)
            if _is_visible(name) and path.is_file():
                yield path


def shown(name: str) -> str:
    """A name on this disk as text, also where its bytes are no UTF-8."""
    return readable(os.fsencode(name))


def _is_visible(name: str) -> bool:
    return not name.startswith(".") and name.lower() not in _HIDDEN


def _written(name: str) -> str:
    """Without quotes, `./` and the backslashes of Windows."""
    parts = name.strip().strip("\"'").replace("\\", "/").split("/")
    return "/".join(part for part in parts if part not in ("", "."))


def _same(name: str) -> str:
    return unicodedata.normalize("NFC", name)


def _folded(name: str) -> str:
    """Digits, Arabic letters, half-spaces and case make no difference."""
    return plain(_same(name))


def _bare(name: str) -> str:
    """Nor does the ending, when it is one of audio."""
    folded = _folded(name)
    stem, dot, ending = folded.rpartition(".")
    return stem if dot and f".{ending}" in AUDIO else folded


def _one(found: Sequence[Path], near: Path) -> Sequence[Path]:
    """Of several, the one below the folder that the row stands in."""
    if len(found) > 1 and len(below := [path for path in found if path.is_relative_to(near)]) == 1:
        return below
    return found
