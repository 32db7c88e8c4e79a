"""What an admin may change while the studio runs, and what each person chooses for themselves."""

from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError


class InstallationSettings(BaseModel):
    """The settings of the whole installation, with what holds until an admin changes it."""

    model_config = ConfigDict(frozen=True)

    registration_open: bool = Field(default=True, description="Whether anyone may make an account.")


class InstallationSettingsChange(BaseModel):
    """The settings to change; those not named stay."""

    registration_open: bool | None = None


def _http_url(written: str) -> str:
    """An address of http or https, without user, query or fragment, and without a slash at its end."""
    try:
        parts = urlsplit(written)
        valid = parts.scheme in ("http", "https") and parts.hostname and (parts.port is None or parts.port)
    except ValueError:
        valid = False
    if not valid or parts.username or parts.query or parts.fragment:
        raise PydanticCustomError("http_url", "not an http address")
    return written.rstrip("/")


Endpoint = Annotated[
    str, StringConstraints(max_length=300, pattern=r"^[\x21-\x7e]+$"), AfterValidator(_http_url)
]
"""Where the Hub or a mirror of it is asked."""


class HubSettings(BaseModel):
    """What a person has set about the Hub beside the fixed columns."""

    hub_endpoints: list[Endpoint] = Field(default=[], max_length=8, description="Mirrors, tried in order.")
    max_bandwidth_kbps: int | None = Field(
        default=None, ge=8, le=10_000_000, description="Kilobits a second for all downloads together."
    )


class UserSettings(BaseModel):
    """A person's settings; the token itself is never sent."""

    huggingface_token_set: bool
    huggingface_token_hint: str | None = Field(description="The last four characters.")
    huggingface_token_valid: bool | None = Field(
        default=None,
        description="After the token was changed: what the Hub said; null when it was not reached.",
    )
    huggingface_api_url: str | None
    auto_download: bool = Field(description="Whether the recommended voice comes by itself.")
    max_concurrent_downloads: int
    settings: HubSettings
    installation_endpoints: list[str] = Field(description="Where the installation looks after these.")


class HubSettingsChange(BaseModel):
    """What to change of the Hub's settings; what is not named stays."""

    hub_endpoints: list[Endpoint] | None = Field(default=None, max_length=8)
    max_bandwidth_kbps: int | None = Field(default=None, ge=8, le=10_000_000)


class UserSettingsChange(BaseModel):
    """The settings to change; those not named stay."""

    huggingface_api_url: Endpoint | None = None
    auto_download: bool | None = None
    max_concurrent_downloads: int | None = Field(default=None, ge=1, le=16)
    settings: HubSettingsChange | None = None


class TokenGiven(BaseModel):
    """A token of the Hub, to be kept sealed."""

    token: str = Field(min_length=1, max_length=512, pattern=r"^[\x21-\x7e]+$")


class TokenQuestion(BaseModel):
    """A token to check; without one, the token that is kept."""

    token: str | None = Field(default=None, min_length=1, max_length=512, pattern=r"^[\x21-\x7e]+$")
