"""What is to be known before VITS is taught: that a GPU is there, what to begin from, what it will take."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

from bazgoo.datasets import Dataset
from bazgoo.training.config import Config, VitsConfig, VoiceConfig
from bazgoo.training.doctor import Finding, Machine, Needs
from bazgoo.training.voice import doctor as recordings

GENERATOR, DISCRIMINATORS = 23_663_792, 41_386_672
"""Numbers that learn, with one speaker."""

ON_A_CPU = Finding(
    "gpu_needed",
    "این شبکه روی پردازنده آموخته نمی‌شود: هر گام با دستهٔ چهارتایی هفت و نیم تا ده ثانیه از پردازنده می‌گیرد "
    "و صدها هزار گام لازم است. دستور «voice» را برگزینید که روی همین دستگاه در چند دقیقه به سخن می‌آید.",
    "This network is not learnt on a CPU: a step takes 7.5 to 10 CPU seconds at a batch size of 4, "
    "and hundreds of thousands are needed. Choose the recipe “voice”, which speaks after minutes on this very machine.",
)
_WEIGHTS_MB = 3 * 1024
"""Weights, gradients, moments and averages of both networks, and what the GPU's libraries take."""
_EXAMPLE_MB, _SECOND_MB = 320, 32
"""What is kept of a recording until its gradient is known, and more for each second; counted with torch 2.13."""
_STEP_S, _EXAMPLE_S = 0.1, 0.006
"""A step on a large GPU and each example in it, about."""
_CHECKPOINTS_MB = 3 * 900
"""The best, the last and one that is being written."""
_FEWEST_STEPS = 50_000
"""Steps that a voice needs at least, where it begins from nothing."""


def findings(dataset: Dataset, config: Config, machine: Machine) -> Needs:
    """As for the recipe ``voice`` where recordings are concerned; nothing is heard or measured."""
    config = cast("VitsConfig", config)
    found = recordings.findings(dataset, _as_voice(config), machine)
    mean_s = found.duration_s / max(1, found.records)
    on_gpu = machine.gpu is not None and config.device != "cpu"
    return replace(
        found,
        refusals=(*found.refusals, *_refusals(config, on_gpu=on_gpu)),
        warnings=(*found.warnings, *_warnings(config, found.steps)),
        seconds=found.steps
        * (_STEP_S + _EXAMPLE_S * config.batch_size if on_gpu else 2.5 * config.batch_size),
        memory_mb=_WEIGHTS_MB + round(config.batch_size * (_EXAMPLE_MB + _SECOND_MB * mean_s)),
        disk_mb=_CHECKPOINTS_MB + round(found.duration_s * 44_100 / 2**20),
        parameters=GENERATOR + DISCRIMINATORS,
    )


def _as_voice(config: VitsConfig) -> VoiceConfig:
    """What both recipes are told alike."""
    shared = {name: getattr(config, name) for name in Config.model_fields}
    return VoiceConfig(**shared)


def _refusals(config: VitsConfig, *, on_gpu: bool) -> Iterator[Finding]:
    if not on_gpu:
        yield ON_A_CPU
    if config.base_checkpoint and not Path(config.base_checkpoint).is_file():
        yield Finding(
            "base_checkpoint_missing",
            "نقطهٔ بازیابی پایپر که آموزش باید از آن آغاز شود پیدا نشد. "
            "آن را بیاورید یا «base_checkpoint» را خالی بگذارید.",
            "The checkpoint of Piper that the training is to begin from was not found. "
            "Fetch it, or leave “base_checkpoint” empty.",
        )


def _warnings(config: VitsConfig, steps: int) -> Iterator[Finding]:
    if not config.base_checkpoint and steps < _FEWEST_STEPS:
        yield Finding(
            "begins_from_nothing",
            "بی نقطهٔ بازیابی پایپر، این شبکه ده‌ها هزار گام لازم دارد تا فهمیده شود. "
            "«base_checkpoint» را برگزینید.",
            "Without a checkpoint of Piper this network needs tens of thousands of steps to be understood. "
            "Choose a “base_checkpoint”.",
        )
