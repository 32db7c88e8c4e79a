"""A classifier in memory: examples in, labels with their probabilities out."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bazgoo.engines.classifier.characters import Characters
from bazgoo.engines.classifier.description import GRAPH, INPUT, Description
from bazgoo.engines.classifier.features import Numbers
from bazgoo.engines.classifier.sound import Mel, Sound
from bazgoo.engines.runtime import Session
from bazgoo.errors import ExampleUnfit, ModelDamaged, VoiceDamaged

Example = Sound | str | Mapping[str, object]
"""A recording, a text, or a row of columns."""


@dataclass(frozen=True, slots=True)
class Likely:
    """A label, and how likely it is right."""

    label: str
    probability: float


class Classifier:
    """A folder as training exports it, ready to be asked; safe to share between threads."""

    def __init__(self, folder: Path) -> None:
        """Load what is in ``folder``; raises ModelDamaged and EngineUnavailable."""
        self._folder = folder
        self.description = Description.read(folder)
        try:
            self._session = Session(folder.name, folder / GRAPH)
        except VoiceDamaged as error:
            raise ModelDamaged(file=GRAPH, model=folder.name) from error

    @property
    def labels(self) -> tuple[str, ...]:
        """All that it can tell."""
        return self.description.labels

    def classify(self, example: Example) -> list[Likely]:
        """Every label, the likeliest first; raises ExampleUnfit and ModelDamaged."""
        self._check(example)
        (probabilities,) = self.probabilities(self.description.features.vector(example)[None])
        told = [Likely(label, float(p)) for label, p in zip(self.labels, probabilities, strict=True)]
        return sorted(told, key=lambda likely: -likely.probability)

    def probabilities(self, features: Numbers) -> NDArray[np.float32]:
        """Of ready-made features [examples, …]: float32 [examples, labels]; raises ModelDamaged."""
        try:
            told = self._session.run({INPUT: features})[0]
        except VoiceDamaged as error:
            raise ModelDamaged(file=GRAPH, model=self._folder.name) from error
        if told.shape != (len(features), len(self.labels)):
            raise ModelDamaged(file=GRAPH, model=self._folder.name)
        return told

    def _check(self, example: Example) -> None:
        features = self.description.features
        if isinstance(features, Mel):
            if not isinstance(example, Sound) or not example.samples.size:
                raise ExampleUnfit(wanted_fa="یک صدا", wanted_en="a recording")
        elif isinstance(features, Characters):
            if not isinstance(example, str):
                raise ExampleUnfit(wanted_fa="یک متن", wanted_en="a text")
        elif not isinstance(example, Mapping):
            names = ", ".join(features.columns)
            raise ExampleUnfit(wanted_fa=f"عدد در ستون‌های {names}", wanted_en=f"numbers in {names}")
