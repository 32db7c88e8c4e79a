"""A Matcha voice in memory: its acoustic model and its vocoder, ready to run."""

from collections.abc import Sequence
from itertools import chain
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bazgoo.engines.files import installed_name
from bazgoo.engines.matcha.config import MatchaConfig
from bazgoo.engines.matcha.vocoder import Vocoder
from bazgoo.engines.runtime import Session
from bazgoo.engines.symbols import keep_known, phonemes
from bazgoo.phonemes import Utterance

# Matcha's own: how far the flow starts from the mean.
TEMPERATURE = 0.667


class MatchaGraph:
    """Two ONNX sessions, shared by all threads."""

    def __init__(self, model: Path, config: MatchaConfig) -> None:
        """Load both and run them once, since the first run is the slowest; raises VoiceDamaged."""
        voice = installed_name(model)
        self._config = config
        self._acoustic = Session(voice, model)
        self._vocoder = Vocoder(voice, config.vocoder)
        self.run([*config.tokens.values()][:32], speaker=0, speed=1.0)

    def speak(self, utterance: Utterance, speaker: int, speed: float) -> NDArray[np.float32]:
        """The samples for ``utterance``; raises VoiceDamaged."""
        return self.run(symbol_ids(utterance, self._config), speaker, speed)

    def run(self, ids: Sequence[int], speaker: int, speed: float) -> NDArray[np.float32]:
        """The samples for ``ids``, cut at the full range."""
        if not ids:
            return np.zeros(0, np.float32)
        scales = np.array([TEMPERATURE, 1 / speed], np.float32)
        inputs = self._acoustic.inputs
        # Matcha's own export takes both scales in one input, icefall's each in its own.
        together = "scales" in inputs
        given: list[NDArray[np.generic]] = [np.array([ids], np.int64), np.array([len(ids)], np.int64)]
        given += [scales] if together else np.split(scales, 2)
        given.append(np.array([speaker], np.int64))
        mel = self._acoustic.run(dict(zip(inputs, given, strict=False)))[0]
        return np.clip(self._vocoder.run(mel), -1.0, 1.0)


def symbol_ids(utterance: Utterance, config: MatchaConfig) -> list[int]:
    """Ids in the order in which sherpa-onnx lays them out; symbols without one are left out."""
    known = config.tokens
    sounds = keep_known(phonemes(utterance, known, persian=config.language == "fa"), known)
    framed = ["^", *sounds, "$"] if config.use_eos_bos else sounds
    pad = config.pad_id
    return [pad, *chain.from_iterable((known[symbol], pad) for symbol in framed)]
