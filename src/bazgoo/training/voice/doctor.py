"""What is to be known before a voice is taught: what forbids it, what to mind, what it will take."""

import math
from collections.abc import Iterator, Sequence
from typing import cast

from bazgoo.datasets import Dataset, Record
from bazgoo.errors import in_persian_digits
from bazgoo.training.config import Config, VoiceConfig
from bazgoo.training.doctor import Finding, Machine, Needs
from bazgoo.training.voice.sizes import SIZES, Size
from bazgoo.training.voice.symbols import IDS, read, strangers

SHORTEST_S, LONGEST_S = 0.4, 20.0
"""Recordings that can be used; longer ones would ask for too much memory at once."""
FEWEST, LEAST_S = 8, 30.0
"""Recordings and seconds below which nothing can be learnt."""
LITTLE_S = 300.0
"""Seconds below which a voice is hardly understood."""
_READ = 200
"""Texts that are read to see whether all of them can be said."""

_TORCH_MB, _STEP_S, _MULTIPLICATIONS_PER_S = 450, 0.08, 32e9
"""Memory whatever is taught, a step whatever it does, what a core multiplies; measured, torch 2.13 on AVX-512."""
_GPU_STEP_S, _GPU_MULTIPLICATIONS_PER_S = 0.04, 5e12
_MEASURED_PER_S = 60
"""Seconds of recordings that a core prepares and measures in a second."""
_SYMBOLS_PER_S = 20
_FRAMES_PER_S = 22_050 / 256
_STATES = 4 * 3
"""Weights, their mean and both moments, in checkpoints: the best, the last and one that is being written."""


def findings(dataset: Dataset, config: Config, machine: Machine) -> Needs:
    """Looks at texts, lengths and sizes; nothing is heard or measured."""
    config = cast("VoiceConfig", config)
    records = list(dataset.all(excluded=False))
    usable = [record for record in records if _usable(record)]
    duration_s = sum(record.duration_s or 0.0 for record in usable)
    size, learns = SIZES[config.size], _parameters(SIZES[config.size], len({one.speaker for one in usable}))
    learning = max(1, round(len(usable) * (1 - config.validation_split)))
    steps = math.ceil(learning / config.batch_size) * config.epochs
    steps = min(steps, config.max_steps or steps)
    longest_s = max((record.duration_s or 0.0 for record in usable), default=0.0)
    return Needs(
        refusals=tuple(_refusals(dataset, usable, duration_s)),
        warnings=tuple(_warnings(records, usable, duration_s, config, machine)),
        records=len(usable),
        duration_s=duration_s,
        steps=steps,
        seconds=steps * _step_s(size, config, duration_s / max(1, len(usable)), machine)
        + duration_s / _MEASURED_PER_S / max(1, min(machine.cpus, 2)),
        memory_mb=_TORCH_MB + _mb(learns * 5) + _mb(config.batch_size * _numbers(size, longest_s)),
        disk_mb=20
        + _mb(learns * _STATES)
        + math.ceil(duration_s * (44_100 + _FRAMES_PER_S * 328) / (1 << 20)),
        parameters=learns,
    )


def _usable(record: Record) -> bool:
    known = record.duration_s is not None and SHORTEST_S <= record.duration_s <= LONGEST_S
    return bool(record.text.strip() and record.file) and known and "unreadable" not in record.problems


def _refusals(dataset: Dataset, usable: Sequence[Record], duration_s: float) -> Iterator[Finding]:
    if dataset.kind != "audio":
        yield Finding(
            "no_recordings",
            "این مجموعه‌داده صدا ندارد. برای آموختن صدا، ضبط‌هایی با متن آن‌ها لازم است.",
            "This dataset holds no recordings. A voice is learnt from recordings and what is said in them.",
        )
    elif len(usable) < FEWEST or duration_s < LEAST_S:
        yield Finding(
            "too_little_speech",
            f"تنها {in_persian_digits(len(usable))} ضبط به‌دردخور ({in_persian_digits(round(duration_s))} ثانیه) هست. "
            "دست‌کم پنج دقیقه، و بهتر بیست دقیقه، با متن درست بیفزایید.",
            f"There are only {len(usable)} usable recordings ({round(duration_s)} s). "
            "Add five minutes or more, better twenty, with what is said in them.",
        )


def _warnings(
    records: Sequence[Record],
    usable: Sequence[Record],
    duration_s: float,
    config: VoiceConfig,
    machine: Machine,
) -> Iterator[Finding]:
    if duration_s < LITTLE_S:
        yield Finding(
            "little_speech",
            f"{in_persian_digits(round(duration_s / 60, 1))} دقیقه ضبط برای صدایی فهمیدنی کم است. "
            "بیست دقیقه یا بیشتر بهتر است.",
            f"{duration_s / 60:.1f} minutes are little for a voice that is understood. Twenty or more are better.",
        )
    yield from _left_out(records)
    odd = sorted({symbol for record in usable[:_READ] for symbol in strangers(read(record.text))})
    if odd:
        yield Finding(
            "strange_symbols",
            f"این نشانه‌ها در متن‌ها خوانده نمی‌شوند: {' '.join(odd)}. متن‌ها را اصلاح کنید.",
            f"These symbols in the texts cannot be read: {' '.join(odd)}. Correct the texts.",
        )
    on_gpu = machine.gpu is not None and config.device != "cpu"
    if config.size == "base" and not on_gpu:
        yield Finding(
            "base_without_gpu",
            "اندازهٔ «base» بدون کارت گرافیک بسیار کند آموخته می‌شود. «tiny» را برگزینید.",
            "Size “base” is learnt very slowly without a GPU. Choose “tiny”.",
        )
    if config.adversarial_from is not None and not on_gpu:
        yield Finding(
            "critic_without_gpu",
            "بدون کارت گرافیک، بخش «adversarial_from» کنار گذاشته می‌شود.",
            "Without a GPU, “adversarial_from” is left aside.",
        )


def _left_out(records: Sequence[Record]) -> Iterator[Finding]:
    """Recordings that nothing is learnt from, by the reason."""
    silent = sum(not record.text.strip() for record in records)
    short = sum(record.duration_s is not None and record.duration_s < SHORTEST_S for record in records)
    long = sum(record.duration_s is not None and record.duration_s > LONGEST_S for record in records)
    broken = sum("unreadable" in record.problems or not record.file for record in records)
    for count, code, fa, en in (
        (silent, "without_transcript", "متن ندارد", "have no transcript"),
        (short, "too_short", "کوتاه‌تر از چهار دهم ثانیه است", "are shorter than 0.4 s"),
        (long, "too_long", "بلندتر از بیست ثانیه است", "are longer than 20 s"),
        (broken, "unreadable", "خوانده نمی‌شود", "cannot be read"),
    ):
        if count:
            yield Finding(
                code,
                f"{in_persian_digits(count)} ضبط {fa} و کنار گذاشته می‌شود.",
                f"{count} recordings {en}; they are left out.",
            )


def _step_s(size: Size, config: VoiceConfig, mean_s: float, machine: Machine) -> float:
    """Three multiplications for every one of the networks: one forwards, two backwards."""
    work = 3 * config.batch_size * _multiplications(size, mean_s)
    if machine.gpu is not None and config.device != "cpu":
        return _GPU_STEP_S + work / _GPU_MULTIPLICATIONS_PER_S
    return _STEP_S + work / (_MULTIPLICATIONS_PER_S * (1 + 0.8 * (min(machine.cpus, 8) - 1)))


def _multiplications(size: Size, mean_s: float) -> float:
    """Of an example in a step: its symbols are read, a segment is drawn, a part of that is heard."""
    reader, drawer, vocoder = _by_frame(size)
    return mean_s * _SYMBOLS_PER_S * reader + 128 * drawer + 64 * vocoder


def _by_frame(size: Size) -> tuple[int, int, int]:
    """Weights that each symbol and each frame goes through."""
    reader = (
        size.reader_blocks * 4 * size.reader**2 + size.attentions * 4 * size.reader**2 + 12 * size.reader**2
    )
    drawer = size.drawer_blocks * 4 * size.drawer**2 + size.reader * size.drawer + 80 * size.drawer
    return reader, drawer, size.vocoder_blocks * 6 * size.vocoder**2 + (1539 + 574) * size.vocoder


def _parameters(size: Size, speakers: int) -> int:
    """Close to the true number; biases and norms are few."""
    return sum(_by_frame(size)) + len(IDS) * size.reader + (speakers * size.reader if speakers > 1 else 0)


def _numbers(size: Size, longest_s: float) -> int:
    """Numbers that are kept of an example until its gradient is known."""
    layers = 128 * size.drawer_blocks * 8 * size.drawer + 64 * size.vocoder_blocks * 10 * size.vocoder
    symbols = longest_s * _SYMBOLS_PER_S * size.reader * (8 * size.reader_blocks + 8)
    whole = longest_s * _FRAMES_PER_S * (256 + 6 * 80 + 3 * longest_s * _SYMBOLS_PER_S)
    return int(layers + symbols + whole)


def _mb(numbers: int) -> int:
    return math.ceil(numbers * 4 / (1 << 20))
