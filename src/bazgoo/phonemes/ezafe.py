"""Ezafe: which words are bound to the next by the «-e» that is seldom written.

A chain over two states: a linear model, surest of what it has often seen, and the networks, which read the whole
sentence, are added up. Features and teaching: docs/reading.md.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from bazgoo.phonemes.linear import totals
from bazgoo.phonemes.network import network
from bazgoo.phonemes.tags import NONE
from bazgoo.phonemes.weights import FILE, one_stored, shipped
from bazgoo.phonemes.words import look_up

FIGURES = "۰"
"""What every number in figures is to the reader; it never carries an ezafe."""
_MARK = re.compile(
    "(?<=..)(?:\N{ARABIC KASRA}(?=\N{ARABIC SHADDA}?$)|\N{ARABIC HAMZA ABOVE}$)"
    "|(?<=ه)\N{ZERO WIDTH NON-JOINER}ی$"
)
"""What an ezafe is written with: a kasre, هٔ or ه‌ی; the name of a letter («بِ») has none."""
SHARE = 6.0
"""What a logit of the networks counts in the sums of the linear model."""
LEAN = 3.0
"""How much speaks for an ezafe before anything is seen: half a logit, since missing ones are twice those too many."""

Scores = Sequence[float]
Transitions = Sequence[Sequence[float]]


def bound(words: Sequence[str], tags: Sequence[str]) -> list[bool]:
    """Whether each of ``words``, as they are written, carries an ezafe, given their parts of speech."""
    if not words:
        return []
    read = [*map(unmarked, words)]
    seen = [features(read, tags, at) for at in range(len(read))]
    scores = speaking_for(totals("ezafe", seen), network().scores(read))
    return best_chain(scores, _transitions(), [_known(word) for word in words])


def speaking_for(sums: Iterable[float], logits: Iterable[float]) -> list[float]:
    """What speaks for an ezafe on each word, by the linear model's ``sums`` and the networks' ``logits``."""
    return [float(total + SHARE * logit + LEAN) for total, logit in zip(sums, logits, strict=True)]


@cache
def _transitions() -> Transitions:
    """What speaks for an ezafe, or none, behind a word with one or without."""
    numbers = one_stored(shipped(FILE), "ezafe_transitions").numbers()
    return numbers[:2], numbers[2:]


def unmarked(word: str) -> str:
    """A word without the ezafe that is written on it."""
    return _MARK.sub("", word)


def _known(word: str) -> bool | None:
    """What needs no guess: figures carry none; a written one is one, and so is the ی behind ا and و (چاقوی، پاهای)."""
    if word == FIGURES:
        return False
    if unmarked(word) != word or word.endswith("های"):
        return True
    glides = word.endswith(("ای", "وی")) and look_up(word) is None and look_up(word[:-1]) is not None
    return True if glides else None


def best_chain(
    scores: Scores, transitions: Transitions, known: Sequence[bool | None] | None = None
) -> list[bool]:
    """The best row of answers (Viterbi): ``scores`` speak for a yes, ``known`` answers stand."""
    value, came_from = [0.0, float("-inf")], []
    for at, score in enumerate(scores):
        origins, values = [], []
        for answer in (False, True):
            reached = [value[origin] + transitions[origin][answer] for origin in (0, 1)]
            origin = int(reached[1] > reached[0])
            refused = known is not None and known[at] is (not answer)
            origins.append(origin)
            values.append(reached[origin] + score * answer - 1e9 * refused)
        value = values
        came_from.append(origins)
    last, answers = int(value[1] > value[0]), []
    for origins in reversed(came_from):
        answers.append(bool(last))
        last = origins[last]
    return answers[::-1]


def features(words: Sequence[str], tags: Sequence[str], at: int) -> list[str]:
    """What decides: the word, its ending and part of speech, and those of the words around it."""

    def near(row: Sequence[str], step: int) -> str:
        return row[at + step] if 0 <= at + step < len(row) else NONE

    word, left, right, further = words[at], near(words, -1), near(words, 1), near(words, 2)
    tag, before, after, later = tags[at], near(tags, -1), near(tags, 1), near(tags, 2)
    closing = after in ("ADP", "PUNCT", "CCONJ")
    return [
        "e0", f"e1{word}", f"e2{word[-1:]}", f"e3{word[-2:]}", f"e4{word[-3:]}", f"e5{word[:2]}", f"e6{left}",
        f"e7{right}", f"e8{right[-2:]}", f"e9{right[-3:]}", f"ea{right[:2]}", f"eb{right[:3]}", f"ec{right[-1:]}",
        f"ed{further}", f"ee{further[-3:]}", f"ef{word}|{right}", f"eg{left}|{word}", f"eh{tag}", f"ei{after}",
        f"ej{tag}{after}", f"ek{tag}{after}{later}", f"el{before}{tag}", f"em{before}{tag}{after}",
        f"en{word}{after}", f"eo{tag}{right}", f"ep{word[-2:]}{tag}{after}", f"eq{word[-1:]}{after}",
        f"er{tag}{right[-2:]}", f"es{tag}{right[:3]}", f"et{right}|{further}" if closing else "et",
        f"eu{after}{later}{near(tags, 3)}", f"ev{word[-2:]}|{right[-2:]}", f"ew{'‌' in word}{'‌' in right}",
        f"ex{left}{tag}{after}",
    ]  # fmt: skip
