"""Sentences of treebanks (CoNLL-U) with parts of speech, and the ezafe that their syntax implies.

A word carries an ezafe when the next begins an adjective, a possessor or a further name of a head at or before it
and no preposition or conjunction stands between; on words in ـهای, which always carry one, the rule says 98 %.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from bazgoo.phonemes.ezafe import FIGURES
from bazgoo.phonemes.tags import TAGS
from bazgoo.text.characters import fold
from bazgoo.training.reading.sentences import Example, seen

_BOUND = ("amod", "nmod", "flat")
_HEADS = ("NOUN", "PROPN", "ADJ", "PRON", "NUM", "ADV", "VERB", "X", "ADP")
_UNTOLD = ("همه", "امام", "دکتر", "مهندس", "بن", "استاد", "سید")
"""Titles, which carry one before some names only, and همه, whose ezafe is not written."""

Row = list[str]
FORM, TAG, HEAD, RELATION = 1, 3, 6, 7


def treebank(file: Path, usual: Mapping[str, bool]) -> Iterator[Example]:
    """The sentences of ``file``; of prepositions, whose ezafe syntax does not tell, what ``usual`` knows."""
    with file.open(encoding="utf-8") as lines:
        for rows in _sentences(lines):
            yield _example(rows, usual)


def _sentences(lines: Iterable[str]) -> Iterator[list[Row]]:
    rows: list[Row] = []
    for line in lines:
        if line.strip() and not line.startswith("#"):
            rows.append(line.rstrip("\n").split("\t"))
        elif rows and not line.strip():
            yield rows
            rows = []


def _example(rows: list[Row], usual: Mapping[str, bool]) -> Example:
    tree = {int(row[0]): row for row in rows if row[0].isdigit()}
    bound = set(_bound_words(tree))
    words, ezafe, tags = [], [], []
    within = 0
    for row in rows:
        first, _, last = row[0].partition("-")
        if "." in row[0] or (not last and int(first) <= within):
            continue
        if last:  # one written word of several syntactic ones, such as a noun with its pronoun
            within = int(last)
        word, node = seen(fold(row[FORM])), int(last or first)
        if not word:
            continue
        words.append(word)
        tags.append(tree[int(first)][TAG] if tree[int(first)][TAG] in TAGS else "X")
        ezafe.append(_answer(tree, node, word, node in bound, usual))
    return Example(tuple(words), tuple(ezafe), tuple(tags)).without_ezafes()


def _answer(
    tree: Mapping[int, Row], node: int, word: str, bound: bool, usual: Mapping[str, bool]
) -> bool | None:
    """Whether ``word`` carries an ezafe; None where syntax does not tell."""
    tag, following = tree[node][TAG], tree.get(node + 1)
    if word == FIGURES or following is None:
        return False
    if tag == "ADP":
        return usual.get(word)
    if tag == "X" or word in _UNTOLD:
        return None
    if following[TAG] == "NUM" and following[RELATION] == "nummod" and int(following[HEAD]) == node:
        return True  # a year, a page: سالِ ۱۳۵۷
    if bound and tag == following[TAG]:
        return {"NUM": False, "PROPN": None}.get(tag, bound)  # هزار و یک, دو میلیون; a name and a surname
    return bound


def _bound_words(tree: Mapping[int, Row]) -> Iterator[int]:
    for node, row in tree.items():
        head = int(row[HEAD])
        if not 0 < head < node or not row[RELATION].startswith(_BOUND) or tree[head][TAG] not in _HEADS:
            continue
        if any(int(child[HEAD]) == node and _is(child, "case", "mark") for child in tree.values()):
            continue
        first = min(place for place in _phrase(tree, node) if place > head)
        if not _is(tree[first], "case", "mark", "punct", "cc") and tree[first - 1][TAG] != "PUNCT":
            yield first - 1


def _is(row: Row, *relations: str) -> bool:
    return row[RELATION].partition(":")[0] in relations


def _phrase(tree: Mapping[int, Row], node: int) -> Iterator[int]:
    """``node`` and everything below it."""
    yield node
    for child, row in tree.items():
        if int(row[HEAD]) == node:
            yield from _phrase(tree, child)
