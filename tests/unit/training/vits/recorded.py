"""A small dataset that eSpeak speaks, and a tiny network that learns from it."""

from pathlib import Path

import torch

from bazgoo.datasets import Dataset
from bazgoo.training.adversarial import Discriminators
from bazgoo.training.run import Asked
from bazgoo.training.vits.dimensions import Dimensions
from bazgoo.training.vits.examples import speakers_of
from bazgoo.training.vits.task import VitsTask
from tests.unit.datasets.recordings import add, new, said

SENTENCES = ("سلام دنیا.", "هوا خوب است.", "کتاب روی میز است.", "فردا می‌آیم.", "این چای داغ است.", "بله.")


def recorded(folder: Path, speakers: tuple[str, ...] = ("",)) -> Dataset:
    """``SENTENCES``, said by ``speakers`` in turn."""
    dataset = new(folder)
    for number, sentence in enumerate(SENTENCES):
        add(dataset, said(sentence), sentence, speaker=speakers[number % len(speakers)] or None)
    return dataset


def tiny(speakers: int = 1, symbols: int = 256) -> Dimensions:
    return Dimensions(
        symbols=symbols, speakers=speakers, speaker_channels=6, hidden=24, latent=16, wide=32, layers=2, decoder=32,
        posterior_layers=16, segment=16,
    )  # fmt: skip


def listeners() -> Discriminators:
    return Discriminators((2, 3, 5, 7, 11), ((512, 50, 240),), (2, 4, 4, 4, 4), 4)


def asked(dataset: Dataset, **config: object) -> Asked:
    given = {"batch_size": 3, "validation_split": 0.2, **config}
    return Asked("vits", "آزمایش", str(dataset.folder), given, ("سلام دنیا.",))


def tiny_task(dataset: Dataset, **config: object) -> VitsTask:
    torch.manual_seed(1)
    size = tiny(len(speakers_of(dataset)))
    return VitsTask(asked(dataset, **config), dataset, torch.device("cpu"), size, listeners())
