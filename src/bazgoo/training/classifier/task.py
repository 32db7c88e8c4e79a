"""The classifier as the loop sees it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import cast

import torch
from torch import Tensor, nn
from torch.nn import functional

from bazgoo.datasets import Dataset
from bazgoo.engines.classifier.description import DESCRIPTION, AnyFeatures, Description
from bazgoo.engines.classifier.features import Numbers
from bazgoo.errors import TrainingRefused
from bazgoo.events import Emit, ignore
from bazgoo.training.classifier.examples import (
    Example,
    Labelled,
    counts,
    divided,
    examples,
    labelled,
    measured,
)
from bazgoo.training.classifier.export import export
from bazgoo.training.classifier.layers import layers
from bazgoo.training.classifier.networks import Network
from bazgoo.training.classifier.scores import scores
from bazgoo.training.classifier.seeing import fitted, network, proposed
from bazgoo.training.config import ClassifierConfig
from bazgoo.training.preparing import Preparing
from bazgoo.training.run import Asked, Run
from bazgoo.training.task import Batch, Loss, Objective, Sample, Task

_HEAVIEST = 10.0
"""How much more a rare label's example counts than a usual one, at most."""


def open_task(asked: Asked, dataset: Dataset, run: Run, device: torch.device, emit: Emit = ignore) -> Task:
    """The task as asked for; raises TrainingRefused where nothing is labelled.

    Labels and features are settled once and kept in the run, so that it goes on as it began though the dataset changes.
    """
    config = cast("ClassifierConfig", asked.read_config())
    learning, validating = divided(labelled(dataset, config), config.validation_split)
    begun = Description.read(run.folder) if (run.folder / DESCRIPTION).exists() else None
    features = begun.features if begun else proposed(dataset, config, learning)
    preparing = Preparing(len(learning) + len(validating), emit)
    found = list(measured(dataset, features, preparing.each(learning)))
    description = begun or _settled(asked, dataset, run, features, found)
    aside = measured(dataset, features, preparing.each(validating))
    return ClassifierTask(
        description,
        config,
        examples(description.features, description.labels, found),
        examples(description.features, description.labels, aside),
        device,
    )


def _settled(
    asked: Asked,
    dataset: Dataset,
    run: Run,
    features: AnyFeatures,
    found: Sequence[tuple[Labelled, Numbers]],
) -> Description:
    config = cast("ClassifierConfig", asked.read_config())
    labels = tuple(counts([one for one, _ in found]))
    if len(labels) < 2:
        fa = "دست‌کم دو برچسب با نمونهٔ خواندنی لازم است."
        en = "at least two labels with readable examples are needed."
        reasons = [{"code": "one_label", "fa": fa, "en": en}]
        raise TrainingRefused(reason_fa=fa, reason_en=en, reasons=reasons)
    description = Description(
        name=asked.name,
        target=config.target,
        labels=labels,
        features=fitted(features, (values for _, values in found)),
        network=network(dataset, config),
    )
    description.write(run.folder)
    return description


class ClassifierTask:
    """Cross entropy, in which each label weighs the same however rare it is."""

    averaged: Sequence[str] = ()

    def __init__(
        self,
        description: Description,
        config: ClassifierConfig,
        learning: Sequence[Example],
        validating: Sequence[Example],
        device: torch.device,
    ) -> None:
        self.description = description
        self._learning, self._validating = learning, validating
        self.plan = layers(
            description.features,
            len(description.labels),
            description.network,
            config.hidden,
            config.dropout,
        )
        self.network = Network(self.plan).to(device)
        self.networks = nn.ModuleDict({"classifier": self.network})
        self.objectives: Sequence[Objective] = (Objective("classifier", ("classifier",), self.loss),)
        self._weights = _weights([one.label for one in learning], len(description.labels)).to(device)
        self._device = device

    def examples(self) -> tuple[Sequence[Example], Sequence[Example]]:
        """Those to learn from and those to validate with."""
        return self._learning, self._validating

    def collate(self, examples: Sequence[Example]) -> dict[str, Tensor]:
        """`features` float32 [examples, …], `label` int64 [examples]."""
        return {
            "features": torch.stack([torch.from_numpy(one.features) for one in examples]),
            "label": torch.tensor([one.label for one in examples]),
            "count": torch.tensor(len(examples)),
        }

    def loss(self, batch: Batch, step: int) -> Loss:  # noqa: ARG002 - the same at every step
        """Mean over the examples of their cross entropy times the weight of their label; the share told right."""
        told = self.network(batch["features"])
        each = functional.cross_entropy(told, batch["label"], reduction="none")
        right = (told.argmax(dim=1) == batch["label"]).float().mean()
        return Loss((each * self._weights[batch["label"]]).mean(), {"accuracy": right.detach()})

    def score(self, batches: Iterable[Batch]) -> Mapping[str, float]:
        """`val_loss` without weights, `val_accuracy`, `val_f1`; nothing where there is nothing to validate with."""
        pairs = [(self._told(batch["features"]), batch["label"]) for batch in batches]
        if not pairs:
            return {}
        told, right = (torch.cat(parts).cpu() for parts in zip(*pairs, strict=True))
        found = scores(told.numpy(), right.numpy())
        return {"val_loss": found.loss, "val_accuracy": found.accuracy, "val_f1": found.f1}

    def sample(self, folder: Path, step: int) -> Iterator[Sample]:  # noqa: ARG002 - nothing to hear
        """Nothing: a classifier makes nothing that one could hear."""
        return iter(())

    def export(self, folder: Path) -> None:
        """`model.onnx`, `classifier.json` and `tfjs/`, with the scores on what was not learnt from."""
        found = None
        if self._validating:
            batch = self.collate(self._validating)
            told = self._told(batch["features"].to(self._device)).cpu()
            found = scores(told.numpy(), batch["label"].numpy())
        description = self.description.model_copy(update={"validation": found})
        export(folder, description, self.plan, self.network.weights())

    def _told(self, features: Tensor) -> Tensor:
        """Logarithms of probabilities [examples, labels], without dropout."""
        was, _ = self.network.training, self.network.eval()
        try:
            with torch.no_grad():
                return functional.log_softmax(self.network(features), dim=1)
        finally:
            self.network.train(was)


def _weights(labels: Sequence[int], count: int) -> Tensor:
    """How much an example of each label counts: the rarer the more, 1 in the mean over all examples."""
    often = torch.bincount(torch.tensor(labels), minlength=count).clamp(min=1).float()
    weights = (len(labels) / (count * often)).clamp(max=_HEAVIEST)
    return weights / (weights * often).sum() * len(labels)
