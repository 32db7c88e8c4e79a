"""The dictionaries: what each says of a word, in Repr.1 without stress and ezafe."""

import csv
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from bazgoo import text
from bazgoo.phonemes import alphabet, espeak_ng
from bazgoo.phonemes.alphabet import canonical
from bazgoo.text.characters import fold, unify
from bazgoo.training.reading.alignment import align
from bazgoo.training.reading.sentences import is_word, pieces

SHIPPED = {"bazgoo": "CC0", "espeak": "GPL-3.0", "farsdat": "MIT", "ipa-dict": "MIT", "tihu": "GPL-3.0"}
"""Whose pronunciations may stand in the dictionary, and by which licence; the others only vote and teach."""

LEXICAL = "-"
"""Stands for the formal spelling of a colloquial word that is another word, not another form."""

_SPOKEN = re.compile("[AaeouiSCjyZqx?bptsdzrfvkglmnh]+")
_PERSIAN = re.compile("[ءآأؤئابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی\u200c]{2,40}")
_EZAFE = re.compile("-y?e$")

Table = dict[str, dict[str, Counter[str]]]
"""By word, then by source, how often it is said in which way."""


class Said(NamedTuple):
    """A word and one of its pronunciations."""

    word: str
    sound: str


def read(material: Path) -> Table:
    """All that the dictionaries in ``material`` and Bazgoo's own say."""
    table: Table = defaultdict(lambda: defaultdict(Counter))
    for source, entries in (
        ("bazgoo", own()),
        ("espeak", _espeak(material / "lexicons/fa_list")),
        ("farsdat", _heard(material / "sentences/farsdat_ezafe.tsv")),
        ("tihu", _tihu(material / "lexicons/tihu.json")),
        ("zaya", _zaya(material / "lexicons/zaya.json")),
        ("ipa-dict", _ipa_dict(material / "lexicons/ipa_dict_fa.txt")),
        ("moen", _consensus(material / "lexicons/consensus.tsv", "moen")),
    ):
        for word, sound in entries:
            spelled, plain = unify(fold(word)), canonical(sound)
            if _PERSIAN.fullmatch(spelled) and _SPOKEN.fullmatch(plain):
                table[spelled][source][plain] += 1
    return table


def own() -> Iterator[Said]:
    """Bazgoo's own tables: words that dictionaries dispute, names, loanwords."""
    for name in ("words.tsv", "names.tsv", "loanwords.tsv"):
        for word, sound in _rows(files(__package__).joinpath("corpus", name).read_text("utf-8")):
            yield Said(word, sound)


@cache
def colloquial() -> tuple[tuple[str, str, str], ...]:
    """Words as they are typed and said in Tehran, with how they are written formally."""
    rows = _rows(files(text).joinpath("colloquial.tsv").read_text("utf-8"))
    return tuple((unify(fold(word)), canonical(sound), unify(fold(formal))) for word, sound, formal in rows)


def by_espeak(word: str) -> str:
    """How eSpeak NG says a word."""
    return canonical(alphabet.repr1(alphabet.from_espeak(espeak_ng.ipa(word))))


def _rows(content: str) -> Iterator[list[str]]:
    yield from (line.split("\t") for line in content.splitlines() if line and not line.startswith("#"))


def _espeak(file: Path) -> Iterator[Said]:
    """The words in eSpeak NG's own list (`dictsource/fa_list`), as it says them."""
    for line in file.read_text("utf-8").splitlines():
        word = line.partition("//")[0].partition("\t")[0].strip()
        if _PERSIAN.fullmatch(word):
            yield Said(word, by_espeak(word))


def _heard(file: Path) -> Iterator[Said]:
    for sentence, sounds in list(_rows(file.read_text("utf-8")))[1:]:
        words, heard = [piece for piece in pieces(sentence) if is_word(piece)], sounds.split()
        for (first, last), (begin, end) in align(tuple(words), tuple(heard)) or ():
            if last - first == end - begin == 1:
                yield Said(words[first], _EZAFE.sub("", heard[begin]))


def _tihu(file: Path) -> Iterator[Said]:
    """Tihu's words, without its many verbs with the old prefix «همی»."""
    words: dict[str, str] = json.loads(file.read_text("utf-8"))
    yield from (Said(word, sound) for word, sound in words.items() if not word.startswith("همی"))


def _zaya(file: Path) -> Iterator[Said]:
    yield from (Said(word, sound) for word, sound in json.loads(file.read_text("utf-8")))


def _ipa_dict(file: Path) -> Iterator[Said]:
    for line in file.read_text("utf-8").splitlines():
        word, _, ways = line.partition("\t")
        yield from (Said(word, alphabet.repr1(alphabet.fold(way.strip(" /")))) for way in ways.split(","))


def _consensus(file: Path, source: str) -> Iterator[Said]:
    with file.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            if source in row["sources"].split("+"):
                yield Said(row["word"], row["pron_repr1"])
