"""How one word sounds on its own: by the dictionary, else by the reader of unknown words, else by eSpeak NG."""

import re
from functools import lru_cache

from bazgoo.phonemes import alphabet, words
from bazgoo.phonemes.colloquial import AND, in_tehran
from bazgoo.phonemes.joints import with_glides
from bazgoo.phonemes.marks import asked_for
from bazgoo.phonemes.unknown import guess
from bazgoo.phonemes.utterance import Source

_UNMARKED = re.compile("[ءآأؤئابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی\u200c]{2,}")
"""A word on which no vowel is written."""


@lru_cache(maxsize=1 << 14)
def pronounce(spoken: str, said: str, *, colloquial: bool = False) -> tuple[str, Source]:
    """The IPA of a word in spoken Persian, given how eSpeak NG ``said`` it, and who says so.

    Where they agree, and where the stress can be kept, it is eSpeak's.
    """
    if colloquial and spoken == AND:
        return "o", "dictionary"
    unmarked = bool(_UNMARKED.fullmatch(spoken))
    sound = words.sound(spoken, colloquial=colloquial) if unmarked else asked_for(spoken)
    source: Source = "dictionary"
    if sound is None and unmarked:
        sound, source = guess(spoken, alphabet.canonical(alphabet.repr1(said))), "model"
    if sound is None:
        return with_glides(said, spoken), "espeak"
    if colloquial:
        sound = in_tehran(spoken, sound)
    return alphabet.like(alphabet.from_repr1(sound), said), source
