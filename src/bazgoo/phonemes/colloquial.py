"""How Tehran speaks: when a passage is written as it is spoken there, and what then sounds otherwise."""

from collections.abc import Iterable

from bazgoo.phonemes import words

AND = "و"
"""The word for “and”, «va» in formal speech and «o» in Tehran."""

_CLITICS = {"ت": ("at", "et"), "ش": ("aS", "eS")}
"""What «your» and «his, her» sound like behind a consonant, formally and in Tehran."""


def is_colloquial(spoken: Iterable[str]) -> bool:
    """Whether one of these words is written so only in colloquial Persian (می‌خوام, خونه)."""
    return any(known is not None and known.sound == known.colloquial for known in map(words.look_up, spoken))


def in_tehran(word: str, sound: str) -> str:
    """``sound``, in Repr.1, with the clitic at its end as Tehran says it: دستت «dastat», «dastet»."""
    formal, colloquial = _CLITICS.get(word[-1], (" ", ""))
    if sound.endswith(formal) and words.look_up(word) is None and words.sound(word[:-1]) is not None:
        return sound.removesuffix(formal) + colloquial
    return sound
