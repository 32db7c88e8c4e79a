"""How many unknown words are read right: words kept apart, and whole families of words kept apart."""

from collections.abc import Callable, Sequence
from pathlib import Path
from zlib import crc32

from bazgoo.phonemes.unknown import FILE, Reader
from bazgoo.text.characters import ZWNJ
from bazgoo.training.words.sources import by_espeak
from bazgoo.training.words.voting import Agreed

WORDS, FAMILIES = 25, 12
"""One word in so many is kept apart, and one family in so many: words that share their first four letters."""

HeldOut = dict[str, list[Agreed]]


def split(words: Sequence[Agreed]) -> tuple[list[Agreed], HeldOut]:
    """The words to learn, and those to measure on; always the same."""
    learning: list[Agreed] = []
    held_out: HeldOut = {"words": [], "words of families of which none is learnt": []}
    for one in words:
        asked = "espeak" not in one.sources and one.sources != ("tihu",)
        if _one_in(FAMILIES, one.word.replace(ZWNJ, "")[:4]):
            held_out["words of families of which none is learnt"] += [one] * asked
        elif asked and _one_in(WORDS, one.word):
            held_out["words"].append(one)
        else:
            learning.append(one)
    return learning, held_out


def measure(folder: Path, held_out: HeldOut) -> dict[str, float]:
    """The share of words that are read right, in percent, by the weights in ``folder`` and by eSpeak NG."""
    reader = Reader(folder / FILE)
    readers: dict[str, Callable[[str], str | None]] = {
        "": lambda word: reader.guess(word, by_espeak(word)),
        ", by eSpeak NG": by_espeak,
    }
    return {
        f"{len(words)} {kind}{by}": 100 * sum(_right(read(one.word), one.sound) for one in words) / len(words)
        for kind, words in held_out.items()
        for by, read in readers.items()
    }


def _right(said: str | None, sound: str) -> bool:
    return said is not None and said.replace("?", "") == sound.replace("?", "")


def _one_in(many: int, text: str) -> bool:
    return crc32(text.encode()) % many == 0
