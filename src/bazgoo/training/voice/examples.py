"""The recordings of a dataset as a voice learns from them: what is read, and how it sounds."""

import random
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile
import torch
from torch import Tensor

from bazgoo.datasets import Dataset, Record
from bazgoo.errors import AudioUnreadable
from bazgoo.events import Emit, ignore
from bazgoo.training.config import VoiceConfig
from bazgoo.training.preparing import Preparing
from bazgoo.training.splitting import divided
from bazgoo.training.voice import features
from bazgoo.training.voice.acoustic import Statistics
from bazgoo.training.voice.symbols import number, read, read_as_espeak

LONGEST_S = 20.0
"""Longer recordings are left out: they would ask for too much memory at once."""
SEGMENT = 128
"""Frames of each recording that a step draws and hears."""
_SILENT = float(np.log(features.FLOOR))
_COUNTED = 400


@dataclass(frozen=True, slots=True)
class Example:
    """One recording and what is said in it."""

    n: int
    text: str
    ids: tuple[int, ...]
    speaker: int
    wav: Path
    measured: Path
    frames: int


def speakers_of(records: Iterable[Record]) -> Mapping[str, int]:
    """The names of those who speak, numbered; recordings without a name are one speaker's."""
    return {name: number for number, name in enumerate(sorted({record.speaker or "" for record in records}))}


def examples_of(
    dataset: Dataset, config: VoiceConfig, emit: Emit = ignore
) -> tuple[list[Example], list[Example], Mapping[str, int]]:
    """Those to learn from, those to validate with, and the speakers; what cannot be used is left out."""
    sides = divided(dataset, config.validation_split)
    speakers = speakers_of(
        [record for side in sides for record in side if record.text.strip() and record.file]
    )
    preparing = Preparing(sum(map(len, sides)), emit)

    def made(record: Record) -> Example | None:
        return _example(dataset, record, config, speakers)

    with ThreadPoolExecutor(2) as pool:
        all_made = [list(preparing.each(pool.map(made, side))) for side in sides]
    learning, validating = ([example for example in side if example is not None] for side in all_made)
    return learning, validating, speakers


def _example(
    dataset: Dataset, record: Record, config: VoiceConfig, speakers: Mapping[str, int]
) -> Example | None:
    if not record.text.strip() or not record.file:
        return None
    try:
        wav, measured = features.features_of(dataset, record)
    except AudioUnreadable:
        return None
    ids = tuple(number(_symbols(record, config)))
    frames = len(np.load(measured, mmap_mode="r"))
    if not len(ids) <= frames <= LONGEST_S * features.RATE_HZ / features.HOP:
        return None
    return Example(record.n, record.text, ids, speakers[record.speaker or ""], wav, measured, frames)


def _symbols(record: Record, config: VoiceConfig) -> str:
    """How the text of ``record`` is read in this training."""
    drawn = random.Random(f"{config.seed} {record.n}").random()
    return (read_as_espeak if drawn < config.espeak_share else read)(record.text)


def statistics_of(examples: Sequence[Example]) -> Statistics:
    """What is usual in ``examples``, by some hundreds of them."""
    if not examples:
        return Statistics((0.0, 1.0), (0.0, 1.0), (0.0, 1.0))
    some = examples[:: max(1, len(examples) // _COUNTED)]
    rows = np.concatenate([np.load(example.measured) for example in some])
    pitch = rows[:, features.PITCH]
    columns = (rows[:, : features.MELS], pitch[pitch > 0], rows[:, features.ENERGY])
    return Statistics(
        *((float(c.mean()), max(float(c.std()), 1e-3)) if c.size else (0.0, 1.0) for c in columns)
    )


def collate(examples: Sequence[Example]) -> dict[str, Tensor]:
    """A batch: `ids` [B, N], `symbols`, `frames`, `sid` [B], `measured` [B, T, MELS + 2], `audio` [B, T, HOP]."""
    symbols = torch.tensor([len(example.ids) for example in examples])
    frames = torch.tensor([example.frames for example in examples])
    count, length = int(symbols.max()), max(int(frames.max()), SEGMENT)
    ids = torch.zeros(len(examples), count, dtype=torch.int64)
    measured = torch.zeros(len(examples), length, features.MELS + 2)
    measured[:, :, : features.MELS] = _SILENT
    measured[:, :, features.ENERGY] = _SILENT
    audio = torch.zeros(len(examples), length, features.HOP)
    for row, example in enumerate(examples):
        ids[row, : len(example.ids)] = torch.tensor(example.ids)
        measured[row, : example.frames] = torch.from_numpy(np.load(example.measured))
        samples = soundfile.read(example.wav, frames=example.frames * features.HOP, dtype="float32")[0]
        audio[row, : example.frames] = torch.from_numpy(samples).reshape(-1, features.HOP)
    sid = torch.tensor([example.speaker for example in examples])
    return {
        "ids": ids, "symbols": symbols, "frames": frames, "sid": sid, "measured": measured, "audio": audio,
        "count": torch.tensor(len(examples)),
    }  # fmt: skip
