"""A judge: a small recogniser of phonemes (CTC), taught by `python -m bazgoo.training.judge` on real recordings."""

import json
from collections.abc import Mapping
from itertools import groupby
from pathlib import Path
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from bazgoo.audio.spectrogram import MelShape, log_mel
from bazgoo.engines.runtime import Session
from bazgoo.errors import JudgeDamaged, VoiceDamaged
from bazgoo.evaluation.comparing import SHAPE

GRAPH, DESCRIPTION = "judge.onnx", "judge.json"


class Judge:
    """Says which phonemes it hears."""

    def __init__(self, folder: Path, described: Mapping[str, Any], session: Session) -> None:
        """Use ``open``."""
        self.sounds: tuple[str, ...] = tuple(described["sounds"])
        """Those it tells apart."""
        self.described = described
        """`judge.json`: `dataset`, `version`, `records` and `steps` that it was taught with, too."""
        self._folder = folder
        self._session = session

    @classmethod
    def open(cls, folder: Path) -> Self:
        """The judge in ``folder``; raises JudgeDamaged."""
        try:
            described = json.loads((folder / DESCRIPTION).read_bytes())
            session = Session(folder.name, folder / GRAPH)
            fits = MelShape(**described["features"]) == SHAPE
            if fits:
                return cls(folder, described, session)
        except (OSError, ValueError, KeyError, TypeError, VoiceDamaged) as error:
            raise _damaged(folder) from error
        raise _damaged(folder)

    def hear(self, samples: NDArray[np.float32]) -> list[str]:
        """The phonemes in mono ``samples`` at 22,050 Hz, in order; see ``measured`` for what they are to be."""
        return self.read(log_mel(samples, SHAPE))

    def read(self, log_mels: NDArray[np.float32]) -> list[str]:
        """The same, of ``log_mel`` [frames, 80]."""
        try:
            (told,) = self._session.run({"mels": log_mels[None]})
        except VoiceDamaged as error:
            raise _damaged(self._folder) from error
        best = told[0].argmax(axis=1).tolist()
        return [self.sounds[number - 1] for number, _ in groupby(best) if number]


def is_judge(folder: Path) -> bool:
    """Whether somebody has taught one into ``folder``; the description is written last."""
    return (folder / DESCRIPTION).is_file()


def _damaged(folder: Path) -> JudgeDamaged:
    return JudgeDamaged(
        folder=folder.name,
        reason_fa="پرونده‌هایش خوانده نمی‌شوند یا از نسخهٔ دیگری هستند.",
        reason_en="its files cannot be read, or are of another version.",
    )
