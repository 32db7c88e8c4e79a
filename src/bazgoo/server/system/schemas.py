"""How the installation is doing, as the outside sees it."""

from datetime import datetime
from typing import Literal

from pydantic import BaseModel, Field

from bazgoo.server.quotas.schemas import QuotaShown


class Trouble(BaseModel):
    """One thing that is not as it should be."""

    part: Literal["database", "workers", "queue", "disk", "engines"]
    code: str = Field(description="Stable and for programs.")
    detail: str = Field(description="A sentence for people, which says what to do.")
    down: bool = Field(description="Whether the studio cannot be used because of it.")


class Health(BaseModel):
    """Whether the studio can work; ``troubles`` says what is down or soon will be, and why."""

    status: Literal["ok", "down"]
    version: str
    database: Literal["ok", "down"]
    workers: int | None = Field(description="How many workers live; null when the database cannot say.")
    queue_oldest_s: float | None = Field(
        description="How long the oldest work has waited that a worker could begin now; null when none waits."
    )
    disk: Literal["ok", "low", "full"] = Field(description="Whether there is room in the data directory.")
    engines: dict[str, Literal["ok", "failing"]] = Field(
        description="The engines that have voices, and how their last speech went."
    )
    troubles: list[Trouble]


class Cpu(BaseModel):
    """The processors of the machine."""

    cores: int
    percent: float = Field(description="How busy all cores were, 0–100.")
    load_1min: float | None


class Memory(BaseModel):
    """The memory of the machine, in bytes."""

    total_bytes: int
    available_bytes: int
    process_bytes: int = Field(description="What this process holds.")


class Disk(BaseModel):
    """The disk that the data directory is on, and what it is used for, in bytes."""

    total_bytes: int
    free_bytes: int
    models_bytes: int
    datasets_bytes: int
    checkpoints_bytes: int
    backups_bytes: int


class Gpu(BaseModel):
    """One graphics processor."""

    name: str
    memory_total_bytes: int
    memory_used_bytes: int
    percent: float


class Pool(BaseModel):
    """The connections to the database."""

    size: int = Field(description="How many there may be.")
    open: int
    used: int


class Queue(BaseModel):
    """Work that waits or runs."""

    waiting: int
    running: int


class Own(BaseModel):
    """What belongs to the person who asks."""

    logins: int
    api_keys: int
    datasets: int
    datasets_bytes: int
    datasets_quota_bytes: int = Field(description="What the person's datasets may take together.")
    downloads_active: int
    trainings_active: int
    quota: QuotaShown


class SystemStatus(BaseModel):
    """How the installation is doing, for the person who asks."""

    version: str
    versions: dict[str, str] = Field(description="Of what the studio stands on.")
    started_at: datetime
    uptime_s: float
    voices: int
    own: Own


class MachineStatus(SystemStatus):
    """The whole machine as well, for admins."""

    cpu: Cpu
    memory: Memory
    disk: Disk
    gpu: list[Gpu] | None
    database: Pool
    queue: Queue
    workers: int
    users: int
