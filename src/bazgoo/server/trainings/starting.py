"""What a training asks of its recipe, with what lies on this machine."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from uuid import UUID

from bazgoo.errors import DatasetNotFound, TrainingConfigInvalid
from bazgoo.server.trainings.tables import TrainingJob
from bazgoo.settings import Settings
from bazgoo.training.run import Asked


def asked_of(settings: Settings, job: TrainingJob) -> Asked:
    """The words in which ``job`` is asked for; raises DatasetNotFound, TrainingConfigInvalid."""
    if job.dataset_id is None:
        raise DatasetNotFound
    return Asked(
        recipe=job.recipe,
        name=job.name,
        dataset=str(settings.datasets_dir / str(job.dataset_id)),
        config=here(settings, job.config),
        lineage=job.lineage,
    )


def here(settings: Settings, config: Mapping[str, Any]) -> dict[str, Any]:
    """``config`` with the checkpoint to start from as a file of this machine; raises TrainingConfigInvalid.

    Only what is installed may be named: a path from outside could lead anywhere.
    """
    base = config.get("base_checkpoint")
    return {**config} | ({"base_checkpoint": str(_checkpoint(settings, base))} if base else {})


def _checkpoint(settings: Settings, model_id: str) -> Path:
    try:
        folder = settings.models_dir / str(UUID(model_id))
    except ValueError:
        folder = None
    found = sorted(folder.rglob("*.ckpt")) if folder else []
    if not found:
        raise TrainingConfigInvalid(
            recipe="vits",
            field="base_checkpoint",
            reason_fa="مدل نصب‌شده‌ای با این شناسه که پروندهٔ ‎.ckpt داشته باشد نیست.",
            reason_en="no installed model with a .ckpt file has this id.",
        )
    return found[0]
