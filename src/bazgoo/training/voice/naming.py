"""A Persian name as part of a file name: as it sounds, in small Latin letters."""

import re

from bazgoo.phonemes import transcribe
from bazgoo.text import passages

_LATIN = {
    "tʃ": "ch", "dʒ": "j", "ʃ": "sh", "ʒ": "zh", "x": "kh", "q": "gh", "ɑ": "a", "ɡ": "g", "j": "y", "ʔ": "",
}  # fmt: skip
_SOUND = re.compile("|".join(_LATIN))
_LONGEST = 40


def slug(name: str) -> str:
    """«صدای من» → `sedaye_man`; `voice` where nothing can be said."""
    plain = name if name.isascii() else _said(name)
    return re.sub("[^a-z0-9]+", "_", plain.lower()).strip("_")[:_LONGEST].strip("_") or "voice"


def _said(name: str) -> str:
    ipa = " ".join(
        word.ipa
        for passage in passages(name)
        for word in transcribe(passage.tokens).words
        if word.source != "mark"
    )
    return _SOUND.sub(lambda match: _LATIN[match[0]], re.sub("[ˈˌː]", "", ipa))
