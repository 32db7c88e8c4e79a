"""A taught voice as others run it: both networks as one Piper graph."""

import copy
from pathlib import Path

from bazgoo.training.piper import Description, Shape, write_voice
from bazgoo.training.voice import features
from bazgoo.training.voice.acoustic import Acoustic
from bazgoo.training.voice.speaking import Speaking
from bazgoo.training.voice.symbols import IDS
from bazgoo.training.voice.vocoder import InverseByBasis, Vocoder

SHAPE = Shape(IDS, len(IDS), features.RATE_HZ, features.HOP)
"""The same for all voices of this recipe."""


def export(acoustic: Acoustic, vocoder: Vocoder, told: Description, folder: Path) -> Path:
    """Write the voice into ``folder``; the graph's path."""
    exported = copy.deepcopy(vocoder)
    exported.inverse = InverseByBasis().to(next(vocoder.parameters()).device)
    return write_voice(Speaking(acoustic, exported), SHAPE, told, folder)
