"""What a judge learns from: the recordings of a dataset, never the sentences that voices are judged with."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn.utils.rnn import pad_sequence

from bazgoo.audio.spectrogram import MelShape, log_mel
from bazgoo.datasets import Dataset, Record
from bazgoo.datasets.audio import made_comparable, samples
from bazgoo.datasets.holding_out import held_out
from bazgoo.phonemes.sounds import SOUNDS, sounds_of
from bazgoo.training.judge.network import STRIDE

SHAPE = MelShape()
_LONGEST_S = 15.0
_NUMBERS = {sound: number for number, sound in enumerate(SOUNDS, 1)}


@dataclass(frozen=True, slots=True)
class Clip:
    """A recording and the sounds in it."""

    mels: Tensor
    """Log-mels without the mean of each band, [frames, mels]."""
    sounds: Tensor
    """Numbers from 1 in ``SOUNDS``, [sounds]."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Clips side by side, zeros behind the shorter ones."""

    mels: Tensor
    """[batch, frames, mels]"""
    frames: Tensor
    """[batch]"""
    sounds: Tensor
    """[batch, sounds]"""
    counts: Tensor
    """[batch]"""


def learnt(dataset: Dataset) -> Iterator[Record]:
    """The records to learn from: all but those held out and those that say the same as one of them."""
    unheard = {sounds_of(record.text) for record in held_out(dataset)}
    for record in dataset.all(excluded=False):
        short = record.duration_s is None or record.duration_s <= _LONGEST_S
        if record.file and short and sounds_of(record.text) not in unheard:
            yield record


def clip(dataset: Dataset, record: Record) -> Clip | None:
    """The recording of ``record``; None where its text has more sounds than it has room for."""
    original = dataset.original(record)
    assert original
    ready = made_comparable(*samples(original), SHAPE.sample_rate_hz)
    mels = torch.from_numpy(log_mel(ready, SHAPE))
    sounds = torch.tensor([_NUMBERS[sound] for sound in sounds_of(record.text)])
    # CTC puts a blank between equal ones.
    twice = int((sounds[1:] == sounds[:-1]).sum()) if len(sounds) else 0
    if not len(sounds) or len(mels) // STRIDE < len(sounds) + twice:
        return None
    return Clip(mels - mels.mean(0), sounds)


def batch(clips: Sequence[Clip]) -> Batch:
    """``clips`` side by side."""
    return Batch(
        pad_sequence([clip.mels for clip in clips], batch_first=True),
        torch.tensor([len(clip.mels) for clip in clips]),
        pad_sequence([clip.sounds for clip in clips], batch_first=True),
        torch.tensor([len(clip.sounds) for clip in clips]),
    )
