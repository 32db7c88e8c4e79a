"""States on the disk from which a training goes on as if it had never stopped."""

import contextlib
import errno
import hashlib
import json
import logging
import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from bazgoo.errors import CheckpointDamaged, CheckpointNotFound, DiskFull
from bazgoo.events import CheckpointRemoved, CheckpointSaved, Emit

log = logging.getLogger(__name__)

KEPT = 4
"""How many of the last are kept, beside the best."""
_SHAPE = 1


@dataclass(slots=True)
class Position:
    """How far a training is."""

    step: int = 0
    """Steps made."""
    epoch: int = 1
    """The one that is being gone through."""
    done: int = 0
    """Batches of it that are behind."""
    best: float | None = None
    """The lowest loss at the end of an epoch so far."""
    best_saved: float | None = None
    """The lowest of those at which a state was saved."""
    waited: int = 0
    """Epochs since the lowest loss."""
    over: bool = False
    """Nothing is left to learn."""
    scores: dict[str, float] = field(default_factory=dict)
    """Of the last validation."""


class Checkpoints:
    """The folder of them: each is a file of tensors, and a JSON file beside it that says it is whole."""

    def __init__(self, folder: Path, emit: Emit) -> None:
        """``folder`` is made where it is missing."""
        self._folder, self._emit = folder, emit
        folder.mkdir(exist_ok=True)

    def all(self) -> list[CheckpointSaved]:
        """Every one that is whole, by step."""
        told = [
            path for path in sorted(self._folder.glob("step-*.json")) if path.with_suffix(".pt").is_file()
        ]
        return [CheckpointSaved(**_told(path)["saved"]) for path in told]

    def save(
        self,
        state: Mapping[str, Any],
        *,
        epoch: int,
        step: int,
        loss: float,
        accuracy: float | None,
        best: bool,
    ) -> CheckpointSaved:
        """Keep ``state``: it is there whole or not at all, also when the power fails.  Raises DiskFull."""
        name = f"step-{step:08d}.pt"
        path = self._folder / name
        with _disk_errors(path):
            path.with_suffix(".json").unlink(missing_ok=True)
            with _renamed(path) as fresh:
                torch.save({"shape": _SHAPE, **state}, fresh)
            saved = CheckpointSaved(
                epoch=epoch,
                step=step,
                loss=loss,
                accuracy=accuracy,
                file=name,
                sha256=weights_sha256(state),
                size_bytes=path.stat().st_size,
                best=best,
            )
            told = {"saved": asdict(saved), "file_sha256": _sha256(path)}
            with _renamed(path.with_suffix(".json")) as fresh:
                fresh.write_text(json.dumps(told, indent=1) + "\n", "utf-8")
        self._emit(saved)
        self._prune()
        return saved

    def load(self, file: str) -> dict[str, Any]:
        """The state in ``file``; raises CheckpointNotFound, CheckpointDamaged."""
        path = self._folder / file
        if path.parent != self._folder or not path.with_suffix(".json").is_file():
            raise CheckpointNotFound
        try:
            if _sha256(path) != _told(path.with_suffix(".json"))["file_sha256"]:
                raise CheckpointDamaged(file=file)
            state = torch.load(path, map_location="cpu", weights_only=True)
        except (OSError, ValueError, RuntimeError, EOFError, KeyError) as error:
            raise CheckpointDamaged(file=file) from error
        if state["shape"] != _SHAPE:
            raise CheckpointDamaged(file=file)
        return dict(state)

    def last(self) -> dict[str, Any] | None:
        """The state of the last one that is whole; damaged ones behind it are removed."""
        for name in sorted({f"{path.stem}.pt" for path in self._folder.glob("step-*.*")}, reverse=True):
            try:
                return self.load(name)
            except (CheckpointDamaged, CheckpointNotFound):
                log.warning("the checkpoint %s is not whole; going on from the one before", name)
                self.remove(name)
        return None

    def remove(self, file: str) -> None:
        """Delete one; the JSON file goes first."""
        path = self._folder / file
        path.with_suffix(".json").unlink(missing_ok=True)
        path.unlink(missing_ok=True)
        self._emit(CheckpointRemoved(file))

    def best(self) -> CheckpointSaved | None:
        """The best of those that are there."""
        return next((each for each in reversed(self.all()) if each.best), None)

    def _prune(self) -> None:
        best = self.best()
        for saved in self.all()[:-KEPT]:
            if saved != best:
                self.remove(saved.file)


def weights_sha256(state: Mapping[str, Any]) -> str:
    """A hash over all that was learnt: `networks` and `averages` of a state."""
    digest = hashlib.sha256()
    averages = {
        f"{name}.{key}": value for name, own in state["averages"].items() for key, value in own.items()
    }
    for part in (state["networks"], averages):
        for name in sorted(part):
            tensor: Tensor = part[name].detach().cpu().contiguous()
            digest.update(f"{name} {tensor.dtype} {tuple(tensor.shape)}\n".encode())
            digest.update(tensor.reshape(-1).view(torch.uint8).numpy())
    return digest.hexdigest()


def _told(path: Path) -> dict[str, Any]:
    return dict(json.loads(path.read_text("utf-8")))


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextlib.contextmanager
def _renamed(path: Path) -> Iterator[Path]:
    """A new file that takes the place of ``path`` when it is written and on the disk."""
    fresh = path.with_name(f".{path.name}.new")
    try:
        yield fresh
        for each in (fresh, path.parent):
            descriptor = os.open(each, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
            if each == fresh:
                fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)


@contextlib.contextmanager
def _disk_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, RuntimeError) as error:  # torch says RuntimeError where a write fails
        full = isinstance(error, RuntimeError) or error.errno in (errno.ENOSPC, errno.EDQUOT)
        if not full:
            raise
        raise DiskFull(path=path.parent) from error
