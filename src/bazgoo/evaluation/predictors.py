"""Judges that others taught, where they are installed: a recogniser of Persian letters, a predictor of opinions.

Any folder of the shelf, or below one, that holds these files counts (docs/howto/judging.md):

- `model.onnx` (or `onnx/model.onnx`) and `vocab.json`: a CTC recogniser such as wav2vec2 as Optimum exports it,
  `input_values` [1, samples] → logits [1, frames, letters];
- `mos.onnx`: a waveform [1, samples] → a mean opinion score, the last of the numbers it gives.

Both hear 16 kHz.
"""

import json
import os
import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np
import soxr
from numpy.typing import NDArray

from bazgoo.engines.runtime import Session
from bazgoo.errors import ModelDamaged, VoiceDamaged

RATE_HZ = 16_000
GRAPHS, VOCABULARY, PREPROCESSING = (
    ("model.onnx", "onnx/model.onnx"),
    "vocab.json",
    "preprocessor_config.json",
)
OPINIONS = "mos.onnx"
_SPACE = "|"
_BLANKS = ("<pad>", "[PAD]")
_SPECIAL = re.compile(r"<.*>|\[.*\]")

Samples = NDArray[np.float32]


class Recogniser:
    """Writes down what it hears, in letters."""

    def __init__(self, folder: Path) -> None:
        """Load what lies in ``folder``; raises ModelDamaged."""
        self.name = folder.name
        self._model = _Model(folder, next(name for name in GRAPHS if (folder / name).is_file()))
        letters = _parsed(folder / VOCABULARY)
        self._letters = {number: letter for letter, number in letters.items()}
        self._blank = next((letters[name] for name in _BLANKS if name in letters), 0)
        said = _parsed(folder / PREPROCESSING) if (folder / PREPROCESSING).is_file() else {}
        self._normalize = said.get("do_normalize", True)

    def write(self, samples: Samples, rate_hz: int) -> str:
        """What is said in mono ``samples``; raises ModelDamaged."""
        heard = _heard(samples, rate_hz)
        if self._normalize:
            heard = (heard - heard.mean()) / np.sqrt(heard.var() + 1e-7)
        best = self._model.run(heard)[0].argmax(axis=-1).tolist()
        said = [self._letters.get(number, "") for number, _ in groupby(best) if number != self._blank]
        return "".join(" " if letter == _SPACE else _SPECIAL.sub("", letter) for letter in said).strip()


class OpinionPredictor:
    """Says how natural people would find a sound, 1 to 5."""

    def __init__(self, folder: Path) -> None:
        """Load what lies in ``folder``; raises ModelDamaged."""
        self.name = folder.name
        self._model = _Model(folder, OPINIONS)

    def score(self, samples: Samples, rate_hz: int) -> float:
        """The mean opinion score of mono ``samples``; a graph of a fixed length hears them over and over."""
        heard = _heard(samples, rate_hz)
        if self._model.length:
            heard = np.resize(heard, self._model.length)
        return float(self._model.run(heard).reshape(-1)[-1])


class _Model:
    """A graph with one input, a waveform [1, samples]."""

    def __init__(self, folder: Path, graph: str) -> None:
        self._damaged = ModelDamaged(file=graph, model=folder.name)
        try:
            self._session = Session(folder.name, folder / graph)
        except VoiceDamaged as error:
            raise self._damaged from error
        self.length: int | None = self._session.lengths[-1]

    def run(self, samples: Samples) -> NDArray[np.float32]:
        try:
            return self._session.run({self._session.inputs[0]: samples[None].astype(np.float32)})[0]
        except VoiceDamaged as error:
            raise self._damaged from error


def recogniser_below(models_dir: Path | None) -> Recogniser | None:
    """The first recogniser of letters below ``models_dir``; None where there is none."""
    return next((Recogniser(folder) for folder in _folders(models_dir) if _is_recogniser(folder)), None)


def opinion_predictor_below(models_dir: Path | None) -> OpinionPredictor | None:
    """The first predictor of opinions below ``models_dir``; None where there is none."""
    found = (OpinionPredictor(folder) for folder in _folders(models_dir) if (folder / OPINIONS).is_file())
    return next(found, None)


def _is_recogniser(folder: Path) -> bool:
    return (folder / VOCABULARY).is_file() and any((folder / graph).is_file() for graph in GRAPHS)


def _folders(root: Path | None) -> Iterator[Path]:
    for folder, folders, _ in os.walk(root) if root else ():
        folders.sort()
        yield Path(folder)


def _heard(samples: Samples, rate_hz: int) -> Samples:
    heard: Samples = soxr.resample(samples, rate_hz, RATE_HZ)
    return heard


def _parsed(file: Path) -> Mapping[str, Any]:
    try:
        parsed = json.loads(file.read_bytes())
    except (OSError, ValueError):
        parsed = None
    if not isinstance(parsed, dict):
        raise ModelDamaged(file=file.name, model=file.parent.name)
    return parsed
