"""What part of speech each word is, by a greedy linear tagger: what ezafe and homographs depend on."""

from collections.abc import Callable, Sequence

from bazgoo.phonemes.linear import likeliest

TAGS = (
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT",
    "SCONJ", "VERB", "X",
)  # fmt: skip
"""The parts of speech of Universal Dependencies that Persian treebanks use."""

NONE = "—"
"""Stands for the words before the first and after the last."""


def tag(words: Sequence[str]) -> list[str]:
    """One of TAGS for each of ``words``; marks are words here, numbers in figures are all alike."""
    return tag_by(words, lambda features: likeliest("tags", features))


def tag_by(words: Sequence[str], choose: Callable[[list[str]], int]) -> list[str]:
    """Tag from left to right, each by what ``choose`` makes of its features and the two tags before."""
    tags: list[str] = []
    for at in range(len(words)):
        tags.append(TAGS[choose(features(words, at, *earlier(tags)))])
    return tags


def earlier(tags: Sequence[str]) -> tuple[str, str]:
    """The last tag and the one before it."""
    return (tags[-1] if tags else NONE), (tags[-2] if len(tags) > 1 else NONE)


def features(words: Sequence[str], at: int, last: str, before_last: str) -> list[str]:
    """What the tagger looks at: the word and its letters, its neighbours, the tags before it."""
    word = words[at]
    left = words[at - 1] if at else NONE
    right, further = (words[k] if k < len(words) else NONE for k in (at + 1, at + 2))
    return [
        "t0", f"t1{word}", f"t2{word[-1:]}", f"t3{word[-2:]}", f"t4{word[-3:]}", f"t5{word[-4:]}",
        f"t6{word[:1]}", f"t7{word[:2]}", f"t8{word[:3]}", f"t9{left}", f"ta{left[-3:]}", f"tb{right}",
        f"tc{right[-3:]}", f"td{right[:3]}", f"te{further}", f"tf{last}", f"tg{before_last}{last}",
        f"th{last}{word}", f"ti{left}|{word}", f"tj{word}|{right}", f"tk{'‌' in word}",
    ]  # fmt: skip
