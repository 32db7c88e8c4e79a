"""The graphs in memory: the few used last."""

from collections import OrderedDict
from pathlib import Path
from threading import Lock

from bazgoo.engines.piper.config import PiperConfig
from bazgoo.engines.piper.folder import Signature, VoiceFile
from bazgoo.engines.piper.graph import PiperGraph
from bazgoo.errors import VoiceDamaged

# A medium voice takes some 100 MB.
_MOST_LOADED = 3


class Shelf:
    """Loads a graph when it is first asked for, and again when its files have changed; safe to share."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._places: OrderedDict[Path, _Place] = OrderedDict()
        self._failures: dict[Path, tuple[Signature, VoiceDamaged]] = {}

    def take(self, file: VoiceFile, config: PiperConfig) -> PiperGraph:
        """The graph of ``file``, loaded; raises VoiceDamaged."""
        failure = self.failure(file)
        if failure:
            raise failure
        try:
            return self._place(file).load(file.model, config)
        except VoiceDamaged as error:
            self._failures[file.model] = file.signature, error
            raise

    def failure(self, file: VoiceFile) -> VoiceDamaged | None:
        """Why these very files did not load when they were last tried."""
        signature, error = self._failures.get(file.model, ((), None))
        return error if signature == file.signature else None

    def _place(self, file: VoiceFile) -> "_Place":
        with self._lock:
            place = self._places.get(file.model)
            if place is None or place.signature != file.signature:
                place = self._places[file.model] = _Place(file.signature)
            self._places.move_to_end(file.model)
            if len(self._places) > _MOST_LOADED:
                self._places.popitem(last=False)
            return place


class _Place:
    """Where one graph is loaded by whoever comes first, while others who want it wait."""

    def __init__(self, signature: Signature) -> None:
        self.signature = signature
        self._lock = Lock()
        self._graph: PiperGraph | None = None

    def load(self, model: Path, config: PiperConfig) -> PiperGraph:
        with self._lock:
            if self._graph is None:
                self._graph = PiperGraph(model, config)
            return self._graph
