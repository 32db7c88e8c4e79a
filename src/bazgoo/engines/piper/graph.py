"""A Piper graph in memory, ready to run."""

import os
from collections.abc import Sequence
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bazgoo.engines.piper.config import PiperConfig, damaged
from bazgoo.errors import EngineUnavailable

_CORES = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
# More threads than this hardly make one sentence faster.
_THREADS = min(4, _CORES)
# A sentence at a time on all threads is as much speech a second as several at once on fewer threads, heard
# sooner and in a tenth of the memory (docs/decisions/0022-one-sentence-at-a-time.md).
_TURNS = BoundedSemaphore(max(1, _CORES // _THREADS))


class PiperGraph:
    """One ONNX session, shared by all threads."""

    def __init__(self, model: Path, config: PiperConfig) -> None:
        """Load ``model`` and run it once, since the first run is the slowest; raises VoiceDamaged."""
        self._model = model
        self._config = config
        runtime = _runtime()
        try:
            self._session = _open(runtime, model)
            self._takes_speaker = "sid" in {given.name for given in self._session.get_inputs()}
        except Exception as error:  # ONNX Runtime's errors share no class of their own
            raise damaged(model, "مدل آن باز نمی‌شود.", "its model does not load.") from error
        self.run(_some_ids(config), speaker=0, speed=1.0)

    def run(self, ids: Sequence[int], speaker: int, speed: float) -> NDArray[np.float32]:
        """The samples for ``ids``, scaled to the full range as stock Piper does."""
        wanted = self._config.inference
        feed: dict[str, Any] = {
            "input": np.array([ids], np.int64),
            "input_lengths": np.array([len(ids)], np.int64),
            "scales": np.array([wanted.noise_scale, wanted.length_scale / speed, wanted.noise_w], np.float32),
        }
        if self._takes_speaker:
            feed["sid"] = np.array([speaker], np.int64)
        try:
            with _TURNS:
                samples = self._session.run(None, feed)[0].reshape(-1)
        except Exception as error:  # as above
            raise damaged(self._model, "مدل آن اجرا نمی‌شود.", "its model does not run.") from error
        return _full_range(samples)


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


def _runtime() -> Any:
    try:
        import onnxruntime  # noqa: PLC0415  slow to import, and eSpeak does without it
    except ImportError as error:
        raise EngineUnavailable(engine="ONNX Runtime") from error
    return onnxruntime


def _open(runtime: Any, model: Path) -> Any:
    options = runtime.SessionOptions()
    options.intra_op_num_threads = _THREADS
    options.log_severity_level = 4  # failures are raised, and told from there
    # Threads that spin while they wait take the cores from the other voices and from the server.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return runtime.InferenceSession(os.fspath(model), options, providers=["CPUExecutionProvider"])
