"""Which spoken words belong to which written ones, where a sentence and its sounds do not count alike."""

import re
from collections.abc import Sequence
from functools import lru_cache

_CONSONANTS = {
    "آ": "A", "ا": "A", "أ": "?", "إ": "?", "ب": "b", "پ": "p", "ت": "t", "ث": "s", "ج": "j", "چ": "C",
    "ح": "h", "خ": "x", "د": "d", "ذ": "z", "ر": "r", "ز": "z", "ژ": "Z", "س": "s", "ش": "S", "ص": "s",
    "ض": "z", "ط": "t", "ظ": "z", "ع": "?", "غ": "q", "ف": "f", "ق": "q", "ک": "k", "گ": "g", "ل": "l",
    "م": "m", "ن": "n", "و": "v", "ه": "h", "ی": "y", "ئ": "?", "ؤ": "?", "ء": "?",
}  # fmt: skip
_FAINT = "?hAvy"
"""Sounds that are often written and not said, or the other way round."""
_STEPS = ((1, 1), (1, 2), (1, 3), (2, 1), (1, 0), (0, 1))
_UNEQUAL = 0.3
FARTHEST = 4
"""How many words a sentence and its sounds may be apart on the way."""
WORST_A_WORD = 0.9
"""The cost a word beyond which sentence and sounds are not of each other."""

Match = tuple[tuple[int, int], tuple[int, int]]


@lru_cache(maxsize=1 << 13)
def align(words: tuple[str, ...], sounds: tuple[str, ...]) -> list[Match] | None:
    """Spans of ``words`` with their spans of ``sounds`` (Repr.1), cheapest first; None when they do not fit."""
    best: dict[tuple[int, int], tuple[float, tuple[int, int] | None]] = {(0, 0): (0.0, None)}
    for written in range(len(words) + 1):
        for spoken in range(len(sounds) + 1):
            apart = abs(written * len(sounds) - spoken * len(words)) / max(len(words), len(sounds), 1)
            if (written, spoken) in best and apart <= FARTHEST:
                _extend(best, (written, spoken), words, sounds)
    end = (len(words), len(sounds))
    if end not in best or best[end][0] > WORST_A_WORD * len(words):
        return None
    return _path(best, end)


def skeleton(word: str) -> str:
    """The consonants of a written word."""
    return "".join(_CONSONANTS.get(letter, "") for letter in word)


def spoken_skeleton(sound: str) -> str:
    """The same of a spoken one, its written-out ezafe left out."""
    return re.sub("[aeo]", "", re.sub("-y?e$", "", sound).replace("u", "v").replace("i", "y"))


def _extend(
    best: dict[tuple[int, int], tuple[float, tuple[int, int] | None]],
    at: tuple[int, int],
    words: Sequence[str],
    sounds: Sequence[str],
) -> None:
    for step in _STEPS:
        to = at[0] + step[0], at[1] + step[1]
        if to[0] > len(words) or to[1] > len(sounds):
            continue
        written = "".join(skeleton(word) for word in words[at[0] : to[0]])
        spoken = "".join(spoken_skeleton(sound) for sound in sounds[at[1] : to[1]])
        cost = best[at][0] + _distance(written, spoken) + (0 if step == (1, 1) else _UNEQUAL)
        if to not in best or cost < best[to][0]:
            best[to] = cost, at


def _path(
    best: dict[tuple[int, int], tuple[float, tuple[int, int] | None]], end: tuple[int, int]
) -> list[Match]:
    matches: list[Match] = []
    while (origin := best[end][1]) is not None:
        matches.append(((origin[0], end[0]), (origin[1], end[1])))
        end = origin
    return matches[::-1]


@lru_cache(maxsize=1 << 18)
def _distance(one: str, other: str) -> float:
    """The edit distance of two skeletons; a faint sound costs less."""
    row = [0.0]
    for letter in other:
        row.append(row[-1] + _weight(letter))
    for letter in one:
        following = [row[0] + _weight(letter)]
        for at, counterpart in enumerate(other, 1):
            changed = 0.0 if letter == counterpart else max(_weight(letter), _weight(counterpart)) + _UNEQUAL
            following.append(
                min(row[at] + _weight(letter), following[-1] + _weight(counterpart), row[at - 1] + changed)
            )
        row = following
    return row[-1]


def _weight(letter: str) -> float:
    return 0.4 if letter in _FAINT else 1.0
