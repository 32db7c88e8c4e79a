"""What is to be known before a training begins: what forbids it, what to mind, what it will take."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bazgoo.datasets import Dataset
from bazgoo.errors import TorchMissing, TrainingRefused, in_persian_digits
from bazgoo.training import recipes
from bazgoo.training.config import Config, RecipeName
from bazgoo.training.machine import Machine

__all__ = ["Finding", "Machine", "Needs", "examine", "refuse"]

_LONG_S = 24 * 3600
_SPARE_DISK_MB = 200
AROUND_S = 6.0
"""Until torch is loaded, and until the model is made; measured on a core that did nothing else."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that forbids a training or is to be minded."""

    code: str
    fa: str
    en: str
    """Whole sentences: what is wrong and what to do."""


@dataclass(frozen=True, slots=True)
class Needs:
    """What a training will take, and what stands in its way."""

    refusals: tuple[Finding, ...]
    warnings: tuple[Finding, ...]
    records: int
    """Examples that it would learn from and validate with."""
    duration_s: float
    """Of their audio."""
    steps: int
    seconds: float
    """How long it would take on this machine, about."""
    memory_mb: int
    """Of the GPU where it runs on one."""
    disk_mb: int
    parameters: int
    """Numbers that learn."""


NOTHING = Needs((), (), 0, 0.0, 0, 0.0, 0, 0, 0)


def examine(dataset: Dataset, recipe: RecipeName, config: Config, machine: Machine) -> Needs:
    """The findings of the recipe, and what holds for all of them."""
    first = [*_about_dataset(dataset), *_about_installation(config, machine)]
    needs = NOTHING if not dataset.count(excluded=False) else _asked(dataset, recipe, config, machine)
    refusals = (*first, *needs.refusals, *_about_room(needs, config, machine))
    return replace(
        needs, refusals=refusals, warnings=(*needs.warnings, *_worth_minding(dataset, needs, machine))
    )


def refuse(needs: Needs) -> None:
    """Raise TrainingRefused where there are refusals."""
    if needs.refusals:
        first = needs.refusals[0]
        reasons = [{"code": each.code, "fa": each.fa, "en": each.en} for each in needs.refusals]
        raise TrainingRefused(reason_fa=first.fa, reason_en=first.en, reasons=reasons)


def _asked(dataset: Dataset, recipe: RecipeName, config: Config, machine: Machine) -> Needs:
    needs: Needs = recipes.findings_of(recipe)(dataset, config, machine)
    return replace(needs, seconds=needs.seconds + AROUND_S)


def _about_dataset(dataset: Dataset) -> Iterator[Finding]:
    if not dataset.count():
        yield Finding(
            "dataset_empty",
            "این مجموعه‌داده خالی است. نخست چیزی در آن بگذارید.",
            "The dataset is empty. Put something into it first.",
        )
    elif not dataset.count(excluded=False):
        yield Finding(
            "all_excluded",
            "همهٔ رکوردهای این مجموعه‌داده کنار گذاشته شده‌اند. برخی را برگردانید.",
            "All records of the dataset are excluded. Take some of them in again.",
        )


def _about_installation(config: Config, machine: Machine) -> Iterator[Finding]:
    if not machine.torch:
        yield Finding(TorchMissing.code, TorchMissing.fa, TorchMissing.en)
    if config.device == "cuda" and machine.gpu is None:
        yield Finding(
            "gpu_missing",
            "این دستگاه کارت گرافیک NVIDIA ندارد. «device» را «auto» بگذارید.",
            "This machine has no NVIDIA GPU. Set “device” to “auto”.",
        )


def _about_room(needs: Needs, config: Config, machine: Machine) -> Iterator[Finding]:
    on_gpu = machine.gpu is not None and config.device != "cpu"
    free_mb = machine.gpu_memory_mb if on_gpu else machine.memory_free_mb
    if free_mb is not None and needs.memory_mb > free_mb:
        fa = f"حدود {_fa(needs.memory_mb)} مگابایت حافظه می‌خواهد و {_fa(free_mb)} مگابایت آزاد است."
        en = f"It needs about {needs.memory_mb} MB of memory, and {free_mb} MB are free."
        advice = "اندازهٔ دسته را کمتر کنید یا برنامه‌های دیگر را ببندید."
        yield Finding(
            "memory_short", f"{fa} {advice}", f"{en} Lower the batch size, or close other programs."
        )
    wanted, free_mb = needs.disk_mb + _SPARE_DISK_MB, machine.disk_free_mb
    if wanted > free_mb:
        fa = f"حدود {_fa(wanted)} مگابایت جا روی دیسک می‌خواهد و {_fa(free_mb)} مگابایت آزاد است."
        en = f"It needs about {wanted} MB on the disk, and {free_mb} MB are free."
        yield Finding("disk_short", f"{fa} جا باز کنید.", f"{en} Free some space.")


def _worth_minding(dataset: Dataset, needs: Needs, machine: Machine) -> Iterator[Finding]:
    some = dataset.records(limit=20, excluded=False)
    if dataset.kind == "audio" and some and not any(record.measures for record in some):
        yield Finding(
            "unchecked",
            "این مجموعه‌داده بررسی نشده است. نخست آن را بررسی کنید تا ضبط‌های بد کنار گذاشته شوند.",
            "The dataset has not been checked. Check it first, so that bad recordings can be left out.",
        )
    if needs.seconds > _LONG_S:
        days = round(needs.seconds / _LONG_S, 1)
        where = ("این دستگاه", "this machine") if machine.gpu is None else (machine.gpu, machine.gpu)
        yield Finding(
            "takes_long",
            f"روی {where[0]} حدود {_fa(days)} روز طول می‌کشد؛ در میان آن می‌توان نگهش داشت و ادامه داد.",
            f"It takes about {days} days on {where[1]}; it can be paused and resumed meanwhile.",
        )


def _fa(number: float) -> str:
    return str(in_persian_digits(number))
