"""What an admin may change while the studio runs."""

from pydantic import BaseModel, ConfigDict, Field


class InstallationSettings(BaseModel):
    """The settings of the whole installation, with what holds until an admin changes it."""

    model_config = ConfigDict(frozen=True)

    registration_open: bool = Field(default=True, description="Whether anyone may make an account.")


class InstallationSettingsChange(BaseModel):
    """The settings to change; those not named stay."""

    registration_open: bool | None = None
