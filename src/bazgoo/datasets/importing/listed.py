"""Audio that a table lists: LJSpeech, Piper, Common Voice, audiofolder, and whatever people make themselves."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bazgoo.datasets.importing.columns import Role, by_content, roles
from bazgoo.datasets.importing.report import Found, Rejection, rejection
from bazgoo.datasets.importing.tables import Row, Table, table
from bazgoo.datasets.importing.tree import TABLES, Tree

_MOST_TEXTS = 50
"""Of plain texts, which may be transcripts as well as lists, no more than these are read as tables."""
_WHOLE = ("validated",)
_PARTS = ("train", "dev", "test")


@dataclass(frozen=True, slots=True)
class Listing:
    """A table that lists audio, and which of its columns is what."""

    table: Table
    roles: Mapping[Role, str]

    @property
    def layout(self) -> str:
        """What the world calls a table like this one."""
        if not self.table.named:
            return "piper" if "speaker" in self.roles else "ljspeech"
        if {self.roles.get("audio"), self.roles.get("text")} == {"path", "sentence"}:
            return "common_voice"
        return "audiofolder" if self.roles.get("audio") == "file_name" else "table"

    def found(self, tree: Tree, taken: set[Path]) -> Iterator[Found | Rejection]:
        """Its rows, with the audio they mean; what they mean is added to ``taken``."""
        for row in self.table.rows():
            yield row if isinstance(row, Rejection) else self._row(row, tree, taken)

    def _row(self, row: Row, tree: Tree, taken: set[Path]) -> Found | Rejection:
        said = {role: row.cells.get(column, "") for role, column in self.roles.items()}
        text, label = said.get("text") or said.get("written", ""), said.get("label") or None
        if not said["audio"]:
            return rejection("too_few_columns", self.table.name, row.line, name=self.roles["audio"])
        if not text and not label:
            return rejection("no_text", self.table.name, row.line)
        meant = tree.find(said["audio"], self.table.path.parent)
        if len(meant) != 1:
            code = "ambiguous_audio" if meant else "no_audio"
            return rejection(code, self.table.name, row.line, name=said["audio"])
        if meant[0] in taken:
            return rejection("listed_twice", self.table.name, row.line, name=said["audio"])
        taken.add(meant[0])
        return Found(text, meant[0], label, said.get("speaker") or None, self.table.name, row.line)


def listings(tree: Tree) -> list[Listing]:
    """The tables that list the audio, each audio once: of several in a folder those that say most."""
    found = [listing for path in _candidates(tree) if (listing := _listing(tree, path))]
    folders: dict[Path, list[Listing]] = {}
    for listing in found:
        folders.setdefault(listing.table.path.parent, []).append(listing)
    return [listing for here in folders.values() for listing in _best(here)]


def _candidates(tree: Tree) -> list[Path]:
    spoken = {path.with_suffix("") for path in tree.audio}
    tables = [
        path
        for path in tree.others()
        if path.suffix.lower() in TABLES or path.stem.lower() in ("metadata", "transcript", "transcripts")
    ]
    texts = [path for path in tables if path.suffix.lower() == ".txt" and path.with_suffix("") not in spoken]
    return [path for path in tables if path.suffix.lower() != ".txt"] + texts[:_MOST_TEXTS]


def _listing(tree: Tree, path: Path) -> Listing | None:
    read = table(path, tree.name(path))
    if read is None or len(read.columns) < 2:
        return None
    if read.named:
        named = roles(read.columns)
        return Listing(read, named) if "audio" in named and {"text", "label"} & named.keys() else None
    sample = [row.cells for row in read.sample()]
    chosen = by_content(read.columns, sample, lambda cell: bool(tree.find(cell, path.parent)))
    return Listing(read, chosen) if {"text", "label"} & chosen.keys() else None


def _best(here: Sequence[Listing]) -> list[Listing]:
    """Common Voice validates all its parts in one table; a `metadata` stands for every other list beside it."""
    by_stem = {listing.table.path.stem.lower(): listing for listing in here}
    for stems in (("metadata",), _WHOLE, _PARTS):
        if chosen := [by_stem[stem] for stem in stems if stem in by_stem]:
            return chosen
    return list(here)
