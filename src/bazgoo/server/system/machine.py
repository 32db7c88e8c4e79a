"""The machine that the studio runs on: processors, memory, disk, graphics."""

import asyncio
import os
import shutil
import time
from pathlib import Path

import psutil

from bazgoo.server.system.schemas import Cpu, Disk, Gpu, Memory
from bazgoo.settings import Settings

DISK_REMEMBERED_S = 10.0

_NVIDIA_QUERY = ("--query-gpu=name,memory.total,memory.used,utilization.gpu", "--format=csv,noheader,nounits")


class Surveyor:
    """Measures the machine; sizes of folders, which take a walk, are remembered for some seconds."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._disk: Disk | None = None
        self._disk_measured_at = 0.0
        self._measuring = asyncio.Lock()
        psutil.cpu_percent()  # the first call only starts the measurement

    def cpu(self) -> Cpu:
        """How busy the processors have been since the last call."""
        load = os.getloadavg()[0] if hasattr(os, "getloadavg") else None
        return Cpu(cores=psutil.cpu_count() or 1, percent=psutil.cpu_percent(), load_1min=load)

    def memory(self) -> Memory:
        """The memory of the machine and of this process."""
        machine, process = psutil.virtual_memory(), psutil.Process().memory_info()
        return Memory(total_bytes=machine.total, available_bytes=machine.available, process_bytes=process.rss)

    async def disk(self) -> Disk:
        """The disk under the data directory."""
        async with self._measuring:
            if self._disk is None or time.monotonic() - self._disk_measured_at > DISK_REMEMBERED_S:
                self._disk = await asyncio.to_thread(_measure_disk, self._settings.data_dir)
                self._disk_measured_at = time.monotonic()
            return self._disk

    def free_bytes(self) -> int:
        """How much room there is in the data directory, now."""
        return shutil.disk_usage(_nearest(self._settings.data_dir)).free

    async def gpu(self) -> list[Gpu] | None:
        """The NVIDIA cards, or None where there is no driver to ask."""
        command = shutil.which("nvidia-smi")
        if command is None:
            return None
        process = await asyncio.create_subprocess_exec(
            command, *_NVIDIA_QUERY, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL
        )
        try:
            answer, _ = await asyncio.wait_for(process.communicate(), timeout=3)
        except TimeoutError:
            process.kill()
            return None
        return [_read_gpu(line) for line in answer.decode().splitlines() if line.count(",") == 3] or None


def _read_gpu(line: str) -> Gpu:
    name, total_mib, used_mib, percent = (field.strip() for field in line.split(","))
    return Gpu(
        name=name,
        memory_total_bytes=_number(total_mib) * 1024**2,
        memory_used_bytes=_number(used_mib) * 1024**2,
        percent=_number(percent),
    )


def _number(field: str) -> int:
    """A field of nvidia-smi, which writes [N/A] for what a card does not tell."""
    return int(field) if field.isdigit() else 0


def _measure_disk(data_dir: Path) -> Disk:
    usage = shutil.disk_usage(_nearest(data_dir))
    models, datasets, checkpoints, backups = (
        _size(data_dir / name) for name in ("models", "datasets", "checkpoints", "backups")
    )
    return Disk(
        total_bytes=usage.total,
        free_bytes=usage.free,
        models_bytes=models,
        datasets_bytes=datasets,
        checkpoints_bytes=checkpoints,
        backups_bytes=backups,
    )


def _nearest(folder: Path) -> Path:
    """The folder itself, or the nearest one above it that is there."""
    return next(above for above in (folder, *folder.parents) if above.exists())


def _size(folder: Path) -> int:
    """The bytes of all files below ``folder``; what vanishes meanwhile counts nothing."""
    total = 0
    for path, _, names in os.walk(folder):
        for name in names:
            try:
                total += Path(path, name).lstat().st_size
            except OSError:
                continue
    return total
