"""What goes in and out of the accounts' endpoints."""

import re
import unicodedata
from datetime import UTC, datetime
from typing import Annotated, Literal
from uuid import UUID

import email_validator
from email_validator import EmailNotValidError, validate_email
from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from bazgoo.server.accounts import passwords
from bazgoo.server.accounts.tables import Role

# Latin and Persian (Arabic-script) letters and digits, the zero-width non-joiner, space, _ - .
USERNAME = (
    r"^[A-Za-z0-9\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
    r"\u0621-\u063a\u0641-\u064a\u0660-\u0669\u066e-\u06d3\u06d5\u06f0-\u06fc\u200c _.-]*$"
)

# A studio at home or in an office may use names such as ali@studio.local; nothing is sent to them.
email_validator.SPECIAL_USE_DOMAIN_NAMES.clear()


def normalize_email(written: str) -> str:
    """The form in which an e-mail is kept and compared: valid, composed, in small letters."""
    checked = validate_email(written.strip(), check_deliverability=False, globally_deliverable=False)
    return checked.normalized.lower()


def comparable_email(written: str) -> str:
    """The normal form of what someone wrote to log in, also when no account can have it."""
    try:
        return normalize_email(written)
    except EmailNotValidError:
        return written.strip().lower().replace("\0", "")


def _email(written: str) -> str:
    try:
        return normalize_email(written)
    except EmailNotValidError as error:
        raise PydanticCustomError("email", "not a valid e-mail") from error


def _username(written: object) -> object:
    if not isinstance(written, str):
        return written
    return re.sub(r" +", " ", unicodedata.normalize("NFC", written)).strip(" \u200c")


def _password(written: str) -> str:
    if not passwords.fits(written):
        raise PydanticCustomError("password_too_long", "over 72 bytes")
    return written


def _utc(written: datetime) -> datetime:
    try:
        return written.astimezone(UTC)
    except OverflowError:
        raise PydanticCustomError("datetime_parsing", "outside the calendar in UTC") from None


Moment = Annotated[AwareDatetime, AfterValidator(_utc)]
Email = Annotated[
    str,
    StringConstraints(max_length=254),
    AfterValidator(_email),
    WithJsonSchema({"type": "string", "format": "email", "maxLength": 254}),
]
Username = Annotated[
    str, StringConstraints(min_length=2, max_length=40, pattern=USERNAME), BeforeValidator(_username)
]
NewPassword = Annotated[
    str,
    Field(min_length=passwords.SHORTEST, description="8 characters or more, at most 72 bytes of UTF-8."),
    AfterValidator(_password),
]


class _Row(BaseModel):
    """Read from a row of the database."""

    model_config = ConfigDict(from_attributes=True)


class Registration(BaseModel):
    """A new account."""

    email: Email
    username: Username
    password: NewPassword


class Credentials(BaseModel):
    """An attempt to log in."""

    email: Annotated[str, Field(max_length=254)]
    password: Annotated[str, Field(max_length=1024)]


class RefreshRequest(BaseModel):
    """A refresh token, to be changed for new tokens."""

    refresh_token: Annotated[str, Field(max_length=256)]


class UserShown(_Row):
    """A person's account as they see it."""

    id: UUID
    email: str
    username: str
    role: Role
    created_at: datetime
    updated_at: datetime


class UserManaged(UserShown):
    """A person's account as an admin sees it."""

    disabled: bool


class UserChange(BaseModel):
    """What an admin may change of an account."""

    role: Role | None = None
    disabled: bool | None = None


class Login(BaseModel):
    """Who is logged in now, with the tokens of this login."""

    user: UserShown
    access_token: str
    refresh_token: str
    token_type: Literal["bearer"] = "bearer"  # noqa: S105  the name of a scheme, not a secret
    expires_in: int = Field(description="Seconds until the access token expires.")


class Welcome(BaseModel):
    """What someone who is not logged in may do here."""

    registration_open: bool = Field(description="Whether they may make an account.")
    first_account: bool = Field(description="Whether it would be the first, which is an admin's.")
    public_speech: bool = Field(description="Whether the studio speaks without a login.")


class KeyRequest(BaseModel):
    """An API key to be made."""

    name: Annotated[
        str,
        StringConstraints(strip_whitespace=True, min_length=1, max_length=80, pattern=r"^[^\x00-\x1f\x7f]*$"),
    ]
    expires_at: Moment | None = None


class KeyShown(_Row):
    """An API key as its owner sees it in the list."""

    id: UUID
    name: str
    prefix: str = Field(description="The beginning of the key, to tell it from others.")
    created_at: datetime
    expires_at: datetime | None
    last_used_at: datetime | None


class KeyMade(KeyShown):
    """An API key just made; the key itself is shown this once."""

    key: str
