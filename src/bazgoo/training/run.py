"""A run: the folder that holds all of one training, and the words in which it is asked for."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Self

from bazgoo.training.config import Config, RecipeName, read_config

ASKED = "training.json"


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be taught."""

    recipe: RecipeName
    name: str
    """What the voice or the classifier is to be called."""
    dataset: str
    """The folder of the dataset."""
    config: Mapping[str, Any]
    """As a person gave it; see ``bazgoo.training.config``."""
    sentences: tuple[str, ...] = ()
    """What samples say; the recipe has its own where there are none."""
    lineage: Mapping[str, Any] = field(default_factory=dict)
    """What the model card is to say beside what the run knows: `license`, `consent`, `author`, `dataset_name`."""

    def read_config(self) -> Config:
        """The config, checked; raises TrainingConfigInvalid."""
        return read_config(self.recipe, self.config)


class Run:
    """The folder of a run; may be moved, and is read by whoever shows it while the trainer writes it."""

    def __init__(self, folder: Path) -> None:
        """``folder`` as ``create`` made it."""
        self.folder = folder
        self.events = folder / "events.jsonl"
        """One line an event of ``bazgoo.events``: `{"event": "epoch_finished", "at": seconds since 1970, …fields}`."""
        self.checkpoints = folder / "checkpoints"
        """`step-00000120.pt` with `step-00000120.json` beside it (the fields of CheckpointSaved)."""
        self.samples = folder / "samples"
        """`step-00000120/1.wav`, …, `alignment.png`."""
        self.tensorboard = folder / "tensorboard"
        self.export = folder / "export"
        """The model, when it is done."""
        self.log = folder / "trainer.log"
        """What the trainer's process printed."""

    @classmethod
    def create(cls, folder: Path, asked: Asked) -> Self:
        """A new run in ``folder``, which is made."""
        folder.mkdir(parents=True)
        run = cls(folder)
        run.ask(asked)
        return run

    def ask(self, asked: Asked) -> None:
        """Ask for this from now on."""
        fresh = self.folder / f".{ASKED}.new"
        fresh.write_text(json.dumps(asdict(asked), ensure_ascii=False, indent=1) + "\n", "utf-8")
        fresh.replace(self.folder / ASKED)

    def asked(self) -> Asked:
        """What is to be taught."""
        told = json.loads((self.folder / ASKED).read_text("utf-8"))
        return Asked(**{**told, "sentences": tuple(told["sentences"])})
