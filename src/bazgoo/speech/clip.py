"""The sound of one passage."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Clip:
    """What is heard for one passage, the pause after it included."""

    samples: NDArray[np.float32]
    """Mono, full scale at ±1."""
    sample_rate_hz: int
    start: int
    """Where its text starts in the source, in code points."""
    end: int
    text: str
    """As written."""

    @property
    def duration_s(self) -> float:
        """How long it sounds, in seconds."""
        return len(self.samples) / self.sample_rate_hz
