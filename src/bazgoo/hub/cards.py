"""What the Hub tells about a repository, as small frozen dataclasses."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """A file of a repository at one commit."""

    path: str
    size: int
    sha256: str | None = None
    """Of the content, for LFS files."""
    git_sha1: str | None = None
    """Of the blob, for the others."""
    kept_at: tuple[str, str, str] | None = None
    """Repository, commit and path, where they are not those of the plan."""


@dataclass(frozen=True, slots=True)
class Card:
    """A repository as search and info describe it."""

    repo_id: str
    author: str
    task: str | None
    library: str | None
    license: str | None
    tags: tuple[str, ...]
    downloads: int
    likes: int
    updated_at: str | None
    gated: bool
    private: bool
    disabled: bool
    sha: str | None
    model_type: str | None
    """`model_type` of its config.json, where the Hub read one."""
    paths: tuple[str, ...]
    """Names of its files, where they were asked for."""
    size_bytes: int | None = None
    """What it takes on the Hub, earlier versions included, where the Hub told."""
    card: Mapping[str, Any] = field(default_factory=dict)
    """The front matter of its README."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a search."""

    items: tuple[Card, ...]
    next_cursor: str | None


@dataclass(frozen=True, slots=True)
class Identity:
    """Whose token it is and what it may."""

    username: str
    kind: str
    """`read`, `write` or `fineGrained`."""
    scopes: tuple[str, ...]
    reads_gated: bool


def card(row: Mapping[str, Any]) -> Card:
    """A Card from a row of a search or from an info; raises KeyError or TypeError when it is neither."""
    repo_id = str(row["id"])
    tags = tuple(str(tag) for tag in row.get("tags") or ())
    data = row.get("cardData") or {}
    config = row.get("config") or {}
    return Card(
        repo_id=repo_id,
        author=str(row.get("author") or repo_id.partition("/")[0]),
        task=row.get("pipeline_tag"),
        library=row.get("library_name"),
        license=_license(tags, data),
        tags=tags,
        downloads=int(row.get("downloads") or 0),
        likes=int(row.get("likes") or 0),
        updated_at=row.get("lastModified") or row.get("createdAt"),
        gated=bool(row.get("gated")),
        private=bool(row.get("private")),
        disabled=bool(row.get("disabled")),
        sha=row.get("sha"),
        model_type=config.get("model_type"),
        paths=tuple(str(sibling["rfilename"]) for sibling in row.get("siblings") or ()),
        size_bytes=row.get("usedStorage"),
        card=data,
    )


def _license(tags: tuple[str, ...], data: Mapping[str, Any]) -> str | None:
    tagged = next((tag.removeprefix("license:") for tag in tags if tag.startswith("license:")), None)
    stated = data.get("license")
    return tagged or (str(stated) if stated else None)


def remote_file(row: Mapping[str, Any]) -> RemoteFile:
    """A RemoteFile from a row of a tree; for LFS the row's own `oid` is of the pointer, so it is left out."""
    lfs = row.get("lfs")
    if lfs:
        return RemoteFile(str(row["path"]), int(lfs["size"]), sha256=str(lfs["oid"]))
    return RemoteFile(str(row["path"]), int(row["size"]), git_sha1=row.get("oid"))


def targets(row: Mapping[str, Any]) -> dict[str, str]:
    """Branches and tags with their commits, from the answer of refs."""
    return {str(ref["name"]): str(ref["targetCommit"]) for ref in [*row["branches"], *row["tags"]]}


def identity(row: Mapping[str, Any]) -> Identity:
    """An Identity from the answer of whoami."""
    token = (row.get("auth") or {}).get("accessToken") or {}
    kind = str(token.get("role") or "read")
    fine = token.get("fineGrained")
    if not isinstance(fine, Mapping):
        return Identity(str(row["name"]), kind, (kind,), reads_gated=True)
    scopes = [str(scope) for scope in fine.get("global") or ()]
    for scoped in fine.get("scoped") or ():
        scopes += [f"{scope}:{scoped['entity']['name']}" for scope in scoped.get("permissions") or ()]
    return Identity(str(row["name"]), kind, tuple(scopes), reads_gated=bool(fine.get("canReadGatedRepos")))
