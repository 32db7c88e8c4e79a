"""An utterance as the numbers that a Piper graph takes."""

import unicodedata
from itertools import chain
from typing import TYPE_CHECKING

from bazgoo.engines.symbols import keep_known, letters, phonemes
from bazgoo.phonemes import Utterance

if TYPE_CHECKING:  # in the page there is no pydantic, and the config is only what is read of it here
    from bazgoo.engines.piper.config import PiperConfig

BEGIN, PAD, END = "^", "_", "$"


def phoneme_ids(utterance: Utterance, config: "PiperConfig") -> list[int]:
    """Ids as stock Piper makes them: begin, a pad after each symbol, end; unknown symbols are left out."""
    known = config.phoneme_id_map
    if config.phoneme_type == "text":
        symbols = unicodedata.normalize("NFD", letters(utterance))
    else:
        symbols = "".join(phonemes(utterance, known, persian=config.espeak.voice == "fa"))
    spoken = keep_known(symbols, known)
    padded = chain.from_iterable((*known[symbol], *known[PAD]) for symbol in (BEGIN, *spoken))
    return [*padded, *known[END]]
