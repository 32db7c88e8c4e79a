"""The models in memory: the few used last."""

from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from bazgoo.engines.files.folder import Signature, VoiceFile
from bazgoo.errors import VoiceDamaged
from bazgoo.phonemes import Utterance

# A medium voice takes some 100 MB.
_MOST_LOADED = 3


class Loaded(Protocol):
    """A model in memory, ready to speak; safe to share between threads."""

    def speak(self, utterance: Utterance, speaker: int, speed: float) -> NDArray[np.float32]:
        """Mono samples within ±1; raises VoiceDamaged."""
        ...


class Shelf:
    """Loads a model when it is first asked for, and again when its files have changed; safe to share."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._places: OrderedDict[Path, _Place] = OrderedDict()
        self._failures: dict[Path, tuple[Signature, VoiceDamaged]] = {}

    def take(self, file: VoiceFile[Any], load: Callable[[], Loaded]) -> Loaded:
        """The model of ``file``, by ``load`` if it is not here; raises VoiceDamaged."""
        failure = self.failure(file)
        if failure:
            raise failure
        try:
            return self._place(file).load(load)
        except VoiceDamaged as error:
            self._failures[file.model] = file.signature, error
            raise

    def failure(self, file: VoiceFile[Any]) -> VoiceDamaged | None:
        """Why these very files did not load when they were last tried."""
        signature, error = self._failures.get(file.model, ((), None))
        return error if signature == file.signature else None

    def _place(self, file: VoiceFile[Any]) -> "_Place":
        with self._lock:
            place = self._places.get(file.model)
            if place is None or place.signature != file.signature:
                place = self._places[file.model] = _Place(file.signature)
            self._places.move_to_end(file.model)
            if len(self._places) > _MOST_LOADED:
                self._places.popitem(last=False)
            return place


class _Place:
    """Where one model is loaded by whoever comes first, while others who want it wait."""

    def __init__(self, signature: Signature) -> None:
        self.signature = signature
        self._lock = Lock()
        self._loaded: Loaded | None = None

    def load(self, load: Callable[[], Loaded]) -> Loaded:
        with self._lock:
            if self._loaded is None:
                self._loaded = load()
            return self._loaded
