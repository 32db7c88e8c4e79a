"""A recipe of a second: which of a few lines a number lies on; two objectives, dropout, batch statistics.

`python tests/unit/training/tiny.py RUN …` is the trainer's process with this recipe in place of all others.
"""

import json
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from bazgoo.datasets import Dataset
from bazgoo.events import Emit, ignore
from bazgoo.training.run import Asked, Run
from bazgoo.training.splitting import divided
from bazgoo.training.task import Batch, Loss, Objective, Sample


class TinyTask:
    """Told by ``lineage`` of what is asked: `sleep_s` a step takes, `nan_at`, `break_at` and `hang_at` a
    step; `prepares_s` before the first."""

    averaged = ("body",)

    def __init__(self, asked: Asked, dataset: Dataset) -> None:
        self._asked, config = asked, asked.read_config()
        self._records = divided(dataset, config.validation_split)
        dropout = getattr(config, "dropout", 0.0)
        body = nn.Sequential(nn.Linear(4, 16), nn.Tanh(), nn.Dropout(dropout), nn.Linear(16, 1))
        if dropout:
            body.insert(1, nn.BatchNorm1d(16))
        self.networks = nn.ModuleDict({"body": body, "critic": nn.Linear(1, 1)})
        self.objectives = (
            Objective("body", ("body",), self._body_loss),
            Objective("critic", ("critic",), self._critic_loss),
        )

    def examples(self) -> tuple[Sequence[int], Sequence[int]]:
        learning, validating = self._records
        return [int(record.text) for record in learning], [int(record.text) for record in validating]

    def collate(self, examples: Sequence[int]) -> dict[str, Tensor]:
        x = torch.tensor([[n % 7, n % 5, n % 3, 1.0] for n in examples]) / 7
        return {"x": x, "y": x.sum(1, keepdim=True).sin()}

    def _body_loss(self, batch: Batch, step: int) -> Loss:
        self._mishap(step)
        made = self.networks["body"](batch["x"])
        error = (made - batch["y"]).square().mean()
        if step == self._asked.lineage.get("nan_at"):
            error = error * float("nan")
        return Loss(error + 0.01 * self.networks["critic"](made).mean(), {"error": error.detach()})

    def _critic_loss(self, batch: Batch, step: int) -> Loss | None:
        if step % 2:
            return None
        with torch.no_grad():
            made = self.networks["body"](batch["x"])
        judged = self.networks["critic"](made) - self.networks["critic"](batch["y"])
        return Loss(judged.square().mean(), {})

    def _mishap(self, step: int) -> None:
        told = self._asked.lineage
        time.sleep(told.get("sleep_s", 0))
        if step == told.get("hang_at"):
            time.sleep(1000)
        if step == told.get("break_at"):
            raise LookupError("nothing there")

    def score(self, batches: Iterable[Batch]) -> Mapping[str, float]:
        assert not self.networks.training
        errors = [
            (self.networks["body"](batch["x"]) - batch["y"]).square().mean().item() for batch in batches
        ]
        return {"val_loss": sum(errors) / len(errors), "val_accuracy": 0.5}

    def sample(self, folder: Path, step: int) -> Iterator[Sample]:
        file = folder / "1.wav"
        file.write_bytes(b"RIFF")
        yield Sample(file, "سلام", "audio")

    def export(self, folder: Path) -> None:
        weights = {name: tensor.tolist() for name, tensor in self.networks["body"].state_dict().items()}
        (folder / "model.json").write_text(json.dumps(weights), "utf-8")


def open_task(
    asked: Asked, dataset: Dataset, run: Run, device: torch.device, emit: Emit = ignore
) -> TinyTask:
    if asked.lineage.get("prepares_s"):
        (run.folder / "preparing").touch()
        time.sleep(asked.lineage["prepares_s"])
    return TinyTask(asked, dataset)


def asked(folder: Path, config: Mapping[str, Any], **lineage: Any) -> Run:
    """A run in ``folder`` of a dataset beside it, which is made once: 66 numbers."""
    place = folder.parent / "numbers"
    if not place.exists():
        with Dataset.create(place, "عددها", "text") as dataset, dataset.batch():
            for n in range(66):
                dataset.add(str(n))
    usual = {"epochs": 6, "batch_size": 8, "checkpoint_every": 2, "device": "cpu", "patience": None}
    return Run.create(folder, Asked("classifier", "ریز", str(place), {**usual, **config}, lineage=lineage))


if __name__ == "__main__":
    from bazgoo.training import __main__ as process
    from bazgoo.training import recipes

    recipes.task_of = lambda recipe: open_task
    process.LEAVES_AFTER_S = 1.0
    sys.exit(process.main())
