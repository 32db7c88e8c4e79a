"""Putting together how the installation is doing."""

import platform
import time
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version

from fastapi import FastAPI
from sqlalchemy import QueuePool

from bazgoo import __version__
from bazgoo.server.accounts.identity import Caller
from bazgoo.server.database import Database
from bazgoo.server.quotas import service as quotas
from bazgoo.server.system import repository
from bazgoo.server.system.machine import Surveyor
from bazgoo.server.system.schemas import MachineStatus, Pool, Queue, SystemStatus

STANDS_ON = ("fastapi", "numpy", "onnxruntime", "procrastinate", "soundfile", "sqlalchemy", "uvicorn")


class Watch:
    """Since when the studio runs, and what it runs on."""

    def __init__(self, surveyor: Surveyor) -> None:
        self.surveyor = surveyor
        self.started_at = datetime.now(UTC)
        self._started = time.monotonic()

    @property
    def uptime_s(self) -> float:
        """Seconds since the start."""
        return round(time.monotonic() - self._started, 1)


async def describe_system(app: FastAPI, caller: Caller) -> SystemStatus:
    """How the installation is doing: to a person what is theirs, to an admin the whole machine."""
    watch: Watch = app.state.watch
    database: Database = app.state.database
    async with database.session() as session:
        quota = await quotas.read(session, app.state.settings, caller.user.id)
        own = await repository.read_own(session, caller.user.id, quota)
        postgresql = await repository.postgres_version(session)
    speaker = app.state.speaker
    status = SystemStatus(
        version=__version__,
        versions=_versions() | {"postgresql": postgresql},
        started_at=watch.started_at,
        uptime_s=watch.uptime_s,
        voices=len(speaker.voices()) if speaker else 0,
        own=own,
    )
    return await _add_machine(status, watch.surveyor, database) if caller.is_admin else status


async def _add_machine(status: SystemStatus, surveyor: Surveyor, database: Database) -> MachineStatus:
    async with database.session() as session:
        users = await repository.count_users(session)
        waiting, running = await repository.count_jobs(session)
    return MachineStatus(
        **dict(status),
        cpu=surveyor.cpu(),
        memory=surveyor.memory(),
        disk=await surveyor.disk(),
        gpu=await surveyor.gpu(),
        database=describe_pool(database),
        queue=Queue(waiting=waiting, running=running),
        workers=await database.count_workers(),
        users=users,
    )


def describe_pool(database: Database) -> Pool:
    """The connections to the database, as this process has them."""
    pool = database.engine.pool
    assert isinstance(pool, QueuePool)
    used = pool.checkedout()
    return Pool(size=pool.size(), open=used + pool.checkedin(), used=used)


def _versions() -> dict[str, str]:
    found = {"python": platform.python_version()}
    for package in STANDS_ON:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            continue
    return found
