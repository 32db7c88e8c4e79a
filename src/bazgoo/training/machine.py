"""The machine that a training would run on, found out without torch."""

import importlib.util
import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from subprocess import DEVNULL, SubprocessError, check_output
from typing import Self

import psutil

_NVIDIA_QUERY = ("--query-gpu=name,memory.free", "--format=csv,noheader,nounits")
_LIMITS = Path("/sys/fs/cgroup")


@dataclass(frozen=True, slots=True)
class Machine:
    """What it has to spare."""

    cpus: int
    memory_free_mb: int
    disk_free_mb: int
    gpu: str | None
    """The name of its first NVIDIA GPU."""
    gpu_memory_mb: int | None
    """Free memory of that."""
    torch: bool
    """Training is installed."""

    @classmethod
    def here(cls, folder: Path) -> Self:
        """This machine; its disk is the one under ``folder``, which need not exist yet."""
        there = next(each for each in (folder, *folder.absolute().parents) if each.exists())
        gpu, gpu_memory_mb = _gpu()
        return cls(
            cpus=_cpus(),
            memory_free_mb=_memory_free() // 1_000_000,
            disk_free_mb=shutil.disk_usage(there).free // 1_000_000,
            gpu=gpu,
            gpu_memory_mb=gpu_memory_mb,
            torch=is_installed(),
        )


def is_installed() -> bool:
    """Whether all that training needs is here."""
    return all(importlib.util.find_spec(name) for name in ("torch", "onnx", "tensorboardX"))


def _cpus() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _memory_free() -> int:
    """Bytes; of a container what its limit leaves."""
    free = int(psutil.virtual_memory().available)
    try:
        limit, used = ((_LIMITS / name).read_text("utf-8") for name in ("memory.max", "memory.current"))
        return min(free, int(limit) - int(used))
    except (OSError, ValueError):
        return free


def _gpu() -> tuple[str | None, int | None]:
    command = shutil.which("nvidia-smi")
    if command is None:
        return None, None
    try:
        said = check_output([command, *_NVIDIA_QUERY], stderr=DEVNULL, text=True, timeout=5)  # noqa: S603 - our own words
        name, _, memory_mib = said.splitlines()[0].rpartition(",")
    except (OSError, SubprocessError, IndexError):
        return None, None
    digits = memory_mib.strip()
    return name.strip() or None, int(digits) * 1024**2 // 1_000_000 if digits.isdigit() else None
