"""Weights from Piper's checkpoints.

Reading one runs nothing that it brings: tensors are taken, everything else becomes a stand-in without abilities.
"""

import logging
import pickle
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from bazgoo.errors import BaseCheckpointUnusable
from bazgoo.training.adversarial import Discriminators
from bazgoo.training.vits.names import generator_layers, listener_layers, theirs
from bazgoo.training.vits.network import Vits

log = logging.getLogger(__name__)

_LEAST = 0.5
_SYMBOLS = "text.embedding.weight"


@dataclass(frozen=True, slots=True)
class Taken:
    """What networks got from a checkpoint, by our names."""

    taken: tuple[str, ...]
    """Tensors they have from there."""
    fresh: tuple[str, ...]
    """Tensors that begin from nothing: the checkpoint lacks them, or has them in another size."""


def warm_start(generator: Vits, discriminators: Discriminators, file: Path) -> Taken:
    """Give both what fits of the checkpoint ``file``.

    Raises BaseCheckpointUnusable where it has not half of the generator.
    """
    found = read_checkpoint(file)
    speaks = take_generator(generator, found)
    if len(speaks.taken) < _LEAST * len(generator.state_dict()):
        raise _unusable(
            file,
            f"تنها {len(speaks.taken)} تنسور آن با این شبکه جور است.",
            f"only {len(speaks.taken)} of its tensors fit this network.",
        )
    hears = _take(discriminators, dict(listener_layers(len(discriminators.periods))), found, "model_d.")
    both = Taken(speaks.taken + hears.taken, speaks.fresh + hears.fresh)
    log.info("%s: %d tensors taken, %d begin fresh", file.name, len(both.taken), len(both.fresh))
    for name in both.fresh:
        log.info("begins fresh: %s", name)
    return both


def take_generator(generator: Vits, found: Mapping[str, Tensor]) -> Taken:
    """Give ``generator`` what fits of tensors by Piper's names."""
    return _take(generator, dict(generator_layers(generator.size)), found, "model_g.")


def read_checkpoint(file: Path) -> Mapping[str, Tensor]:
    """The tensors of a Piper checkpoint by its names; raises BaseCheckpointUnusable."""
    try:
        strangers = torch.serialization.get_unsafe_globals_in_checkpoint(file)
        stand_ins: list[Any] = [(type("StandIn", (_StandIn,), {}), name) for name in strangers]
        with torch.serialization.safe_globals(stand_ins):
            state = torch.load(file, map_location="cpu", weights_only=True)["state_dict"]
        return {name: tensor for name, tensor in state.items() if isinstance(tensor, Tensor)}
    except OSError:
        raise _unusable(file, "پرونده خوانده نمی‌شود.", "the file cannot be read.") from None
    except (RuntimeError, ValueError, KeyError, TypeError, AttributeError, pickle.UnpicklingError) as error:
        log.info("%s: %s", file.name, error)
        raise _unusable(
            file, "نقطهٔ بازیابی پایپر نیست یا خراب است.", "it is no checkpoint of Piper, or damaged."
        ) from None


class _StandIn:
    """Whatever a checkpoint names that is no tensor: takes anything, does nothing."""

    def __new__(cls, *_: object) -> "_StandIn":
        return super().__new__(cls)

    def __init__(self, *_: object) -> None:
        """What it is made of is forgotten."""

    def __setstate__(self, _: object) -> None:
        """What it held is forgotten."""


def _take(network: nn.Module, layers: dict[str, str], found: Mapping[str, Tensor], before: str) -> Taken:
    state, taken = network.state_dict(), []
    for name, ours in state.items():
        their = next(
            (found[f"{before}{one}"] for one in theirs(name, layers) if f"{before}{one}" in found), None
        )
        if their is None or their.shape[1:] != ours.shape[1:]:
            continue
        if their.shape == ours.shape or name == _SYMBOLS:
            # Tables of symbols grow at their end: those that both have keep their numbers.
            ours[: len(their)].copy_(their[: len(ours)])
            taken.append(name)
    return Taken(tuple(taken), tuple(name for name in state if name not in taken))


def _unusable(file: Path, fa: str, en: str) -> BaseCheckpointUnusable:
    return BaseCheckpointUnusable(file=file.name, reason_fa=fa, reason_en=en)
