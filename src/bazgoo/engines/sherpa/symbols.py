"""An utterance as the numbers that a graph for sherpa-onnx takes."""

from collections.abc import Sequence
from itertools import chain

from bazgoo.engines.letters import spelled
from bazgoo.engines.sherpa.config import SherpaConfig
from bazgoo.engines.symbols import keep_known, phonemes
from bazgoo.phonemes import Utterance

BEGIN, PAD, END = "^", "_", "$"


def symbol_ids(utterance: Utterance, config: SherpaConfig) -> list[int]:
    """Ids in the order in which sherpa-onnx lays them out; symbols without one are left out."""
    known = config.tokens
    if config.frontend == "characters":
        return _coqui([known[letter] for letter in spelled(utterance, known)], config)
    sounds = phonemes(utterance, known, persian=config.language == "fa")
    ids = [known[symbol] for symbol in keep_known(sounds, known)]
    return _piper(ids, config) if config.frontend == "piper" else _coqui([*ids, known[","]], config, tail=1)


def _piper(ids: Sequence[int], config: SherpaConfig) -> list[int]:
    known = config.tokens
    padded = chain.from_iterable((number, known[PAD]) for number in (known[BEGIN], *ids))
    return [*padded, known[END]]


def _coqui(ids: Sequence[int], config: SherpaConfig, tail: int = 0) -> list[int]:
    """A blank around each symbol where the voice wants it, but none after the last ``tail``; begin and end."""
    body = list(ids)
    if config.add_blank:
        spread = body[: len(body) - tail]
        apart = chain.from_iterable((number, config.blank_id) for number in spread)
        body = [config.blank_id, *apart, *body[len(spread) :]]
    return [config.bos_id, *body, config.eos_id] if config.use_eos_bos else body
