"""A Piper graph in memory, ready to run."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bazgoo.engines.piper.config import PiperConfig
from bazgoo.engines.piper.symbols import phoneme_ids
from bazgoo.engines.runtime import Session
from bazgoo.phonemes import Utterance


class PiperGraph:
    """One ONNX session, shared by all threads."""

    def __init__(self, model: Path, config: PiperConfig) -> None:
        """Load ``model`` and run it once, since the first run is the slowest; raises VoiceDamaged."""
        self._config = config
        self._session = Session(model.stem, model)
        self.run(_some_ids(config), speaker=0, speed=1.0)

    def speak(self, utterance: Utterance, speaker: int, speed: float) -> NDArray[np.float32]:
        """The samples for ``utterance``; raises VoiceDamaged."""
        return self.run(phoneme_ids(utterance, self._config), speaker, speed)

    def run(self, ids: Sequence[int], speaker: int, speed: float) -> NDArray[np.float32]:
        """The samples for ``ids``, scaled to the full range as stock Piper does."""
        wanted = self._config.inference
        feed: dict[str, NDArray[np.generic]] = {
            "input": np.array([ids], np.int64),
            "input_lengths": np.array([len(ids)], np.int64),
            "scales": np.array([wanted.noise_scale, wanted.length_scale / speed, wanted.noise_w], np.float32),
        }
        if "sid" in self._session.inputs:
            feed["sid"] = np.array([speaker], np.int64)
        return _full_range(self._session.run(feed)[0].reshape(-1))


def _some_ids(config: PiperConfig) -> list[int]:
    """Ids from the middle of the voice's table, where its letters are: as many as a short clause has."""
    table = list(config.phoneme_id_map.values())
    return [number for numbers in table[len(table) // 2 :][:32] for number in numbers]


def _full_range(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """Loudest sample at ±1; what is all but silent stays silence."""
    peak = np.max(np.abs(samples), initial=0.0)
    if peak < 1e-8:
        return np.zeros_like(samples)
    loudest: NDArray[np.float32] = np.clip(samples / np.float32(peak), -1.0, 1.0)
    return loudest
