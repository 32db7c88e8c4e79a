"""Which sounds of Persian the texts of a dataset hold, against what a voice needs to have heard."""

import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from bazgoo.phonemes import transcribe
from bazgoo.phonemes.alphabet import CONSONANTS, VOWELS
from bazgoo.text import passages

EZAFE, QUESTION = "ezafe", "question"
PHONES = (*VOWELS, *CONSONANTS)
"""The 29 sounds."""

ENOUGH: Mapping[str, int] = dict.fromkeys(PHONES, 20) | {EZAFE: 50, QUESTION: 10}
"""How often a voice wants to hear each: a sound in some twenty surroundings, which ten minutes of balanced sentences
have even of the rarest (ʒ, one sound in a thousand); an ezafe at the end of many kinds of words; ten questions."""

_PHONE = re.compile("|".join(sorted(PHONES, key=len, reverse=True)))


@lru_cache(maxsize=256)
def sounds(text: str) -> Counter[str]:
    """How often each sound is in ``text`` as Bazgoo reads it, and how many ezafes and questions."""
    heard: Counter[str] = Counter()
    for passage in passages(text):
        for word in transcribe(passage.tokens).words:
            if word.source == "mark":
                heard[QUESTION] += word.ipa == "?"
            else:
                heard.update(_PHONE.findall(word.ipa))
                heard[EZAFE] += word.ezafe
    return +heard


def phones(heard: Mapping[str, int]) -> int:
    """How many sounds that is."""
    return sum(count for sound, count in heard.items() if sound not in (EZAFE, QUESTION))


def coverage(heard: Mapping[str, int]) -> dict[str, Any]:
    """What was heard of all that a voice needs: counts, what there is too little of, and the share of it all."""
    counts = {sound: heard.get(sound, 0) for sound in ENOUGH}
    return {
        "phones": {phone: counts[phone] for phone in PHONES},
        "ezafe": counts[EZAFE],
        "questions": counts[QUESTION],
        "needed": dict(ENOUGH),
        "missing": [sound for sound, enough in ENOUGH.items() if counts[sound] < enough],
        "share": round(
            sum(min(1, counts[sound] / enough) for sound, enough in ENOUGH.items()) / len(ENOUGH), 4
        ),
    }
