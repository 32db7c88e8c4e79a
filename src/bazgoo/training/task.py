"""What a recipe brings to the loop: examples, networks, what is to become small, and what is made of it in the end."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from torch import Tensor, nn

Batch = Mapping[str, Tensor]
"""Tensors by name, on the device of the networks; `count` says how many examples (int64, one number)."""


@dataclass(frozen=True, slots=True)
class Loss:
    """What one objective came to on one batch."""

    total: Tensor
    """What its gradient is taken of: the mean over the examples of the batch."""
    parts: Mapping[str, Tensor]
    """What it is made of, by names for people; detached."""


@dataclass(frozen=True, slots=True)
class Objective:
    """A loss and the networks that follow it; most recipes have one, an adversary makes two."""

    name: str
    networks: Sequence[str]
    """Names in ``Task.networks``; their parameters have an optimiser of their own."""
    loss: Callable[[Batch, int], Loss | None]
    """Of a batch at a step (counted from 0); None where it has nothing to say at that step.

    Dice come from torch's global generator, which the loop seeds for each step.
    """


@dataclass(frozen=True, slots=True)
class Sample:
    """Something to hear or to look at, made on the way."""

    file: Path
    text: str
    """The sentence; empty for a picture."""
    kind: str
    """`audio` (WAV) or `alignment` (PNG)."""


class Task(Protocol):
    """One dataset, one config, one set of networks."""

    networks: nn.ModuleDict
    """All that learns; every tensor of their state is in a checkpoint."""
    averaged: Sequence[str]
    """Names of the networks of which a moving average is kept; samples, scores and exports are made with it."""
    objectives: Sequence[Objective]
    """In the order in which a step follows them."""

    def examples(self) -> tuple[Sequence[Any], Sequence[Any]]:
        """Those to learn from and those to validate with; reading one is cheap and is done for every batch.

        Where those to learn from have `lengths`, a number for each, examples of like length come together.
        """
        ...

    def collate(self, examples: Sequence[Any]) -> dict[str, Tensor]:
        """Examples as one batch, on the CPU; the loop adds `count` and moves it to the networks."""
        ...

    def score(self, batches: Iterable[Batch]) -> Mapping[str, float]:
        """`val_loss`, and what else tells how good it is (`val_accuracy`), on what nothing is learnt from."""
        ...

    def sample(self, folder: Path, step: int) -> Iterator[Sample]:
        """Make the fixed samples into ``folder``."""
        ...

    def export(self, folder: Path) -> None:
        """Write the model as others use it into ``folder``, which is empty.

        The loop puts its card, `README.md`, before what is written there.
        """
        ...
