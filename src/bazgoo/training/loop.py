"""The loop: batches, gradients, scores, states on the disk; it knows nothing of speech."""

import contextlib
import logging
import math
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, NoReturn

import torch
from torch import Tensor

from bazgoo.errors import TrainingDiverged, TrainingRefused
from bazgoo.events import Emit
from bazgoo.training import dice
from bazgoo.training.averages import Averages
from bazgoo.training.checkpoint import Checkpoints, Position
from bazgoo.training.config import Config
from bazgoo.training.distributed import Ranks
from bazgoo.training.learner import Learner
from bazgoo.training.meter import Means, finite
from bazgoo.training.sampler import Sampler
from bazgoo.training.schedule import share_of_rate
from bazgoo.training.task import Batch, Task
from bazgoo.training.telling import Teller

log = logging.getLogger(__name__)

SAVE_EVERY_S = 600.0
"""However long an epoch takes, no more than this is lost."""
_SAVE, _STOP = 1, 2


class Paused(Exception):  # noqa: N818 - it is no error
    """Somebody asked for it; the state is on the disk."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a loop has around it."""

    ranks: Ranks
    checkpoints: Checkpoints
    samples: Path
    """The folder where samples go."""
    version: str
    """Of the dataset."""
    emit: Emit
    stop: Callable[[], bool]
    """Whether it should pause; asked at every step."""


class Loop:
    """Teaches the networks of one task."""

    def __init__(self, task: Task, config: Config, around: Surroundings) -> None:
        """Nothing is learnt yet."""
        self.position = Position()
        self._task, self._config, self._around, self._ranks = task, config, around, around.ranks
        task.networks.to(self._ranks.device).train()
        self._learning, self._validating = task.examples()
        if not len(self._learning):
            raise _refusal("چیزی برای آموختن در آن نیست.", "there is nothing to learn from.")
        lengths = getattr(self._learning, "lengths", None)
        self._sampler = Sampler(len(self._learning), config.batch_size, config.seed, lengths)
        self._learners = [Learner(objective, task.networks, config) for objective in task.objectives]
        self._averages = Averages(task.networks, task.averaged)
        self._means = Means()
        self._saved_at, self._saved = time.monotonic(), (0, 0)
        planned = config.epochs * len(self._sampler)
        self.total_steps = min(planned, config.max_steps or planned)
        self.total_epochs = -(-self.total_steps // len(self._sampler))
        self._teller = Teller(config, self.total_steps, self.total_epochs, around.emit)

    def teach(self) -> bool:
        """From where it is to its end; whether that came early.  Raises Paused, TrainingDiverged, DiskFull."""
        position, networks = self.position, self._task.networks
        if self._ranks.first:
            parameters = sum(each.numel() for each in networks.parameters())
            self._teller.started(position, self._ranks.device, parameters)
        while not self._is_over():
            for indices in self._sampler.epoch(position.epoch)[position.done :]:
                self._heed()
                self._step(indices)
                if position.step >= self.total_steps:
                    break
            self._end_epoch()
        return position.step < self.total_steps

    @contextlib.contextmanager
    def averaged(self, purpose: int) -> Iterator[None]:
        """The networks as they are given to others; the dice begin anew for ``purpose``."""
        dice.begin(self._config.seed, self.position.step, purpose)
        self._task.networks.eval()
        try:
            with torch.no_grad(), self._averages.in_place():
                yield
        finally:
            self._task.networks.train()

    def _is_over(self) -> bool:
        position = self.position
        return position.over or position.step >= self.total_steps or position.epoch > self.total_epochs

    # Steps.

    def _step(self, indices: list[int]) -> None:
        position, ranks = self.position, self._ranks
        own, weight = ranks.share(indices)
        dice.begin(self._config.seed, position.step, ranks.rank)
        batch = self._batch([self._learning[n] for n in own])
        self._means.add(self._follow(batch, weight), len(own) if weight else 0)
        self._averages.follow(position.step)
        position.step += 1
        position.done += 1
        due = self._teller.due
        if (due or ranks.device.type == "cpu") and not self._means.settle():
            raise TrainingDiverged(step=position.step)
        if due and ranks.first:
            self._teller.stepped(position, self._means)

    def _follow(self, batch: Batch, weight: float) -> dict[str, Tensor]:
        """Let every objective make its step; what it came to, by name."""
        step, told = self.position.step, dict[str, Tensor]()
        for learner in self._learners:
            rate = share_of_rate(step, self.total_steps)
            loss = learner.follow(batch, step, rate, self._ranks, weight)
            if loss is None:
                continue
            told["loss"] = told["loss"] + loss.total if "loss" in told else loss.total
            if len(self._learners) > 1:
                told[f"{learner.name}_loss"] = loss.total
            told |= loss.parts
        return told

    def _batch(self, examples: list[Any]) -> Batch:
        batch = {"count": torch.tensor(len(examples)), **self._task.collate(examples)}
        return {name: tensor.to(self._ranks.device, non_blocking=True) for name, tensor in batch.items()}

    def _heed(self) -> None:
        """Save when it is time, stop when asked; all ranks at the same step."""
        late = time.monotonic() - self._saved_at > SAVE_EVERY_S
        wanted = _STOP if self._around.stop() else _SAVE if late else 0
        agreed = self._ranks.highest(wanted, self.position.step)
        if agreed == _STOP:
            self._pause()
        if agreed == _SAVE:
            self._save()

    def _pause(self) -> NoReturn:
        if self._saved != (self.position.epoch, self.position.step):
            self._save()
        raise Paused

    # Epochs.

    def _end_epoch(self) -> None:
        position, config, first = self.position, self._config, self._ranks.first
        self._means.gather(self._ranks)
        position.scores = self._scores()
        row = self._ranks.from_first(self._means.all()) | position.scores
        epoch, loss = position.epoch, row.get("val_loss", row.get("loss", math.nan))
        self._check(loss)
        if first:
            self._teller.epoch(position, row)
        better = position.best is None or loss < position.best
        position.best, position.waited = (loss, 0) if better else (position.best, position.waited + 1)
        position.over = config.patience is not None and position.waited >= config.patience
        position.epoch, position.done = epoch + 1, 0
        self._means.load({})
        due = epoch % config.checkpoint_every == 0 or self._is_over()
        if due or (better and config.patience):
            self._save(loss, finite(row).get("val_accuracy"))
        if due and first:
            self._make_samples()
        self._ranks.wait()

    def _scores(self) -> dict[str, float]:
        """Of the averaged weights, by the first rank; asked to stop meanwhile, the epoch is ended next time."""
        scores: dict[str, float] | None = {}
        if self._ranks.first and self._validating:
            try:
                with self.averaged(dice.SCORES):
                    scores = dict(self._task.score(self._validation()))
            except Paused:
                scores = None
        scores = self._ranks.from_first(scores)
        if scores is None:
            self._pause()
        return scores

    def _validation(self) -> Iterator[Batch]:
        size = self._config.batch_size
        for start in range(0, len(self._validating), size):
            if self._around.stop():
                raise Paused
            stretch = range(start, min(start + size, len(self._validating)))
            yield self._batch([self._validating[n] for n in stretch])

    def _make_samples(self) -> None:
        step, samples = self.position.step, self._around.samples
        folder = samples / f"step-{step:08d}"
        folder.mkdir(parents=True, exist_ok=True)
        with self.averaged(dice.SAMPLES):
            for sample in self._task.sample(folder, step):
                self._teller.sample(step, sample, sample.file.relative_to(samples).as_posix())

    # States.

    def load(self, state: Mapping[str, Any]) -> None:
        """Go on from ``state``; raises TrainingRefused where the networks have become others."""
        if state["dataset"] != self._around.version:
            log.warning("the dataset has changed since; what it holds now is learnt from")
        try:
            self._task.networks.load_state_dict(state["networks"])
            self._averages.load(state["averages"])
            for learner in self._learners:
                learner.optimizer.load_state_dict(state["optimizers"][learner.name])
        except (RuntimeError, KeyError, ValueError) as error:
            raise _refusal(
                "مجموعه‌داده یا تنظیم از آن پس چنان دگرگون شده که شبکه‌ها دیگر جور نیستند. آموزش تازه‌ای آغاز کنید.",
                "the dataset or the config has changed so much since that the networks do not fit. Start anew.",
            ) from error
        self._means.load(state["means"] if self._ranks.first else {})
        self.position = Position(**state["position"])
        self._saved = self.position.epoch, self.position.step

    def _state(self) -> dict[str, Any]:
        return {
            "networks": self._task.networks.state_dict(),
            "averages": self._averages.state(),
            "optimizers": {learner.name: learner.optimizer.state_dict() for learner in self._learners},
            "means": self._means.state(),
            "position": asdict(self.position),
            "dataset": self._around.version,
        }

    def _save(self, loss: float | None = None, accuracy: float | None = None) -> None:
        """Keep the state; ``loss`` is that of the epoch where one has just ended."""
        position = self.position
        self._means.gather(self._ranks)
        best = loss is not None and (position.best_saved is None or loss < position.best_saved)
        position.best_saved = loss if best else position.best_saved
        if self._ranks.first:
            means = self._means.all().get("loss")
            known = (loss, position.scores.get("val_loss"), means, position.best)
            told = next((each for each in known if each is not None), 0.0)
            self._check(told if means is None else means)
            self._around.checkpoints.save(
                self._state(),
                epoch=position.epoch if position.done else position.epoch - 1,
                step=position.step,
                loss=told,
                accuracy=accuracy,
                best=best,
            )
        self._saved_at, self._saved = time.monotonic(), (position.epoch, position.step)
        self._ranks.wait()

    def _check(self, loss: float) -> None:
        if not math.isfinite(loss):
            raise TrainingDiverged(step=self.position.step)


def _refusal(fa: str, en: str) -> TrainingRefused:
    reason = {"code": "training_unusable", "fa": fa, "en": en}
    return TrainingRefused(reason_fa=fa, reason_en=en, reasons=[reason])
