"""The dictionary that ships: what sources with a licence say and most agree on, and what Tehran says otherwise."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from bazgoo.phonemes.words import FILE
from bazgoo.text.characters import ZWNJ
from bazgoo.training.words.sources import LEXICAL, SHIPPED, colloquial
from bazgoo.training.words.voting import Agreed

_HEADER = (
    "# word without ZWNJ, how it is said and how in Tehran if otherwise (Repr.1), sources; GPL-3.0-or-later"
)


def compile_dictionary(words: Iterable[Agreed], folder: Path) -> None:
    """Write the dictionary into ``folder``."""
    rows = dict(_rows(words))
    lines = [f"{word}\t{rest}" for word, rest in sorted(rows.items())]
    folder.joinpath(FILE).write_text("\n".join([_HEADER, *lines, ""]), "utf-8")


def _rows(words: Iterable[Agreed]) -> Iterator[tuple[str, str]]:
    """Formal words, then those that are written so only in Tehran, which are marked by having the same sound twice."""
    tehran = {_bare(word): sound for word, sound, _ in colloquial()}
    formal = {_bare(word): _bare(formal) for word, _, formal in colloquial()}
    for one in words:
        word, sources = _bare(one.word), [name for name in one.sources if name in SHIPPED]
        if sources and formal.get(word, word) == word:
            other = tehran.get(word, "")
            yield word, "\t".join((one.sound, other if other != one.sound else "", "+".join(sources)))
    for word, sound in sorted(tehran.items()):
        if formal[word] != word:
            yield word, "\t".join((sound, "" if formal[word] == LEXICAL else sound, "bazgoo"))


def _bare(word: str) -> str:
    return word.replace(ZWNJ, "")
