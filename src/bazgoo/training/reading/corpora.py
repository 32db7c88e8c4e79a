"""The material: sentences with marked ezafe, colloquial sentences with their sounds, and homographs."""

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from bazgoo.text.characters import fold, unify
from bazgoo.training.reading.alignment import align, skeleton, spoken_skeleton
from bazgoo.training.reading.sentences import Example, is_word, pieces

_MARKED = re.compile("-y?e$")
LEAST_HEARD, USUAL = 4, 0.9
"""How often a homograph must have been heard, and in what share of it alike, to have a usual reading."""
LEAST_MET, MOST_USUAL = 100, 15
"""How often the commonest homographs stand in sentences for others, and how many of these are taken, so that they do
not drown those that were written for one."""


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A sentence with a homograph in it."""

    words: tuple[str, ...]
    at: int
    sound: str
    """Which of its pronunciations is meant, in Repr.1."""


def own() -> Iterator[Example]:
    """Bazgoo's own sentences with every ezafe written, as people write them, and light verbs.

    Not the collocations: learnt from two words alone, every greeting of two words would have an ezafe.
    """
    for name in ("ezafe.txt", "homographs.tsv", "light_verbs.tsv"):
        yield from (_marked(line.rpartition("\t")[2]) for line in _own(name))


def own_homographs() -> Iterator[Ambiguous]:
    """Bazgoo's own sentences and collocations that show how a homograph is said."""
    for name in ("homographs.tsv", "collocations.tsv"):
        for line in _own(name):
            word, sound, sentence = line.split("\t")
            words = _marked(sentence).words
            if word in words:
                yield Ambiguous(words, words.index(word), sound)


def _own(name: str) -> Iterator[str]:
    lines = files(__package__).joinpath("corpus", name).read_text("utf-8").splitlines()
    yield from (line for line in lines if line and not line.startswith("#"))


def _marked(sentence: str) -> Example:
    """A sentence in which every ezafe is written, without those marks."""
    marked = pieces(sentence)
    return Example(tuple(marked), (False,) * len(marked), (None,) * len(marked)).without_ezafes()


def formal(folder: Path) -> Iterator[Example]:
    """News sentences (FarsDat, from GE2PE) whose sounds mark every ezafe."""
    for sentence, sounds in _rows(folder / "sentences/farsdat_ezafe.tsv", 0, 1):
        if example := _labelled(sentence, sounds, _told):
            yield example


def colloquial(folder: Path) -> Iterator[Example]:
    """Spoken sentences (ShEMO) whose ezafe is heard in the last sound of a word."""
    for sentence, sounds in _rows(folder / "sentences/shemo_colloquial.tsv", 3, 4):
        if example := _labelled(sentence, sounds, _heard):
            yield example


def homographs(folder: Path, name: str) -> Iterator[Ambiguous]:
    """Sentences of HomoRich that show which pronunciation is meant; ``name`` is `human` or `generated`."""
    for homograph, sound, sentence in _rows(folder / f"homographs/sentences_{name}.tsv", 0, 1, 2):
        word, words = unify(fold(homograph)), tuple(pieces(sentence))
        if word in words:
            yield Ambiguous(words, words.index(word), sound)


def heard_homographs(folder: Path, readings: Mapping[str, Sequence[str]]) -> Iterator[Ambiguous]:
    """Homographs in sentences that were not chosen for them, where the usual reading is as usual as it is."""
    for name, text, sounds in (("farsdat_ezafe", 0, 1), ("shemo_colloquial", 3, 4)):
        for sentence, heard in _rows(folder / f"sentences/{name}.tsv", text, sounds):
            found, said = pieces(sentence), heard.split()
            words = [at for at, piece in enumerate(found) if is_word(piece)]
            for (first, last), (begin, end) in align(tuple(found[at] for at in words), tuple(said)) or ():
                if last - first == end - begin == 1:
                    at = words[first]
                    for sound in readings.get(found[at], ()):
                        if said[begin].replace("-", "") in (sound, f"{sound}e", f"{sound}ye"):
                            yield Ambiguous(tuple(found), at, sound)
                            break


def usual_homographs(
    examples: Iterable[Example], own: Iterable[Ambiguous], heard: Iterable[Ambiguous]
) -> Iterator[Ambiguous]:
    """The commonest homographs in sentences that were written for another, said as they are nearly always said.

    Without these «در» would be as likely a pearl as it is “in”.
    """
    shown = {(one.words, one.at) for one in own}
    said: dict[str, Counter[str]] = {}
    for one in heard:
        said.setdefault(one.words[one.at], Counter())[one.sound] += 1
    usual = {
        word: ways.most_common(1)[0][0]
        for word, ways in said.items()
        if ways.total() >= LEAST_HEARD and max(ways.values()) >= USUAL * ways.total()
    }
    met: dict[str, list[Ambiguous]] = {}
    for example in examples:
        for at, word in enumerate(example.words):
            if word in usual and (example.words, at) not in shown:
                met.setdefault(word, []).append(Ambiguous(example.words, at, usual[word]))
    for found in met.values():
        yield from found[:MOST_USUAL] if len(found) >= LEAST_MET else ()


def usual_ezafe(examples: Iterable[Example]) -> dict[str, bool]:
    """The words that all but always carry an ezafe, and those that all but never do."""
    seen: Counter[str] = Counter()
    bound: Counter[str] = Counter()
    for example in examples:
        for word, ezafe in zip(example.words, example.ezafe, strict=True):
            if ezafe is not None:
                seen[word] += 1
                bound[word] += ezafe
    shares = {word: bound[word] / count for word, count in seen.items() if count > 1}
    return {word: share > 0.5 for word, share in shares.items() if share > 0.85 or share < 0.1}


def _rows(file: Path, *columns: int) -> Iterator[list[str]]:
    with file.open(encoding="utf-8") as lines:
        rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        next(rows)
        for row in rows:
            yield [row[column] for column in columns]


def _labelled(sentence: str, sounds: str, carries: Callable[[str, str], bool]) -> Example | None:
    found = pieces(sentence)
    words, heard = [piece for piece in found if is_word(piece)], sounds.split()
    matches = align(tuple(words), tuple(heard))
    if matches is None:
        return None
    answers: list[bool | None] = [None] * len(words)
    for (_, written), (begin, spoken) in matches:
        if written and spoken > begin:
            answers[written - 1] = carries(words[written - 1], heard[spoken - 1])
    remaining = iter(answers)
    ezafe = tuple(next(remaining) if is_word(piece) else False for piece in found)
    tags = tuple(None if is_word(piece) else "PUNCT" for piece in found)
    return Example(tuple(found), ezafe, tags).without_ezafes()


def _told(word: str, sound: str) -> bool:
    """Whether its sound marks an ezafe; those of برای and بدون are part of the sound."""
    return bool(_MARKED.search(sound)) or _heard(word, sound)


def _heard(word: str, sound: str) -> bool:
    """Whether a word ends in an «e» that its letters do not write."""
    if word.endswith("\u0654"):
        return True
    if word.endswith("ه"):
        return sound.endswith("eye") or (sound.endswith("he") and word[-2:-1] in ("ا", "و"))
    if word[-1] in "ایو":
        return sound.endswith("ye")
    return sound.endswith("e") and len(spoken_skeleton(sound)) >= len(skeleton(word)) - 1
