"""One objective with the optimiser that follows it."""

import contextlib
from collections.abc import Iterator
from typing import Any

import torch
from torch import Tensor, nn

from bazgoo.training.config import Config
from bazgoo.training.distributed import Ranks
from bazgoo.training.task import Batch, Loss, Objective

LARGEST_NORM = 1.0
"""Of a gradient; larger ones are shortened."""


class Learner:
    """Makes the steps of one objective."""

    def __init__(self, objective: Objective, networks: nn.ModuleDict, config: Config) -> None:
        """Its networks learn, all others stand still meanwhile."""
        self.name = objective.name
        self._objective = objective
        self._own = [each for name in objective.networks for each in _learning(networks[name])]
        ours = set(map(id, self._own))
        self._others = [each for each in _learning(networks) if id(each) not in ours]
        self._rate = config.learning_rate
        self.optimizer = _optimizer(config, self._own)

    def follow(
        self, batch: Batch, step: int, share_of_rate: float, ranks: Ranks, weight: float
    ) -> Loss | None:
        """One step, with the gradients of all ranks, of which this one's batch is ``weight``.

        Among the parts of the loss is then `…_gradient_norm`, under its name.
        """
        with self._alone(), _short_numbers(ranks.device):
            loss = self._objective.loss(batch, step)
        if loss is None:
            return None
        self.optimizer.zero_grad(set_to_none=True)
        (loss.total * weight).backward()
        ranks.add_gradients(self._own)
        norm = nn.utils.clip_grad_norm_(self._own, LARGEST_NORM)
        for group in self.optimizer.param_groups:
            group["lr"] = self._rate * share_of_rate
        self.optimizer.step()
        return Loss(loss.total.detach(), {**loss.parts, f"{self.name}_gradient_norm": norm.detach()})

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        for each in self._others:
            each.requires_grad_(False)
        try:
            yield
        finally:
            for each in self._others:
                each.requires_grad_(True)


def _learning(network: nn.Module) -> list[Tensor]:
    return [each for each in network.parameters() if each.requires_grad]


def _short_numbers(device: torch.device) -> Any:
    """bfloat16 where a GPU gains from it."""
    return torch.autocast(device.type, dtype=torch.bfloat16, enabled=device.type == "cuda")


def _optimizer(config: Config, parameters: list[Tensor]) -> torch.optim.Optimizer:
    match config.optimizer:
        case "adam":
            return torch.optim.Adam(parameters, config.learning_rate, fused=True)
        case "adamw":
            return torch.optim.AdamW(parameters, config.learning_rate, fused=True)
        case "sgd":
            return torch.optim.SGD(parameters, config.learning_rate, momentum=0.9, nesterov=True)
        case "rmsprop":
            return torch.optim.RMSprop(parameters, config.learning_rate)
