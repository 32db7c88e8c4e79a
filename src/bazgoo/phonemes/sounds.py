"""The sounds of a text, as a listener tells them apart."""

import re

from bazgoo.phonemes.alphabet import CONSONANTS, VOWELS
from bazgoo.phonemes.transcription import transcribe
from bazgoo.text import passages

_UNHEARD = "ʔ"
SOUNDS = tuple(sound for sound in (*VOWELS, *CONSONANTS) if sound != _UNHEARD)
"""The 28 sounds that listening is judged by: stress, length and glottal stops, which people leave out, do not count."""

_SOUND = re.compile("|".join(sorted(SOUNDS, key=len, reverse=True)))


def sounds_of(text: str) -> tuple[str, ...]:
    """What is heard when ``text`` is read as Bazgoo reads it: ``SOUNDS`` in order, without words and pauses."""
    read = (transcribe(passage.tokens) for passage in passages(text))
    return tuple(
        sound for utterance in read for word in utterance.words for sound in _SOUND.findall(word.ipa)
    )
