"""A studio that is on a small disk of its own."""

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.integration.sources.conftest import ask, big, reza, sara, settings, standin, until, worker  # noqa: F401

SMALL = 96
"""Megabytes."""


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A folder on a file system of 96 MB; skipped where we may not make one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SMALL}m", "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("only root may mount a small disk")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


@pytest.fixture
def fill(disk: Path) -> Callable[[int], Path]:
    """Fills the disk until so many bytes are free; the file that does it is to be deleted."""

    def fill(free_bytes: int) -> Path:
        import os
        import shutil

        filler = disk / "filler"
        with filler.open("wb") as file:
            os.posix_fallocate(file.fileno(), 0, shutil.disk_usage(disk).free - free_bytes)
        return filler

    return fill
