"""Which layout a heap of files has, and the records in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bazgoo.datasets.importing.beside import by_label, in_pairs, labels, pairs
from bazgoo.datasets.importing.decoding import whole
from bazgoo.datasets.importing.listed import Listing, listings
from bazgoo.datasets.importing.long_recording import Progress, cut, is_long
from bazgoo.datasets.importing.report import Found, Rejection, rejection
from bazgoo.datasets.importing.tree import TEXTS, Tree
from bazgoo.datasets.importing.written import numbers, tables, texts
from bazgoo.datasets.records import Kind
from bazgoo.errors import DatasetInvalid


@dataclass(frozen=True, slots=True)
class Layout:
    """What was recognised."""

    name: str
    records: Iterator[Found | Rejection]
    total: int
    """About how many there are."""


def recognised(tree: Tree, kind: Kind, script: str | None, pieces: Path, progress: Progress) -> Layout:
    """The layout of the files in ``tree``; what is made on the way goes into ``pieces``.

    Raises DatasetInvalid, with what the files seem to be.
    """
    if kind != "audio":
        return _written(tree, kind)
    if not tree.audio:
        raise _invalid(tree, "no_audio")
    if script is not None:
        return _long(tree, script, pieces, progress)
    if found := listings(tree):
        return Layout(found[0].layout, _listed(tree, found), len(tree.audio))
    if paired := pairs(tree):
        return _paired(tree, paired, pieces, progress)
    if labels(tree):
        return Layout("label_folders", by_label(tree), len(tree.audio))
    scripts = [path for path in tree.others() if path.suffix.lower() in TEXTS]
    if len(tree.audio) == len(scripts) == 1:
        return _paired(tree, [(tree.audio[0], scripts[0])], pieces, progress)
    raise _invalid(tree, "no_transcripts")


def _listed(tree: Tree, found: list[Listing]) -> Iterator[Found | Rejection]:
    taken: set[Path] = set()
    for listing in found:
        yield from listing.found(tree, taken)
    if (
        found[0].layout != "common_voice"
    ):  # which brings the clips of all its tables, and others, in one folder
        for audio in tree.audio:
            if audio not in taken:
                yield rejection("unlisted", tree.name(audio), name=tree.name(audio))


def _paired(tree: Tree, paired: list[tuple[Path, Path]], pieces: Path, progress: Progress) -> Layout:
    """Short ones are records; a long one is cut along its text."""
    long = [(audio, path) for audio, path in paired if is_long(audio)]
    if not long:
        return Layout("pairs", in_pairs(tree, paired), len(paired))

    def records() -> Iterator[Found | Rejection]:
        for audio, path in long:
            name, said = tree.name(path), whole(path)
            if said is None:
                yield rejection("line_unreadable", name)
            else:
                yield from cut(audio, said, pieces, progress, audio_name=tree.name(audio), script_name=name)
        lengthy = {audio for audio, _ in long}
        if short := [pair for pair in paired if pair[0] not in lengthy]:
            yield from in_pairs(tree, short)

    return Layout("long_recording", records(), len(paired))


def _long(tree: Tree, script: str, pieces: Path, progress: Progress) -> Layout:
    if len(tree.audio) > 1:
        raise _invalid(tree, "several_recordings")
    audio = tree.audio[0]
    name = tree.name(audio)
    records = cut(audio, script, pieces, progress, audio_name=name, script_name="script")
    return Layout("long_recording", records, 1)


def _written(tree: Tree, kind: Kind) -> Layout:
    found = tables(tree)
    if not found:
        raise _invalid(tree, "no_table")
    read = texts if kind == "text" else numbers
    records = (record for table in found for record in read(table))
    lines = sum(_lines(table.path) for table in found)
    return Layout("labelled_texts" if kind == "text" else "columns", records, lines)


def _lines(path: Path) -> int:
    with path.open("rb") as file:
        return sum(piece.count(b"\n") for piece in iter(lambda: file.read(1 << 20), b""))


_UNREAD = {
    ".parquet": "parquet",
    ".arrow": "parquet",
    **dict.fromkeys((".rar", ".7z", ".zst", ".lz4"), "packed"),
}
_WHY = {
    "no_audio": (
        "در آن صدایی نیست. اگر متن یا جدول است، نوع مجموعه را متن یا جدول بگذارید.",
        "it holds no audio. If it is texts or a table, choose that type of dataset.",
    ),
    "parquet": (
        "داده‌هایش Parquet است. آن را به قالب audiofolder (صدا و metadata.csv) برگردانید.",
        "its data are Parquet. Convert it to an audiofolder (audio and metadata.csv).",
    ),
    "packed": (
        "به روشی بسته شده که اینجا باز نمی‌شود. آن را zip یا tar.gz کنید.",
        "it is packed in a way that is not opened here. Make it a zip or a tar.gz.",
    ),
    "no_transcripts": (
        "برای صداها نه متنی هست و نه برچسبی. یک metadata.csv، برای هر صدا یک ‎.txt‎ هم‌نام،"
        " یا برای هر برچسب یک پوشه بگذارید.",
        "its audio has neither transcripts nor labels. Add a metadata.csv, a .txt of the same name for each,"
        " or a folder for each label.",
    ),
    "several_recordings": (
        "متن برای یک صدای بلند است، ولی چند صدا داده‌اید. هر کدام را جداگانه با متن خودش بدهید.",
        "a script goes with one long recording, but there are several. Give each with its own script.",
    ),
    "no_table": (
        "جدولی در آن نیست. یک پروندهٔ ‎.csv‎، ‎.tsv‎ یا ‎.jsonl‎ بدهید.",
        "it holds no table. Give a .csv, .tsv or .jsonl.",
    ),
}


def _invalid(tree: Tree, why: str) -> DatasetInvalid:
    if why in ("no_audio", "no_table"):
        endings = (path.suffix.lower() for path in tree.files)
        why = next((_UNREAD[ending] for ending in endings if ending in _UNREAD), why)
    fa, en = _WHY[why]
    return DatasetInvalid(file=tree.root.name, reason_fa=fa, reason_en=en)
