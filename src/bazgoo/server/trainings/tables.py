"""The tables of trainings, as migrations 0001 and 0006 make them."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import BigInteger, FetchedValue, ForeignKey, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from bazgoo.server.accounts.tables import Base, User
from bazgoo.server.datasets.tables import DatasetRow
from bazgoo.server.sources.tables import Model
from bazgoo.training.config import RecipeName

TrainingStatus = Literal["queued", "running", "paused", "completed", "failed", "cancelled"]
Chosen = Literal["a", "b", "same"]

UNFINISHED: tuple[TrainingStatus, ...] = ("queued", "running", "paused")
"""A training that goes on, or will when its owner says so; its dataset is needed."""


class TrainingJob(Base):
    """One person's training; its files lie in `checkpoints/<id>/`, and this row says how it is."""

    __tablename__ = "training_jobs"
    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=FetchedValue())
    user_id: Mapped[UUID] = mapped_column(ForeignKey(User.id))
    model_id: Mapped[UUID | None] = mapped_column(ForeignKey(Model.id))
    """What has become of it."""
    dataset_id: Mapped[UUID | None] = mapped_column(ForeignKey(DatasetRow.id))
    dataset_name: Mapped[str]
    recipe: Mapped[RecipeName] = mapped_column(Text)
    name: Mapped[str]
    status: Mapped[TrainingStatus] = mapped_column(Text, server_default=FetchedValue())
    seq: Mapped[int] = mapped_column(BigInteger, server_default=FetchedValue())
    """Rises with every change that is told."""
    progress: Mapped[float] = mapped_column(server_default=FetchedValue())
    config: Mapped[dict[str, Any]] = mapped_column(JSONB)
    lineage: Mapped[dict[str, Any]] = mapped_column(JSONB)
    """What the model's card is to say: `author`, `license`, `consent`, `dataset_name`, `dataset_version`."""
    metrics: Mapped[dict[str, Any]] = mapped_column(JSONB, default=dict)
    """The latest of each."""
    epoch: Mapped[int] = mapped_column(server_default=FetchedValue())
    total_epochs: Mapped[int] = mapped_column(server_default=FetchedValue())
    step: Mapped[int] = mapped_column(BigInteger, server_default=FetchedValue())
    total_steps: Mapped[int] = mapped_column(BigInteger, server_default=FetchedValue())
    eta_s: Mapped[float | None]
    device: Mapped[str | None]
    error: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    """`{code, message, message_en}`."""
    error_message: Mapped[str | None]
    work: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    """What is to be done: `{do: train, from?}`, `{do: export, file, checkpoint}`, `{do: install}`; None when done."""
    position: Mapped[int] = mapped_column(BigInteger, server_default=FetchedValue())
    """Bytes of the run's `events.jsonl` that stand in the tables."""
    logged_at: Mapped[float] = mapped_column(server_default=FetchedValue())
    """When a row of the history was last written, by the clock of the trainer."""
    crashed_at_step: Mapped[int | None] = mapped_column(BigInteger)
    """Its last checkpoint when the trainer last ended without a word."""
    slot: Mapped[int | None]
    """Which of the places for trainings it has, and so which GPU."""
    claim: Mapped[UUID | None]
    """Which run of which worker has its process."""
    beat_at: Mapped[datetime | None]
    """The last sign of life of that run."""
    started_at: Mapped[datetime | None]
    completed_at: Mapped[datetime | None]
    created_at: Mapped[datetime] = mapped_column(server_default=FetchedValue())


class CheckpointRow(Base):
    """A saved state of a training."""

    __tablename__ = "checkpoints"
    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=FetchedValue())
    training_job_id: Mapped[UUID] = mapped_column(ForeignKey(TrainingJob.id))
    epoch: Mapped[int]
    step: Mapped[int] = mapped_column(BigInteger)
    loss: Mapped[float | None]
    accuracy: Mapped[float | None]
    file_path: Mapped[str]
    """Relative to the data directory."""
    details: Mapped[dict[str, Any]] = mapped_column("metadata", JSONB)
    """`file`, `sha256`, `size_bytes`, `best`."""
    created_at: Mapped[datetime] = mapped_column(server_default=FetchedValue())


class MetricsRow(Base):
    """How good it was after a step."""

    __tablename__ = "training_metrics"
    training_job_id: Mapped[UUID] = mapped_column(ForeignKey(TrainingJob.id), primary_key=True)
    step: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    epoch: Mapped[int]
    metrics: Mapped[dict[str, Any]] = mapped_column(JSONB)
    created_at: Mapped[datetime] = mapped_column(server_default=FetchedValue())


class SampleRow(Base):
    """Something to hear or to look at, made on the way."""

    __tablename__ = "training_samples"
    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=FetchedValue())
    training_job_id: Mapped[UUID] = mapped_column(ForeignKey(TrainingJob.id))
    step: Mapped[int] = mapped_column(BigInteger)
    kind: Mapped[str]
    text: Mapped[str]
    file: Mapped[str]
    """Relative to the run's folder `samples`."""
    created_at: Mapped[datetime] = mapped_column(server_default=FetchedValue())


class ListeningPair(Base):
    """Two samples of one sentence by two checkpoints, and which was better."""

    __tablename__ = "listening_pairs"
    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=FetchedValue())
    training_job_id: Mapped[UUID] = mapped_column(ForeignKey(TrainingJob.id))
    sample_a: Mapped[UUID] = mapped_column(ForeignKey(SampleRow.id))
    sample_b: Mapped[UUID] = mapped_column(ForeignKey(SampleRow.id))
    checkpoint_a: Mapped[UUID] = mapped_column(ForeignKey(CheckpointRow.id))
    checkpoint_b: Mapped[UUID] = mapped_column(ForeignKey(CheckpointRow.id))
    chosen: Mapped[Chosen | None] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(server_default=FetchedValue())
