"""The one door to ONNX Runtime: loads a graph, and runs it when its turn comes."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from threading import BoundedSemaphore, Timer
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bazgoo.engines.files import damaged
from bazgoo.errors import EngineUnavailable

LONGEST_RUN_S = 120.0
"""How long a graph may take for one sentence; one that never ends would keep all others waiting."""

_CORES = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
# More threads than this hardly make one sentence faster.
_THREADS = min(4, _CORES)
# A sentence at a time on all threads is as much speech a second as several at once on fewer threads, heard
# sooner and in a tenth of the memory (docs/decisions/0022-one-sentence-at-a-time.md).
_TURNS = BoundedSemaphore(max(1, _CORES // _THREADS))


class Session:
    """One ONNX session of a voice, shared by all threads."""

    def __init__(
        self, voice: str, graph: Path | bytes, weights: Mapping[str, NDArray[np.generic]] | None = None
    ) -> None:
        """Load ``graph``, a file or its content; ``weights`` are those it names but does not hold.

        ``voice`` is named when something fails; raises VoiceDamaged and EngineUnavailable.
        """
        self._voice = voice
        runtime = _runtime()
        try:
            options = _options(runtime)
            # Kept, because the session may read the weights where they lie.
            self._weights = {
                name: runtime.OrtValue.ortvalue_from_numpy(weight) for name, weight in (weights or {}).items()
            }
            if self._weights:
                options.add_external_initializers(list(self._weights), list(self._weights.values()))
            source = os.fspath(graph) if isinstance(graph, Path) else graph
            self._session = runtime.InferenceSession(source, options, providers=["CPUExecutionProvider"])
        except Exception as error:  # ONNX Runtime's errors share no class of their own
            raise damaged(voice, "مدل آن باز نمی‌شود.", "its model does not load.") from error
        self.inputs: Sequence[str] = [given.name for given in self._session.get_inputs()]
        self.lengths: Sequence[int | None] = [_last(given.shape) for given in self._session.get_inputs()]
        """Of the last dimension of each input, where it is always the same."""
        self.properties: Mapping[str, str] = self._session.get_modelmeta().custom_metadata_map

    def run(self, feed: Mapping[str, NDArray[np.generic]]) -> list[NDArray[np.float32]]:
        """All outputs; raises VoiceDamaged, also for a graph that does not come to an end."""
        options = _runtime().RunOptions()
        options.log_severity_level = 4
        watch = Timer(LONGEST_RUN_S, setattr, (options, "terminate", True))
        watch.daemon = True
        try:
            with _TURNS:
                watch.start()
                made: list[NDArray[np.float32]] = self._session.run(None, dict(feed), options)
        except Exception as error:  # as above
            raise damaged(self._voice, "مدل آن اجرا نمی‌شود.", "its model does not run.") from error
        finally:
            watch.cancel()
        return made


def _last(shape: Sequence[int | str | None]) -> int | None:
    return shape[-1] if shape and isinstance(shape[-1], int) else None


def _runtime() -> Any:
    try:
        import onnxruntime  # noqa: PLC0415  slow to import, and eSpeak does without it
    except ImportError as error:
        raise EngineUnavailable(engine="ONNX Runtime") from error
    return onnxruntime


def _options(runtime: Any) -> Any:
    options = runtime.SessionOptions()
    options.intra_op_num_threads = _THREADS
    options.log_severity_level = 4  # failures are raised, and told from there
    # Threads that spin while they wait take the cores from the other voices and from the server.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return options
