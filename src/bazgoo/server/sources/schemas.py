"""The Hub's repositories as the outside sees them."""

from pydantic import BaseModel, ConfigDict, Field

from bazgoo.server.sources.tables import ModelType


class Described(BaseModel):
    """A model whose fields are described by their docstrings."""

    model_config = ConfigDict(use_attribute_docstrings=True, from_attributes=True)


class FoundModel(Described):
    """A repository of the Hub, with what can be done with it here."""

    repo_id: str
    author: str
    task: str | None
    library: str | None
    license: str | None
    tags: list[str]
    downloads: int
    likes: int
    updated_at: str | None
    gated: bool
    """Whether its author grants access one by one."""
    private: bool
    type: ModelType
    engine: str | None
    """The engine here that can run it, if any."""
    why_not: str | None
    """Why none can, as a sentence."""
    size_bytes: int | None
    """Bytes of all its files, where they are known."""
    installed: bool
    model_id: str | None
    """The installed model that came from it."""


class FoundModels(BaseModel):
    """A page of a search."""

    items: list[FoundModel]
    next_cursor: str | None = None


class RepositoryFile(Described):
    """One file of a repository."""

    path: str
    size: int
    sha256: str | None = None


class OfferedVoice(Described):
    """A voice that a repository offers."""

    id: str
    name: str
    language: str
    quality: str | None
    size_bytes: int
    files: list[str]
    sample: str | None
    """A sound file of the repository in which it speaks."""
    installed: bool


class RepositoryLook(FoundModel):
    """A repository at one commit, looked at closely."""

    revision: str
    sha: str
    format: str
    """What its files are: `piper`, `sherpa-vits`, `transformers-vits`, `empty`, `unknown` …"""
    can_run: bool
    files: list[RepositoryFile]
    card: str
    """Its README, in Markdown."""
    voices: list[OfferedVoice]
    """The voices it offers, each to be downloaded by itself."""
    samples: list[str]
    """Sound files to listen to before downloading."""
    needed: list[str]
    """The files that its engine reads; a download brings these unless told otherwise."""
    left_out: list[str]
    download_bytes: int
    """Bytes of the files that are needed."""


class TokenToCheck(BaseModel):
    """A token of the Hub; it is not stored."""

    token: str = Field(min_length=1, max_length=512, pattern=r"^[\x21-\x7e]+$")


class TokenCheck(Described):
    """What the Hub says of a token."""

    valid: bool
    username: str | None = None
    kind: str | None = None
    """`read`, `write` or `fineGrained`."""
    scopes: list[str] | None = None
    reason: str | None = None
    """Why it is not valid, as a sentence."""
    code: str | None = None
    """The same for programs."""
