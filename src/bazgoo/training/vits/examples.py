"""The recordings of a dataset as the network learns from them."""

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import soundfile
import torch
from torch import Tensor

from bazgoo.datasets import Dataset, Record
from bazgoo.datasets.audio import prepare
from bazgoo.errors import AudioUnreadable
from bazgoo.events import Emit, ignore
from bazgoo.training.config import VitsConfig
from bazgoo.training.preparing import Preparing
from bazgoo.training.splitting import divided
from bazgoo.training.vits.dimensions import Dimensions
from bazgoo.training.vits.symbols import number
from bazgoo.training.voice.symbols import read

LONGEST_S = 20.0
"""Longer recordings are left out: they would ask for too much memory at once."""


@dataclass(frozen=True, slots=True)
class Example:
    """One recording and what is said in it."""

    text: str
    ids: tuple[int, ...]
    speaker: int
    wav: Path
    frames: int


class Examples(list[Example]):
    """Recordings of like length are put into one batch."""

    @property
    def lengths(self) -> list[int]:
        """Frames of each."""
        return [example.frames for example in self]


def examples_of(
    dataset: Dataset, config: VitsConfig, size: Dimensions, emit: Emit = ignore
) -> tuple[Examples, Examples]:
    """Those to learn from and those to validate with; what cannot be used is left out."""
    speakers = speakers_of(dataset)

    def made(record: Record) -> Example | None:
        return _example(dataset, record, speakers[record.speaker or ""], size)

    sides = divided(dataset, config.validation_split)
    preparing = Preparing(sum(map(len, sides)), emit)
    with ThreadPoolExecutor() as pool:
        heard = [preparing.each(pool.map(made, side)) for side in sides]
        learning, validating = (Examples(one for one in side if one) for side in heard)
    return learning, validating


def speakers_of(dataset: Dataset) -> Mapping[str, int]:
    """The names of those who speak, numbered; recordings without a name are one speaker's."""
    names = {record.speaker or "" for record in dataset.all(excluded=False)}
    return {name: place for place, name in enumerate(sorted(names))}


def _example(dataset: Dataset, record: Record, speaker: int, size: Dimensions) -> Example | None:
    """Nothing where there is no text, no sound, or not a frame for each symbol."""
    if not record.text.strip() or not record.file:
        return None
    try:
        wav = prepare(dataset, record, size.sample_rate_hz)
    except AudioUnreadable:
        return None
    ids, frames = tuple(number(read(record.text))), soundfile.info(wav).frames // size.hop
    if not len(ids) <= frames <= LONGEST_S * size.sample_rate_hz / size.hop:
        return None
    return Example(record.text, ids, speaker, wav, frames)


def collate(examples: Sequence[Example], size: Dimensions) -> dict[str, Tensor]:
    """`ids` (batch × symbols), `samples` (batch × whole frames), `symbols`, `frames` and `speakers` (one each)."""
    frames = torch.tensor([example.frames for example in examples])
    symbols = torch.tensor([len(example.ids) for example in examples])
    ids = torch.zeros(len(examples), int(symbols.max()), dtype=torch.int64)
    samples = torch.zeros(len(examples), max(int(frames.max()), size.segment) * size.hop)
    for row, example in enumerate(examples):
        ids[row, : len(example.ids)] = torch.tensor(example.ids)
        length = example.frames * size.hop
        heard, _ = soundfile.read(example.wav, frames=length, dtype="float32")
        samples[row, :length] = torch.from_numpy(heard)
    return {
        "ids": ids,
        "symbols": symbols,
        "samples": samples,
        "frames": frames,
        "speakers": torch.tensor([example.speaker for example in examples]),
        "count": torch.tensor(len(examples)),
    }
