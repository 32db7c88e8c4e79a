"""An utterance as the numbers that a Piper graph takes."""

import logging
import unicodedata
from collections.abc import Iterable
from itertools import chain

from bazgoo.engines.piper.config import PiperConfig
from bazgoo.phonemes import Utterance, alphabet

BEGIN, PAD, END = "^", "_", "$"

log = logging.getLogger(__name__)


def phoneme_ids(utterance: Utterance, config: PiperConfig) -> list[int]:
    """Ids as stock Piper makes them: begin, a pad after each symbol, end; unknown symbols are left out."""
    known = config.phoneme_id_map
    symbols = list(_symbols(utterance, config))
    spoken = [symbol for symbol in symbols if symbol in known]
    if len(spoken) < len(symbols):
        log.warning(
            "%d of %d symbols have no id in this voice and were left out",
            len(symbols) - len(spoken),
            len(symbols),
        )
    padded = chain.from_iterable((*known[symbol], *known[PAD]) for symbol in (BEGIN, *spoken))
    return [*padded, *known[END]]


def _symbols(utterance: Utterance, config: PiperConfig) -> Iterable[str]:
    """Single code points, decomposed: phonemes, or letters for a voice that was trained on letters."""
    if config.phoneme_type == "text":
        return unicodedata.normalize("NFD", _letters(utterance))
    ipa = utterance.ipa
    if config.espeak.voice == "fa":
        # eSpeak writes ق as two symbols, and the voice has learnt it so.
        ipa = ipa.replace("q", alphabet.CONSONANTS["q"])
    if "…" not in config.phoneme_id_map:
        ipa = ipa.replace("…", ".")
    return unicodedata.normalize("NFD", ipa)


def _letters(utterance: Utterance) -> str:
    words = (word.spoken if word.source == "mark" else f" {word.spoken}" for word in utterance.words)
    return "".join(words).lstrip()
