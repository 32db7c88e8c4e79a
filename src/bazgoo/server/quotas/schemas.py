"""How much a person may have, and how much they have."""

from pydantic import BaseModel, ConfigDict, Field

MOST = 2**53 - 1
"""What JSON's readers can still count to."""


class Quota(BaseModel):
    """What an admin allows one person; null is what the settings allow everybody."""

    model_config = ConfigDict(from_attributes=True)

    characters_per_day: int | None = Field(default=None, ge=0, le=MOST, description="Spoken, a day in UTC.")
    audio_minutes_per_day: int | None = Field(default=None, ge=0, le=10**9, description="Made, a day in UTC.")
    disk_mb: int | None = Field(default=None, ge=0, le=10**12, description="Datasets, models and trainings.")
    trainings: int | None = Field(default=None, ge=0, le=10**6, description="Unfinished at once.")


class QuotaEffective(BaseModel):
    """What holds for the person; null is no limit."""

    characters_per_day: int | None
    audio_minutes_per_day: int | None
    disk_mb: int | None
    trainings: int | None


class QuotaUsed(BaseModel):
    """What the person has of it now."""

    characters_today: int
    audio_minutes_today: float
    disk_mb: float
    trainings: int


class QuotaShown(Quota):
    """A person's quota with what follows from it."""

    effective: QuotaEffective
    used: QuotaUsed
