"""The Hub's JSON: search, info, tree, refs, whoami."""

import base64
import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import parse_qs, quote, urlencode

from tests.hub_standin.accounts import Account
from tests.hub_standin.answers import Answer, document, refusal
from tests.hub_standin.repositories import Blob, Repository

SORTS = {"lastModified", "createdAt", "downloads", "likes", "trendingScore"}
EXPANDS = set(
    """author baseModels cardData config createdAt disabled downloads downloadsAllTime evalResults gated inference
    inferenceProviderMapping lastModified library_name likes mask_token model-index pipeline_tag private safetensors sha
    siblings spaces tags transformersInfo trendingScore widgetData gguf resourceGroup xetEnabled childrenModelCount
    usedStorage""".split()  # noqa: SIM905  a list of words
)
Query = dict[str, list[str]]


def summary(repository: Repository) -> dict[str, Any]:
    tags = [*repository.tags]
    if licence := repository.card.get("license"):
        tags.append(f"license:{licence}")
    row = {
        "_id": f"{abs(hash(repository.id)) % 16**24:024x}",
        "id": repository.id.removeprefix("datasets/"),
        "likes": repository.likes,
        "trendingScore": 0,
        "private": repository.private,
        "downloads": repository.downloads,
        "tags": [*tags, "region:us"],
        "pipeline_tag": repository.pipeline_tag,
        "library_name": repository.library_name,
        "createdAt": "2023-01-01T00:00:00.000Z",
        "modelId": repository.id,
    }
    return {name: value for name, value in row.items() if value is not None}


def _full(repository: Repository) -> dict[str, Any]:
    return {
        "author": repository.author,
        "gated": repository.gated,
        "lastModified": repository.last_modified,
        "sha": repository.sha,
        "siblings": [{"rfilename": path} for path in repository.commits[repository.sha]],
    }


def _wanted(repository: Repository, query: Query) -> bool:
    tags = set(summary(repository)["tags"]) | {repository.pipeline_tag, repository.library_name}
    asked = [
        *query.get("filter", []),
        *query.get("library", []),
        *query.get("language", []),
        *query.get("other", []),
    ]
    return (
        all(part.lower() in repository.id.lower() for part in query.get("search", []))
        and all(author == repository.author for author in query.get("author", []))
        and all(task == repository.pipeline_tag for task in query.get("pipeline_tag", []))
        and all(tag in tags for tag in asked)
    )


def search(repositories: Iterable[Repository], query: Query, base: str) -> Answer:
    sort = query.get("sort", ["trendingScore"])[0]
    if sort not in SORTS:
        return refusal(400, f'"sort" must be one of [{", ".join(sorted(SORTS))}]')
    expand = [value for name in ("expand", "expand[]") for value in query.get(name, [])]
    if expand and ((unknown := set(expand) - EXPANDS) or truth(query, "full") or truth(query, "config")):
        allowed = ", ".join(sorted(EXPANDS))
        return refusal(
            400, f'"expand[0]" must be one of [{allowed}], not {min(unknown, default="with full")}'
        )
    found = [
        repository
        for repository in repositories
        if not (repository.private or repository.is_data) and _wanted(repository, query)
    ]
    keys = {"lastModified": "last_modified", "downloads": "downloads", "likes": "likes"}
    if sort in keys:
        found.sort(key=lambda repository: getattr(repository, keys[sort]), reverse=True)
    rows = []
    for repository in found:
        row = summary(repository)
        if expand:
            everything = (
                row | _full(repository) | {"disabled": repository.disabled, "cardData": repository.card}
            )
            everything |= {"config": repository.config, "usedStorage": repository.used_storage}
            row = {name: value for name, value in everything.items() if name in ("_id", "id", *expand)}
        if truth(query, "full"):
            row |= _full(repository)
        if truth(query, "config") and repository.config is not None:
            row["config"] = repository.config
        if truth(query, "cardData") and repository.card:
            row["cardData"] = repository.card
        rows.append(row)
    return paged(rows, query, f"{base}/api/models", min(1000, int(query.get("limit", ["1000"])[0])))


def truth(query: Query, name: str) -> bool:
    return query.get(name, ["false"])[0].lower() in ("true", "1")


def paged(rows: list[Any], query: Query, url: str, page: int) -> Answer:
    """One page of ``rows``, with a Link to the next by an opaque cursor."""
    start = 0
    if "cursor" in query:
        start = json.loads(base64.urlsafe_b64decode(query["cursor"][0]))["$after"]
    answer = document(rows[start : start + page])
    if start + page >= len(rows):
        return answer
    cursor = base64.urlsafe_b64encode(json.dumps({"$after": start + page}).encode()).decode()
    following = urlencode({**query, "cursor": [cursor]}, doseq=True)
    return answer.adding(Link=f'<{url}?{following}>; rel="next"')


def info(repository: Repository, sha: str, query: Query) -> Answer:
    row = summary(repository) | _full(repository) | {"sha": sha, "disabled": repository.disabled}
    row |= {"model-index": None, "spaces": [], "cardData": repository.card, "widgetData": []}
    if repository.config is not None:
        row["config"] = repository.config
    siblings: list[dict[str, Any]] = []
    for blob in repository.commits[sha].values():
        sibling: dict[str, Any] = {"rfilename": blob.path}
        if truth(query, "blobs"):
            sibling |= {"blobId": blob.oid, "size": blob.size}
            if blob.sha256:
                sibling["lfs"] = {"sha256": blob.sha256, "size": blob.size, "pointerSize": len(blob.pointer)}
        siblings.append(sibling)
    return document(row | {"siblings": siblings})


def _file_row(blob: Blob) -> dict[str, Any]:
    row: dict[str, Any] = {"type": "file", "oid": blob.oid, "size": blob.size, "path": blob.path}
    if blob.sha256:
        row["lfs"] = {"oid": blob.sha256, "size": blob.size, "pointerSize": len(blob.pointer)}
        row["xetHash"] = blob.xet_hash
    return row


def tree(
    repository: Repository, sha: str, revision: str, folder: str, query: Query, url: str, page: int
) -> Answer:
    blobs = repository.commits[sha]
    inside = {path: blob for path, blob in blobs.items() if not folder or path.startswith(folder + "/")}
    if folder and not inside:
        missing = refusal(404, f'{folder} does not exist on "{revision}"', "EntryNotFound")
        return missing.adding(X_Repo_Commit=sha)
    folders: dict[str, None] = {}
    rows = []
    depth = folder.count("/") + 1 if folder else 0
    deep = truth(query, "recursive")
    for path, blob in inside.items():
        parts = path.split("/")
        last = len(parts) if deep else min(len(parts), depth + 2)
        folders |= dict.fromkeys("/".join(parts[:n]) for n in range(depth + 1, last))
        if deep or len(parts) == depth + 1:
            rows.append(_file_row(blob))
    heads = [
        {"type": "directory", "oid": f"{abs(hash(name)) % 16**40:040x}", "size": 0, "path": name}
        for name in folders
    ]
    return paged([*heads, *rows], query, url, page).adding(X_Repo_Commit=sha)


def paths_info(repository: Repository, sha: str, body: bytes) -> Answer:
    asked = parse_qs(body.decode()).get("paths", [])
    return document(
        [_file_row(repository.commits[sha][path]) for path in asked if path in repository.commits[sha]]
    )


def refs(repository: Repository) -> Answer:
    branches = [
        {"name": name, "ref": f"refs/heads/{name}", "targetCommit": sha}
        for name, sha in repository.branches.items()
    ]
    return document({"tags": [], "branches": branches, "converts": []})


def commits(repository: Repository) -> Answer:
    rows = [{"id": sha, "title": "Upload", "message": "", "authors": [], "date": repository.last_modified}
            for sha in reversed(repository.commits)]  # fmt: skip
    return document(rows, X_Total_Count=str(len(rows)))


def whoami(account: Account | None, token: str | None) -> Answer:
    if token is None:
        return refusal(401, "Invalid username or password.")
    if account is None:
        return refusal(401, "Invalid credentials in Authorization header")
    return document(account.whoami())


def quoted(path: str) -> str:
    return quote(path, safe="/")
