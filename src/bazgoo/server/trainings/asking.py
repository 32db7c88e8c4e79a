"""A training asked for: examined first, then put in the queue."""

import asyncio
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from bazgoo.errors import (
    DatasetBusy,
    DatasetNotFound,
    Language,
    TooManyTrainings,
    TorchMissing,
    TrainingRefused,
)
from bazgoo.server.accounts.identity import Caller
from bazgoo.server.database import Database
from bazgoo.server.datasets.holding import Holding
from bazgoo.server.datasets.tables import DatasetRow
from bazgoo.server.quotas import service as quotas
from bazgoo.server.trainings import repository
from bazgoo.server.trainings.graphics import most_at_once
from bazgoo.server.trainings.recipes import look_around
from bazgoo.server.trainings.schemas import Needed, NewTraining, Told
from bazgoo.server.trainings.starting import here
from bazgoo.server.trainings.tables import TrainingJob
from bazgoo.server.trainings.telling import tell
from bazgoo.settings import Settings
from bazgoo.training.config import Config, read_config

if TYPE_CHECKING:
    from bazgoo.datasets import Dataset
    from bazgoo.training.doctor import Finding, Machine, Needs


async def check(
    database: Database, settings: Settings, caller: Caller, wanted: NewTraining, language: Language
) -> Needed:
    """What ``wanted`` takes, and whether it can be; raises TrainingConfigInvalid, DatasetNotFound, DatasetBusy."""
    machine = await asyncio.to_thread(look_around, settings)
    needs, _ = await _examine(database, settings, caller, wanted, machine)
    measured = ("records", "duration_s", "steps", "seconds", "memory_mb", "disk_mb", "parameters")
    return Needed(
        ok=not needs.refusals,
        refusals=[Told.found(finding, language) for finding in needs.refusals],
        warnings=[Told.found(finding, language) for finding in needs.warnings],
        **{name: getattr(needs, name) for name in measured},
    )


async def ask(database: Database, settings: Settings, caller: Caller, wanted: NewTraining) -> TrainingJob:
    """Put ``wanted`` in the queue; raises what ``check`` does, and more.

    That is TorchMissing, TrainingRefused, TooManyTrainings, QuotaExceeded.
    """
    machine = await asyncio.to_thread(look_around, settings)
    if not machine.torch:
        raise TorchMissing
    needs, version = await _examine(database, settings, caller, wanted, machine)
    if needs.refusals:
        raise _refused(needs.refusals)
    most = await asyncio.to_thread(most_at_once, settings)
    async with database.session() as session:
        dataset = await _free_dataset(session, settings, caller, wanted.dataset_id, needs.disk_mb)
        name = await repository.free_name(session, wanted.name or dataset.name)
        job = _job(caller, wanted, name, dataset, version)
        session.add(job)
        await session.flush()
        await tell(session, job)
        await repository.hand_out(session, most)
    return job


async def _free_dataset(
    session: AsyncSession, settings: Settings, caller: Caller, dataset_id: UUID, disk_mb: float
) -> DatasetRow:
    """The dataset, which cannot go before the training is in the queue; raises TooManyTrainings, QuotaExceeded."""
    await repository.lock_queue(session)
    most = (await quotas.allowed(session, settings, caller.user.id)).trainings
    if most is not None and await repository.count_unfinished(session, caller.user.id) >= most:
        raise TooManyTrainings(limit=most)
    await quotas.check_disk(session, settings, caller.user.id, disk_mb * quotas.MEGABYTE)
    dataset = await repository.find_dataset(session, caller.user.id, dataset_id)
    if dataset is None:
        raise DatasetNotFound
    return dataset


def _job(caller: Caller, wanted: NewTraining, name: str, dataset: DatasetRow, version: str) -> TrainingJob:
    told = {name: dataset.details.get(name) for name in ("license", "consent")}
    return TrainingJob(
        user_id=caller.user.id,
        recipe=wanted.recipe,
        name=name,
        dataset_id=dataset.id,
        dataset_name=dataset.name,
        config=read(wanted).model_dump(mode="json"),
        lineage={"author": caller.user.username, "dataset_name": dataset.name, "dataset_version": version}
        | {name: value for name, value in told.items() if value},
        metrics={},
        work={"do": "train"},
    )


def read(wanted: NewTraining) -> Config:
    """The config that is asked for; raises TrainingConfigInvalid, which names every field that is wrong."""
    config = dict(wanted.config)
    if wanted.model_id is not None:
        config.setdefault("base_checkpoint", str(wanted.model_id))
    return read_config(wanted.recipe, config)


async def _examine(
    database: Database,
    settings: Settings,
    caller: Caller,
    wanted: NewTraining,
    machine: "Machine",
) -> "tuple[Needs, str]":
    """What the doctor says, and the version of the dataset that was examined."""
    config = read(wanted)
    local = type(config).model_validate(here(settings, config.model_dump()))
    holding = Holding(database, settings, caller.user.id, wanted.dataset_id)
    if (await holding.row()).status == "checking":
        raise DatasetBusy

    def look(dataset: "Dataset") -> "tuple[Needs, str]":
        from bazgoo.training.doctor import examine  # noqa: PLC0415 - a start teaches nothing

        return examine(dataset, wanted.recipe, local, machine), dataset.version()

    return await holding.look(look)


def _refused(refusals: "tuple[Finding, ...]") -> TrainingRefused:
    reasons: list[dict[str, Any]] = [{"code": each.code, "fa": each.fa, "en": each.en} for each in refusals]
    return TrainingRefused(reason_fa=refusals[0].fa, reason_en=refusals[0].en, reasons=reasons)
