"""What an engine is, and what it offers."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from bazgoo.errors import VoiceDamaged
from bazgoo.phonemes import Utterance


@dataclass(frozen=True, slots=True)
class Voice:
    """Someone who speaks."""

    id: str
    """How programs name it, such as ``fa_IR-amir-medium``; with several speakers ``file#speaker``."""
    name: str
    """How people name it."""
    language: str
    """The language it speaks, as ISO 639: ``fa``."""
    engine: str
    """The name of the engine that runs it."""
    sample_rate: int
    """The rate of its sound, in hertz."""
    gender: str | None = None
    """``female`` or ``male``, where it is known."""
    quality: str | None = None
    """Piper's ``x_low``, ``low``, ``medium`` or ``high``, where it is known."""
    license: str | None = None
    """Its licence, as SPDX writes it, where it is known."""
    runs_in_browser: bool = False
    """Its files could also run in a browser."""
    path: Path | None = None
    """The file it is made of; None for a built-in voice."""


class Engine(Protocol):
    """Turns phonemes into sound; safe to share between threads."""

    @property
    def name(self) -> str:
        """What it is called, in `Voice.engine` too."""
        ...

    def voices(self) -> Sequence[Voice]:
        """The voices it can speak with now."""
        ...

    def damage(self, voice_id: str) -> VoiceDamaged | None:
        """Why a voice is not offered although its files are there; None when nothing is known of it."""
        ...

    def synthesize(self, utterance: Utterance, voice: Voice, speed: float) -> NDArray[np.float32]:
        """Mono samples within ±1 at the voice's rate, about 1/``speed`` times as long as at its own pace.

        Raises VoiceDamaged when the files of the voice turn out not to work.
        """
        ...
