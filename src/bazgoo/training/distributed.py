"""One training on several processors: each rank takes its part of every batch, their gradients are added.

Started by `torchrun`, or inside a process group that is there already (a Ray cluster); alone, all of it is nothing.
All ranks see the same folders.
"""

import contextlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

import torch
from torch import Tensor, distributed

from bazgoo.errors import TrainingRefused
from bazgoo.training.config import Config

_PATIENCE = timedelta(hours=2)
"""How long ranks wait for each other: as long as the first takes to prepare data, to score or to export."""
_ASK_EVERY_ON_GPU = 8
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Ranks:
    """Those who train together, seen by one of them."""

    rank: int
    world: int
    device: torch.device

    @property
    def first(self) -> bool:
        """This one writes, scores and tells."""
        return self.rank == 0

    def share(self, indices: Sequence[int]) -> tuple[list[int], float]:
        """This rank's part of a batch and its weight; where nothing is left for it, an example without weight."""
        own = list(indices[self.rank :: self.world])
        return (own, len(own) / len(indices)) if own else ([indices[0]], 0.0)

    def add_gradients(self, parameters: Sequence[Tensor]) -> None:
        """Replace each gradient by the sum over the ranks; what no rank has a gradient of keeps none."""
        if self.world == 1:
            return
        grads = [torch.zeros_like(each) if each.grad is None else each.grad for each in parameters]
        used = [torch.tensor([float(each.grad is not None)], device=self.device) for each in parameters]
        whole = torch.cat([each.reshape(-1).float() for each in (*grads, *used)])
        distributed.all_reduce(whole)
        sizes = [each.numel() for each in grads]
        parts = whole[: sum(sizes)].split(sizes)
        for parameter, part, by in zip(parameters, parts, whole[sum(sizes) :].tolist(), strict=True):
            parameter.grad = part.view_as(parameter).to(parameter.dtype) if by else None

    def highest(self, number: int, step: int) -> int:
        """The highest ``number`` that any rank says; on GPUs asked for at some steps only, else 0."""
        if self.world == 1:
            return number
        if self.device.type == "cuda" and step % _ASK_EVERY_ON_GPU:
            return 0
        told = torch.tensor([number], device=self.device)
        distributed.all_reduce(told, distributed.ReduceOp.MAX)
        return int(told.item())

    def sums(self, numbers: Sequence[float]) -> list[float]:
        """The sum of each number over the ranks."""
        if self.world == 1:
            return list(numbers)
        told = torch.tensor(numbers, dtype=torch.float64, device=self.device)
        distributed.all_reduce(told)
        return list(told.tolist())

    def from_first(self, value: Value) -> Value:
        """What the first rank has."""
        if self.world == 1:
            return value
        box = [value]
        distributed.broadcast_object_list(box, 0, device=self.device)
        return box[0]

    def wait(self) -> None:
        """Until all are here."""
        self.from_first(None)


def is_first() -> bool:
    """Whether this is the rank that writes and tells; known before the ranks have met."""
    if distributed.is_initialized():
        return int(distributed.get_rank()) == 0
    return os.environ.get("RANK", "0") == "0"


@contextlib.contextmanager
def joined(config: Config) -> Iterator[Ranks]:
    """Among the ranks that were started; alone where none were."""
    device = _device(config)
    ours = not distributed.is_initialized() and int(os.environ.get("WORLD_SIZE", "1")) > 1
    if ours:
        backend = "nccl" if device.type == "cuda" else "gloo"
        distributed.init_process_group(backend, timeout=_PATIENCE)
    try:
        if distributed.is_initialized():
            yield Ranks(distributed.get_rank(), distributed.get_world_size(), device)
        else:
            yield Ranks(0, 1, device)
    finally:
        if ours:
            distributed.destroy_process_group()


def _device(config: Config) -> torch.device:
    """Where this rank computes, made to give the same each time."""
    os.environ.setdefault("CUBLAS_WORKSPACE_CONFIG", ":4096:8")
    there = torch.cuda.is_available()
    if config.device == "cuda" and not there:
        fa, en = "کارت گرافیک NVIDIA در دسترس نیست.", "there is no NVIDIA GPU at hand."
        raise TrainingRefused(
            reason_fa=fa, reason_en=en, reasons=[{"code": "gpu_missing", "fa": fa, "en": en}]
        )
    on_gpu = there and config.device != "cpu"
    torch.use_deterministic_algorithms(True, warn_only=on_gpu)
    torch.utils.deterministic.fill_uninitialized_memory = False
    if not on_gpu:
        return torch.device("cpu")
    torch.backends.cudnn.benchmark = False
    torch.set_float32_matmul_precision("high")
    device = torch.device("cuda", int(os.environ.get("LOCAL_RANK", "0")) % torch.cuda.device_count())
    torch.cuda.set_device(device)
    return device
