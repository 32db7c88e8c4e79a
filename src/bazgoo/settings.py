"""Every setting, in one frozen class; built at the edges and passed down."""

import os
import re
from ipaddress import ip_network
from pathlib import Path
from typing import Annotated, Any, Literal, Self

import platformdirs
from limits import parse_many
from pydantic import AliasChoices, BaseModel, ConfigDict, Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict, SettingsError

from bazgoo.errors import SettingInvalid

_ORIGIN = re.compile(r"\*|https?://[^\s/?#@]+", re.ASCII | re.IGNORECASE)
"""An origin as a browser names it in its requests, or `*`."""

_ADDRESS = re.compile(r"https?://[^\s/?#@,]+(/[^\s?#,]*)?", re.ASCII | re.IGNORECASE)
"""The address of the Hub or a mirror, perhaps with a path."""

_USUAL = {"HOST", "PORT", "FORWARDED_ALLOW_IPS", "CORS_ORIGIN", "DATABASE_URL", "JWT_SECRET"}
"""Settings that other programs have, too, under these names."""


def _usual(name: str) -> AliasChoices:
    """A setting known by the name other programs use, or by the same name with our prefix."""
    return AliasChoices(f"BAZGOO_{name}", name)


class RateLimits(BaseModel):
    """How often one address (before login) or one user or key (after) may call, in the notation of `limits`."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    registration: str = Field(default="20/minute", validation_alias="register")
    """New accounts, per address."""
    login: str = "10/minute"
    """Login attempts, per address and account."""
    login_address: str = "30/minute"
    """Failed logins of one address, in all accounts; accounts that have logged in from there are let through."""
    login_account: str = "20/10minutes"
    """Failed logins in one account, from all addresses; beyond it, each unknown address has an attempt a minute."""
    token_check: str = "10/minute"  # noqa: S105  a rate
    """Checks of a Hub token, per address."""
    search: str = "60/minute"
    """Searches of the Hub."""
    speech: str = "120/minute"
    """Requests for speech."""
    api: str = "1200/minute"
    """All other requests."""

    @field_validator("*")
    @classmethod
    def _readable(cls, value: str) -> str:
        parse_many(value)
        return value


class Settings(BaseSettings):
    """What an installation can be told, from the environment or a `.env` file in the working directory."""

    model_config = SettingsConfigDict(
        env_prefix="BAZGOO_",
        env_file=".env",
        env_nested_delimiter="__",
        env_ignore_empty=True,
        frozen=True,
        extra="ignore",
        use_attribute_docstrings=True,
        populate_by_name=True,
    )

    data_dir: Path = Field(
        default_factory=lambda: Path(platformdirs.user_data_dir("bazgoo", appauthor=False))
    )
    """Where everything is kept: models, datasets, checkpoints, logs and the embedded database."""

    host: str = Field(default="127.0.0.1", validation_alias=_usual("HOST"))
    """The address the studio listens on; `0.0.0.0` opens it to the network."""
    port: int = Field(default=3001, ge=1, le=65535, validation_alias=_usual("PORT"))
    """The port the studio listens on."""
    web_processes: int = Field(default=1, ge=1, le=64)
    """How many processes of `bazgoo web` share its port."""
    drain_s: int = Field(default=30, ge=0, le=3600)
    """How long requests in hand may go on when `bazgoo web` is reloaded or stopped, in seconds."""
    forwarded_allow_ips: str = Field(default="127.0.0.1", validation_alias=_usual("FORWARDED_ALLOW_IPS"))
    """Proxies that are believed who is calling (`X-Forwarded-For`, `-Proto`): addresses or networks, with commas."""
    cors_origin: Annotated[tuple[str, ...], NoDecode] = Field(
        default=(), validation_alias=_usual("CORS_ORIGIN")
    )
    """Other origins whose pages may call the API, separated by commas."""

    database_url: SecretStr | None = Field(default=None, validation_alias=_usual("DATABASE_URL"))
    """An existing PostgreSQL, as `postgresql://user:password@host:port/name`.

    Without it (and without `DB_HOST`) the embedded one runs.
    """
    db_host: str | None = Field(default=None, validation_alias=_usual("DB_HOST"))
    """The host of an existing PostgreSQL, instead of `DATABASE_URL`."""
    db_port: int = Field(default=5432, ge=1, le=65535, validation_alias=_usual("DB_PORT"))
    """Its port."""
    db_name: str = Field(default="bazgoo", validation_alias=_usual("DB_NAME"))
    """Its database."""
    db_user: str = Field(default="bazgoo", validation_alias=_usual("DB_USER"))
    """Its user."""
    db_password: SecretStr | None = Field(default=None, validation_alias=_usual("DB_PASSWORD"))
    """The user's password."""

    jwt_secret: SecretStr | None = Field(default=None, min_length=32, validation_alias=_usual("JWT_SECRET"))
    """Signs access tokens, at least 32 characters; made and kept in the data directory when absent."""
    access_token_minutes: int = Field(default=15, ge=1, le=1440)
    """How long an access token is good for."""
    refresh_token_days: int = Field(default=30, ge=1, le=365)
    """How long a login lasts when it is not used."""

    public_speech: bool = False
    """Lets anyone who reaches the studio use voices and speech without logging in."""
    max_text_chars: int = Field(default=100_000, ge=1)
    """The longest text one request may ask to hear, in characters."""
    max_body_mb: int = Field(default=8, ge=1)
    """The largest request body that is not an upload, in megabytes."""
    max_upload_mb: int = Field(default=4096, ge=1)
    """The largest upload, such as a bundle to import, in megabytes."""
    max_dataset_mb: int = Field(default=20_480, ge=1)
    """The largest dataset, as it comes and as it is kept, in megabytes."""
    dataset_quota_mb: int = Field(default=51_200, ge=1)
    """How much the datasets, models and trainings of one person may take together, in megabytes."""
    character_quota: int | None = Field(default=None, ge=0)
    """How many characters one person may have spoken a day (UTC); without it as many as they like."""
    audio_quota_minutes: int | None = Field(default=None, ge=0)
    """How many minutes of speech one person may have made a day (UTC); without it as many as they like."""
    max_clip_s: float = Field(default=120, gt=0)
    """The longest recording that may be added to a dataset by itself, in seconds."""
    max_downloads: int = Field(default=8, ge=1, le=64)
    """How many downloads run at once, of all people together; each chooses for themselves within that."""
    max_trainings: int | None = Field(default=None, ge=1, le=64)
    """How many trainings run at once, of all people together; without it one a GPU, or one where there is none."""
    training_quota: int = Field(default=20, ge=1)
    """How many unfinished trainings one person may have."""
    speech_cache_mb: int = Field(default=64, ge=0)
    """How much memory recently spoken sentences may take, in megabytes; 0 keeps none."""
    rate_limit: RateLimits = RateLimits()
    """How often one address, user or key may call."""

    hf_token: SecretStr | None = Field(default=None, validation_alias=_usual("HF_TOKEN"))
    """A token of the Hub for all who have none of their own; it goes to `HF_ENDPOINT` and nowhere else."""
    hf_endpoint: str = Field(default="https://huggingface.co", validation_alias=_usual("HF_ENDPOINT"))
    """The Hub itself, which sees tokens; mirrors belong in `BAZGOO_HUB_ENDPOINTS`."""
    hub_endpoints: Annotated[tuple[str, ...], NoDecode] = ()
    """Mirrors of the Hub, separated by commas, asked in this order.

    The Hub itself is asked after them, unless it has its place among them.
    """
    allow_private_endpoints: bool = False
    """Lets people name mirrors of the Hub in private networks, also on this machine; what is set here may always be."""

    backup_every_hours: float = Field(default=0, ge=0)
    """How often a backup is made by itself, in hours; 0 is never."""
    backup_keep: int = Field(default=7, ge=1, le=1000)
    """How many of those are kept, beside what they begin from; backups that a person made stay."""
    backup_password: SecretStr | None = Field(default=None, min_length=8)
    """Seals backups, at least 8 characters; without it they are not encrypted, and leave secrets out."""
    backup_files: bool = True
    """Whether backups made by themselves bring the files of models that the Hub has too, or their manifests alone."""

    metrics_token: SecretStr | None = None
    """A token with which a monitor may read `/metrics`; an admin's login works always."""
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    """How much is written to the log."""

    @field_validator("cors_origin", "hub_endpoints", mode="before")
    @classmethod
    def _listed(cls, value: Any) -> Any:
        return (
            tuple(part.strip() for part in value.split(",") if part.strip())
            if isinstance(value, str)
            else value
        )

    @field_validator("cors_origin")
    @classmethod
    def _browsers_say_so(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for origin in value:
            if not _ORIGIN.fullmatch(origin):
                raise ValueError(
                    f"“{origin}” is no origin such as https://example.org (no path, no / at its end)"
                )
        return value

    @field_validator("hf_endpoint", "hub_endpoints")
    @classmethod
    def _addresses(cls, value: Any) -> Any:
        for url in (value,) if isinstance(value, str) else value:
            if not _ADDRESS.fullmatch(url):
                raise ValueError(f"“{url}” is no address such as https://huggingface.co")
        return value

    @field_validator("forwarded_allow_ips")
    @classmethod
    def _networks(cls, value: str) -> str:
        for proxy in () if value == "*" else value.split(","):
            try:
                ip_network(proxy.strip())
            except ValueError:
                raise ValueError(f"“{proxy}” is no address or network such as 10.0.0.0/8") from None
        return value

    @field_validator("data_dir")
    @classmethod
    def _absolute(cls, value: Path) -> Path:
        return value.expanduser().absolute()

    @property
    def models_dir(self) -> Path:
        """Where voices are found: pairs of `.onnx` and `.onnx.json`, in any folder below."""
        return self.data_dir / "models"

    @property
    def datasets_dir(self) -> Path:
        """Where datasets lie: a folder for each, by its id."""
        return self.data_dir / "datasets"

    @property
    def trainings_dir(self) -> Path:
        """Where trainings run: a folder for each, by its id, with its checkpoints."""
        return self.data_dir / "checkpoints"

    @property
    def backups_dir(self) -> Path:
        """Where backups lie."""
        return self.data_dir / "backups"

    @classmethod
    def load(cls, **given: Any) -> Self:
        """Read the settings; ``given`` (from a command line) wins over the environment.

        Raises SettingInvalid, naming the first setting that is wrong.
        """
        try:
            return cls(**{name: value for name, value in given.items() if value is not None})
        except ValidationError as error:
            first = error.errors()[0]
            raise SettingInvalid(
                setting=_variable(first["loc"]), reason=first["msg"].removeprefix("Value error, ")
            ) from None
        except SettingsError as error:  # a group of settings that is not the JSON it has to be
            field = str(error).partition('"')[2].partition('"')[0]
            raise SettingInvalid(setting=_variable((field,)), reason="it is not valid JSON") from None
        except UnicodeDecodeError:
            raise SettingInvalid(setting=".env", reason="the file is not UTF-8") from None


def _variable(loc: tuple[int | str, ...]) -> str:
    """The name of the environment variable behind the place of a validation error: the usual one, where there is."""
    ours = "BAZGOO_" + "__".join(str(part) for part in loc).upper().removeprefix("BAZGOO_")
    usual = ours.removeprefix("BAZGOO_")
    known = usual in _USUAL or usual.startswith(("DB_", "HF_"))
    return usual if known and ours not in os.environ else ours
