"""eSpeak NG: always there, in process, a thousand times faster than speech."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bazgoo.engines.voice import Voice
from bazgoo.errors import VoiceDamaged
from bazgoo.phonemes import Utterance, alphabet, espeak_ng

MAN = Voice(
    id="espeak-fa",
    name="eSpeak NG",
    language="fa",
    engine="espeak",
    sample_rate=espeak_ng.SAMPLE_RATE_HZ,
    gender="male",
    license="GPL-3.0-or-later",
)
WOMAN = replace(MAN, id="espeak-fa-female", gender="female")
_VARIANTS = {MAN.id: "", WOMAN.id: "f2"}

# Longer words overrun the room eSpeak has for the phonemes of one word.
_LONGEST_WORD = 60


class EspeakEngine:
    """Speaks with the voices built into eSpeak NG."""

    name: Final = "espeak"

    def voices(self) -> Sequence[Voice]:
        """A man and a woman."""
        return [MAN, WOMAN]

    def damage(self, voice_id: str) -> VoiceDamaged | None:  # noqa: ARG002  built-in voices have no files
        """Nothing: these voices are built in."""
        return None

    def synthesize(self, utterance: Utterance, voice: Voice, speed: float) -> NDArray[np.float32]:
        """Speak ``utterance``: by eSpeak's own rate, and below its slowest by stretching the sound."""
        wanted_wpm = espeak_ng.USUAL_RATE_WPM * speed
        rate_wpm = max(round(wanted_wpm), espeak_ng.SLOWEST_RATE_WPM)
        samples = espeak_ng.synthesize(_script(utterance), _VARIANTS[voice.id], rate_wpm)
        if wanted_wpm < espeak_ng.SLOWEST_RATE_WPM:
            samples = espeak_ng.stretch(samples, rate_wpm / wanted_wpm)
        return samples.astype(np.float32) / np.float32(32768)


def _script(utterance: Utterance) -> str:
    """The utterance for eSpeak to read: marks as they are, each word's phonemes in brackets of their own.

    One pair of brackets around many words would break where eSpeak cuts a long clause.
    """
    return "".join(word.ipa if word.source == "mark" else _bracketed(word.ipa) for word in utterance.words)


def _bracketed(ipa: str) -> str:
    parts = (
        word[at : at + _LONGEST_WORD] for word in ipa.split() for at in range(0, len(word), _LONGEST_WORD)
    )
    return "".join(f" [[{alphabet.mnemonics(part)}]]" for part in parts)
