"""Audio with a text of the same name beside it, or audio in a folder for each label."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from bazgoo.datasets.filters import plain
from bazgoo.datasets.importing.decoding import whole
from bazgoo.datasets.importing.report import Found, Rejection, rejection
from bazgoo.datasets.importing.tree import TEXTS, Tree, shown

_ENDINGS = (".normalized", ".original")
_GENERIC = frozenset(
    ("wav", "wavs", "clip", "clips", "audio", "audios", "data", "train", "training", "test", "dev", "validation",
     "valid", "val", "eval", "sounds", "samples", "recordings")
)  # fmt: skip


def pairs(tree: Tree) -> list[tuple[Path, Path]]:
    """Every audio with its text: the one beside it, or the only one of that name in another folder."""
    by_place: dict[tuple[Path, str], Path] = {}
    by_name: dict[str, list[Path]] = {}
    for path in tree.others():
        if path.suffix.lower() in TEXTS:
            by_place[path.parent, _stem(path)] = path
            by_name.setdefault(_stem(path), []).append(path)

    def text(audio: Path) -> Path | None:
        beside = by_place.get((audio.parent, _stem(audio)))
        elsewhere = by_name.get(_stem(audio), [])
        return beside or (elsewhere[0] if len(elsewhere) == 1 else None)

    return [(audio, found) for audio in tree.audio if (found := text(audio))]


def in_pairs(tree: Tree, paired: Sequence[tuple[Path, Path]]) -> Iterator[Found | Rejection]:
    """A record for each pair, and what stands alone."""
    for audio, path in paired:
        name, said = tree.name(path), whole(path)
        text = " ".join((said or "").split())
        if said is None:
            yield rejection("line_unreadable", name)
        elif not text:
            yield rejection("no_text", name)
        else:
            yield Found(text, audio, file=name)
    spoken, written = {audio for audio, _ in paired}, {path for _, path in paired}
    for audio in tree.audio:
        if audio not in spoken:
            yield rejection("no_transcript", tree.name(audio), name=tree.name(audio))
    for path in tree.others():
        if written and path.parent in {each.parent for each in written} and _is_stray(path, written):
            yield rejection("no_audio", tree.name(path), name=_stem(path))


def labels(tree: Tree) -> set[str]:
    """The folders that are labels: two at least, that are not just where audio is kept."""
    found = {path.parent.name for path in tree.audio if path.parent != tree.root}
    return found if len(found) > 1 and not {name.lower() for name in found} <= _GENERIC else set()


def by_label(tree: Tree) -> Iterator[Found | Rejection]:
    """A record for each audio, labelled with its folder."""
    known = labels(tree)
    for audio in tree.audio:
        if audio.parent.name in known and audio.parent != tree.root:
            yield Found("", audio, label=shown(audio.parent.name), file=tree.name(audio))
        else:
            yield rejection("no_label", tree.name(audio))


def _is_stray(path: Path, written: set[Path]) -> bool:
    return path.suffix.lower() in TEXTS and path not in written


def _stem(path: Path) -> str:
    """Digits, Arabic letters, half-spaces and case make no difference."""
    stem = path.stem
    for ending in _ENDINGS:
        stem = stem.removesuffix(ending)
    return plain(stem)
