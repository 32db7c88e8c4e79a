"""An utterance as the symbols that voices have learnt: phonemes, or letters."""

import logging
import unicodedata
from collections.abc import Callable, Container, Sequence

from bazgoo.phonemes import Utterance, alphabet

log = logging.getLogger(__name__)


def phonemes(utterance: Utterance, known: Container[str], *, persian: bool) -> Sequence[str]:
    """Its phonemes as single code points, decomposed, as the voices of eSpeak's alphabet take them.

    ``persian`` voices have learnt ق as eSpeak writes it, in two symbols where they know the second.
    """
    ipa = utterance.ipa
    if persian and "1" in known:
        ipa = ipa.replace("q", alphabet.CONSONANTS["q"])
    if "…" not in known:
        ipa = ipa.replace("…", ".")
    return unicodedata.normalize("NFD", ipa)


def letters(utterance: Utterance) -> str:
    """Its words as they are written in spoken Persian, marks at the words before them."""
    words = (word.spoken if word.source == "mark" else f" {word.spoken}" for word in utterance.words)
    return "".join(words).lstrip()


def keep_known(
    symbols: Sequence[str], known: Container[str], missed: Callable[[str], bool] = bool
) -> list[str]:
    """Those of ``symbols`` that are ``known``; how many are left out is logged, when they would be ``missed``."""
    spoken = [symbol for symbol in symbols if symbol in known]
    lost = sum(missed(symbol) for symbol in symbols if symbol not in known)
    if lost:
        log.warning("%d of %d symbols have no id in this voice and were left out", lost, len(symbols))
    return spoken
