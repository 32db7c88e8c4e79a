"""A small dataset of Persian speech made on the spot, and a voice that has hardly begun."""

from pathlib import Path

import soundfile
import torch

from bazgoo.datasets import Dataset
from bazgoo.phonemes import espeak_ng
from bazgoo.training.run import Asked, Run
from bazgoo.training.voice.task import VoiceTask, open_task

SENTENCES = (
    "کشتی آرام از کنار ساحل گذشت.",
    "ژاله برای دوستانش دست تکان داد.",
    "امروز هوا خیلی خوب است.",
    "فردا به خانهٔ شما می‌آییم.",
    "کتاب را روی میز گذاشتم.",
    "پرنده‌ها در باغ می‌خوانند.",
)


def make_dataset(folder: Path, speakers: tuple[str | None, ...] = (None,)) -> Dataset:
    """Every sentence by each of ``speakers``."""
    dataset = Dataset.create(folder / "dataset", "آزمایش", "audio")
    for number, speaker in enumerate(speakers):
        for text in SENTENCES:
            samples = espeak_ng.synthesize(text, ("", "f2")[number % 2])
            file = folder / "said.wav"
            soundfile.write(file, samples, espeak_ng.SAMPLE_RATE_HZ)
            seconds = len(samples) / espeak_ng.SAMPLE_RATE_HZ
            rate = espeak_ng.SAMPLE_RATE_HZ
            dataset.add(text, speaker=speaker, file=file, move=True, duration_s=seconds, sample_rate=rate)
    return dataset


def make_task(dataset: Dataset, device: object = None, **config: object) -> VoiceTask:
    """Its voice, with weights that are always the same."""
    torch.manual_seed(1)
    asked = Asked("voice", "صدای من", str(dataset.folder), {"validation_split": 0.2, **config})
    return open_task(asked, dataset, Run(dataset.folder), device or torch.device("cpu"))


def teach(task: VoiceTask, steps: int) -> list[float]:
    """A few steps of each objective; what they came to."""
    learning, _ = task.examples()
    optimizer = torch.optim.AdamW(task.networks.parameters(), 2e-3)
    totals = []
    for step in range(steps):
        torch.manual_seed(step)
        batch = task.collate(learning[:4])
        losses = [objective.loss(batch, step).total for objective in task.objectives]
        optimizer.zero_grad()
        sum(losses).backward()
        torch.nn.utils.clip_grad_norm_(task.networks.parameters(), 1.0)
        optimizer.step()
        totals.append(float(sum(losses).detach()))
    task.networks.eval()
    return totals
