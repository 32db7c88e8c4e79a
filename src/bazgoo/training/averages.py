"""A moving average of weights: what samples, scores and exports are made with."""

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import torch
from torch import Tensor, nn

_SLOWEST = 0.999


class Averages:
    """Kept of some of the networks; of what does not learn (buffers) the last values count."""

    def __init__(self, networks: nn.ModuleDict, names: Sequence[str]) -> None:
        """Beginning with the weights as they are."""
        self._learning = {name: dict(networks[name].named_parameters()) for name in names}
        self._kept = {
            name: {key: value.detach().clone() for key, value in own.items()}
            for name, own in self._learning.items()
        }

    def follow(self, step: int) -> None:
        """Move towards the weights after ``step`` steps: quickly at first, when they change much."""
        decay = min(_SLOWEST, (1 + step) / (10 + step))
        for name, kept in self._kept.items():
            if kept:
                own = [self._learning[name][key].detach() for key in kept]
                torch._foreach_lerp_(list(kept.values()), own, 1 - decay)

    @contextlib.contextmanager
    def in_place(self) -> Iterator[None]:
        """The networks have the averages as their weights meanwhile; afterwards exactly what they had."""
        self._swap()
        try:
            yield
        finally:
            self._swap()

    def state(self) -> dict[str, dict[str, Tensor]]:
        """Tensors by network and name."""
        return {name: dict(kept) for name, kept in self._kept.items()}

    def load(self, state: Mapping[str, Mapping[str, Any]]) -> None:
        """As ``state`` gave them."""
        for name, kept in self._kept.items():
            for key, value in kept.items():
                value.copy_(state[name][key])

    def _swap(self) -> None:
        for name, kept in self._kept.items():
            for key, parameter in self._learning[name].items():
                kept[key], parameter.data = parameter.data, kept[key]
