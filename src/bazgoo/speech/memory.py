"""The sounds made lately, so that a sentence asked for again is not made again."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from threading import Lock

import numpy as np
from numpy.typing import NDArray

Sound = NDArray[np.float32]


class SoundMemory:
    """Keeps the most recently heard sounds within a bound of bytes; safe to share between threads."""

    def __init__(self, limit_bytes: int) -> None:
        self.limit_bytes = limit_bytes
        self.held_bytes = 0
        self.recalled = 0
        """How many sounds were held already when they were asked for."""
        self.made = 0
        """How many had to be made."""
        self._sounds: OrderedDict[Hashable, Sound] = OrderedDict()
        self._making: dict[Hashable, Future[Sound]] = {}
        self._lock = Lock()

    def recall(self, key: Hashable, make: Callable[[], Sound]) -> Sound:
        """The sound of ``key``, by ``make`` if it is not held; when several ask at once, made once."""
        with self._lock:
            if key in self._sounds:
                self._sounds.move_to_end(key)
                self.recalled += 1
                return self._sounds[key]
            making = self._making.get(key)
            if making is None:
                mine = self._making[key] = Future()
        if making is not None:
            return making.result()
        return self._make(key, make, mine)

    def _make(self, key: Hashable, make: Callable[[], Sound], making: Future[Sound]) -> Sound:
        try:
            sound = make()
        except BaseException as error:
            with self._lock:
                del self._making[key]
            making.set_exception(error)
            raise
        sound.flags.writeable = False
        with self._lock:
            del self._making[key]
            self.made += 1
            self._keep(key, sound)
        making.set_result(sound)
        return sound

    def _keep(self, key: Hashable, sound: Sound) -> None:
        self._sounds[key] = sound
        self.held_bytes += sound.nbytes
        while self.held_bytes > self.limit_bytes:
            _, oldest = self._sounds.popitem(last=False)
            self.held_bytes -= oldest.nbytes
