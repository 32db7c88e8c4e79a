"""How many trainings may run at once, and which GPU each of them has."""

import os
import shutil
import subprocess
from functools import cache

from bazgoo.settings import Settings

ANSWERS_WITHIN_S = 10.0


@cache
def gpus() -> tuple[str, ...]:
    """The NVIDIA GPUs of this machine that may be used, as `CUDA_VISIBLE_DEVICES` names them."""
    given = os.environ.get("CUDA_VISIBLE_DEVICES")
    if given is not None:
        return tuple(part.strip() for part in given.split(",") if part.strip() not in ("", "-1"))
    command = shutil.which("nvidia-smi")
    if command is None:
        return ()
    try:
        told = subprocess.run(  # noqa: S603 - the command is our own
            [command, "--list-gpus"], capture_output=True, text=True, timeout=ANSWERS_WITHIN_S, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return ()
    lines = [line for line in told.stdout.splitlines() if line.startswith("GPU ")]
    return tuple(str(number) for number in range(len(lines)))


def most_at_once(settings: Settings) -> int:
    """Trainings at once of all people together: as the settings say, else one a GPU, else one."""
    return settings.max_trainings or max(1, len(gpus()))


def environment(slot: int | None) -> dict[str, str]:
    """What tells the trainer in a place which of several GPUs is its own."""
    several = gpus()
    if slot is None or len(several) < 2:
        return {}
    return {"CUDA_VISIBLE_DEVICES": several[slot % len(several)]}
