"""What others hear of a training while it learns."""

import time
from collections.abc import Mapping

import torch

from bazgoo.events import Emit, EpochFinished, SampleMade, TrainingProgressed, TrainingStarted
from bazgoo.training.checkpoint import Position
from bazgoo.training.config import Config
from bazgoo.training.meter import Means, Pace, finite
from bazgoo.training.schedule import share_of_rate
from bazgoo.training.task import Sample

TELL_EVERY_S = 0.3


class Teller:
    """Turns where a training is into events, not too often."""

    def __init__(self, config: Config, total_steps: int, total_epochs: int, emit: Emit) -> None:
        """``emit`` hears all of it."""
        self._config, self._emit = config, emit
        self._total_steps, self._total_epochs = total_steps, total_epochs
        self._pace, self._told_at = Pace(0), 0.0

    def started(self, position: Position, device: torch.device, parameters: int) -> None:
        """It sets to work."""
        self._pace = Pace(position.step)
        name = torch.cuda.get_device_name(device) if device.type == "cuda" else device.type
        self._emit(TrainingStarted(position.step, self._total_epochs, self._total_steps, name, parameters))

    @property
    def due(self) -> bool:
        """It is time to tell how far it is."""
        return time.monotonic() - self._told_at >= TELL_EVERY_S

    def stepped(self, position: Position, means: Means) -> None:
        """Steps were made."""
        self._told_at = time.monotonic()
        step, total = position.step, self._total_steps
        metrics = position.scores | means.recent() | self._rates(step)
        self._emit(
            TrainingProgressed(
                epoch=position.epoch,
                total_epochs=self._total_epochs,
                step=step,
                progress=round(100 * step / total, 2),
                metrics=finite(metrics),
                eta_s=self._pace.eta_s(step, total),
            )
        )

    def epoch(self, position: Position, row: Mapping[str, float]) -> None:
        """An epoch has ended, with ``row`` as what came of it."""
        self._emit(
            EpochFinished(position.epoch, position.step, finite({**row, **self._rates(position.step)}))
        )

    def sample(self, step: int, sample: Sample, file: str) -> None:
        """Something was made to hear or to look at."""
        self._emit(SampleMade(step, sample.kind, sample.text, file))

    def _rates(self, step: int) -> dict[str, float]:
        rate = self._config.learning_rate * share_of_rate(step, self._total_steps)
        return {"learning_rate": rate, "steps_per_s": self._pace.mark(step)}
