"""Teach a judge: gradient descent on CTC (Graves et al., 2006) with parts of the spectrogram hidden (SpecAugment).

A loop of its own: some minutes from beginning to end, with nothing to score, to keep or to come back to.
"""

import time
from collections.abc import Callable, Iterator, Sequence

import torch
from torch import Tensor
from torch.nn import functional
from torch.optim.lr_scheduler import OneCycleLR

from bazgoo.events import Emit, TrainingProgressed, ignore
from bazgoo.phonemes.sounds import SOUNDS
from bazgoo.training.judge.clips import SHAPE, Batch, Clip, batch
from bazgoo.training.judge.network import Recogniser, answers

STEPS, BATCH_SIZE, LEARNING_RATE = 1000, 16, 3e-3
_HIDDEN_BANDS, _HIDDEN_FRAMES = 12, 12
_TELL_EVERY_S = 0.5


def teach(clips: Sequence[Clip], steps: int = STEPS, seed: int = 1, emit: Emit = ignore) -> Recogniser:
    """A recogniser taught with ``clips`` for so many steps; equal seeds give equal weights on one machine."""
    torch.manual_seed(seed)
    network = Recogniser(SHAPE.mels, len(SOUNDS))
    optimizer = torch.optim.AdamW(network.parameters(), lr=LEARNING_RATE, weight_decay=0.01)
    schedule = OneCycleLR(optimizer, LEARNING_RATE, total_steps=steps, pct_start=0.1)
    tell = _teller(steps, emit)
    for step, chosen in zip(range(1, steps + 1), _batches(clips), strict=False):
        loss = _loss(network, _with_parts_hidden(chosen))
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        tell(step, step * BATCH_SIZE / len(clips), loss)
    return network.eval()


def _batches(clips: Sequence[Clip]) -> Iterator[Batch]:
    """Every clip once in each round, in an order of its own."""
    waiting: list[int] = []
    while True:
        while len(waiting) < BATCH_SIZE:
            waiting += torch.randperm(len(clips)).tolist()
        chosen, waiting = waiting[:BATCH_SIZE], waiting[BATCH_SIZE:]
        yield batch([clips[number] for number in chosen])


def _loss(network: Recogniser, given: Batch) -> Tensor:
    told = network.tell(given.mels, given.frames).transpose(0, 1)
    lengths = answers(given.frames), given.counts
    return functional.ctc_loss(told, given.sounds, *lengths, zero_infinity=True)


def _with_parts_hidden(given: Batch) -> Batch:
    """With two stretches of bands and two of time blank in each clip (Park et al., 2019)."""
    mels = given.mels.clone()
    for _ in range(2):
        mels.masked_fill_(_stretch(len(mels), mels.shape[2], _HIDDEN_BANDS)[:, None, :], 0)
        mels.masked_fill_(_stretch(len(mels), mels.shape[1], _HIDDEN_FRAMES)[:, :, None], 0)
    return Batch(mels, given.frames, given.sounds, given.counts)


def _stretch(rows: int, length: int, most: int) -> Tensor:
    """In each row a run of up to ``most`` places at random, [rows, length]."""
    start, width = torch.rand(2, rows, 1)
    places, begin = torch.arange(length), (start * length).long()
    return (places >= begin) & (places < begin + (width * (most + 1)).long())


def _teller(steps: int, emit: Emit) -> Callable[[int, float, Tensor], None]:
    """Tells how far it is, twice a second and in the end; ``rounds`` is how often every clip was heard."""
    began = told = time.monotonic()

    def tell(step: int, rounds: float, loss: Tensor) -> None:
        nonlocal told
        now = time.monotonic()
        if now - told < _TELL_EVERY_S and step < steps:
            return
        told, pace = now, step / max(now - began, 1e-9)
        metrics = {"loss": float(loss.detach()), "steps_per_s": pace}
        epoch, epochs = int(rounds) + 1, int(rounds * steps / step) + 1
        emit(TrainingProgressed(epoch, epochs, step, 100 * step / steps, metrics, (steps - step) / pace))

    return tell
