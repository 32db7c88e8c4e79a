"""A graph for sherpa-onnx in memory, ready to run."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bazgoo.engines.files import installed_name
from bazgoo.engines.runtime import Session
from bazgoo.engines.sherpa.config import SherpaConfig
from bazgoo.engines.sherpa.symbols import symbol_ids
from bazgoo.phonemes import Utterance

# sherpa-onnx's own, since the files say nothing of them.
NOISE_SCALE, NOISE_SCALE_W = 0.667, 0.8


class SherpaGraph:
    """One ONNX session, shared by all threads."""

    def __init__(self, model: Path, config: SherpaConfig) -> None:
        """Load ``model`` and run it once, since the first run is the slowest; raises VoiceDamaged."""
        self._config = config
        self._session = Session(installed_name(model), model)
        self.run([*config.tokens.values()][:32], speaker=0, speed=1.0)

    def speak(self, utterance: Utterance, speaker: int, speed: float) -> NDArray[np.float32]:
        """The samples for ``utterance``; raises VoiceDamaged."""
        return self.run(symbol_ids(utterance, self._config), speaker, speed)

    def run(self, ids: Sequence[int], speaker: int, speed: float) -> NDArray[np.float32]:
        """The samples for ``ids`` as sherpa-onnx makes them, cut at the full range."""
        if not ids:
            return np.zeros(0, np.float32)
        scales = np.array([NOISE_SCALE, 1 / speed, NOISE_SCALE_W], np.float32)
        given: list[NDArray[np.generic]] = [np.array([ids], np.int64), np.array([len(ids)], np.int64)]
        given += [scales] if self._config.together else np.split(scales, 3)
        given += [np.array([speaker], np.int64), np.zeros(1, np.int64)]  # who, and in which language
        samples = self._session.run(dict(zip(self._session.inputs, given, strict=False)))[0]
        return np.clip(samples.reshape(-1), -1.0, 1.0)
