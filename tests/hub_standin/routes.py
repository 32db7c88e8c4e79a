"""From a request to the Hub's answer: which address means what."""

import hashlib
import hmac
import re
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qs, quote, unquote, urlsplit

from tests.hub_standin import access, api
from tests.hub_standin.accounts import Account
from tests.hub_standin.answers import Answer, document, file_answer, redirect, refusal, zipped
from tests.hub_standin.repositories import Blob, Repository

MODEL = re.compile(
    r"^/api/(?:models/|(?=datasets/))((?:datasets/)?[^/]+/[^/]+)"
    r"(?:/(revision|tree|paths-info|refs|commits|auth-check)(?:/(.*))?)?$"
)
RESOLVE = re.compile(r"^/((?:datasets/)?[^/]+/[^/]+)/(resolve|raw)/([^/]+)/(.+)$")
CACHED = re.compile(r"^/api/resolve-cache/(?:models/)?((?:datasets/)?[^/]+/[^/]+)/([^/]+)/(.+)$")
SECRET = b"the CDN's key"


@dataclass(frozen=True)
class Request:
    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def path(self) -> str:
        return urlsplit(self.target).path

    @property
    def query(self) -> dict[str, list[str]]:
        return parse_qs(urlsplit(self.target).query, keep_blank_values=True)

    @property
    def token(self) -> str | None:
        given = self.headers.get("authorization", "")
        return given.removeprefix("Bearer ") if given.startswith("Bearer ") else None


class Shelf:
    """The repositories and accounts behind the addresses."""

    def __init__(self, repositories: Iterable[Repository], accounts: Mapping[str, Account]) -> None:
        self.repositories = {repository.id: repository for repository in repositories}
        self.accounts = dict(accounts)
        self.tree_page = 1000
        self.signed_for_s = 3600.0
        self.small_files_redirect = True

    def find(self, name: str) -> Repository | None:
        return self.repositories.get(name)

    def renamed(self, name: str) -> str | None:
        """The present id of a repository that is asked for by a former name or in other letters."""
        if name in self.repositories:
            return None
        for repository in self.repositories.values():
            if name in repository.former_names or name.lower() == repository.id.lower():
                return repository.id
        return None


def place(path: str) -> str:
    """The kind of request, as faults name it."""
    return "resolve" if RESOLVE.match(path) or CACHED.match(path) else "api"


def answer_hub(shelf: Shelf, request: Request, base: str, cdn: str) -> Answer:
    """The Hub's own port."""
    account = shelf.accounts.get(request.token) if request.token else None
    if request.path == "/api/models":
        if request.token and account is None:
            return refusal(401, "Invalid credentials in Authorization header")
        return api.search(shelf.repositories.values(), request.query, base)
    if request.path == "/api/whoami-v2":
        return api.whoami(account, request.token)
    if found := CACHED.match(request.path):
        return _cached(shelf, request, account, *map(unquote, found.groups()))
    if found := MODEL.match(request.path):
        return _model(shelf, request, account, base, *found.groups())
    if found := RESOLVE.match(request.path):
        return _resolve(shelf, request, account, cdn, *found.groups())
    return refusal(404, "Sorry, we can't find the page you are looking for.")


def _moved(shelf: Shelf, request: Request, name: str) -> Answer | None:
    now = shelf.renamed(name)
    return redirect(307, request.target.replace(name, now, 1)) if now else None


def _model(
    shelf: Shelf,
    request: Request,
    account: Account | None,
    base: str,
    name: str,
    part: str | None,
    rest: str | None,
) -> Answer:
    if moved := _moved(shelf, request, name):
        return moved
    repository = shelf.find(name)
    if refused := access.see(repository, account, request.token, text=False):
        return refused
    assert repository is not None
    if part == "refs":
        return api.refs(repository)
    if part == "auth-check":
        return access.fetch(repository, account) or document({})
    revision, _, folder = (rest or "main").partition("/")
    revision, folder = unquote(revision), unquote(folder)
    sha = repository.resolve(revision)
    if sha is None:
        return refusal(404, f"Invalid rev id: {revision}", "RevisionNotFound")
    if part == "commits":
        return api.commits(repository)
    if part == "paths-info":
        return api.paths_info(repository, sha, request.body)
    if part == "tree":
        url = base + request.path
        return api.tree(repository, sha, revision, folder, request.query, url, shelf.tree_page)
    return api.info(repository, sha, request.query)


def _resolve(
    shelf: Shelf,
    request: Request,
    account: Account | None,
    cdn: str,
    name: str,
    part: str,
    revision: str,
    path: str,
) -> Answer:
    if moved := _moved(shelf, request, name):
        return moved
    repository = shelf.find(name)
    refused = access.see(repository, account, request.token, text=True)
    if refused or (refused := access.fetch(repository, account)):  # type: ignore[arg-type]
        return refused
    assert repository is not None
    revision, path = unquote(revision), unquote(path)
    sha = repository.resolve(revision)
    if sha is None:
        return refusal(404, f"Invalid rev id: {revision}", "RevisionNotFound", text=True)
    blob = repository.commits[sha].get(path)
    if blob is None:
        return refusal(404, "Entry not found", "EntryNotFound", text=True).adding(X_Repo_Commit=sha)
    if part == "raw":
        return Answer(
            200,
            {"Content-Type": "text/plain; charset=utf-8"},
            blob.pointer if blob.sha256 else b"".join(blob.read(0, blob.size)),
        )
    if blob.sha256:
        return _to_cdn(shelf, blob, sha, cdn)
    if not shelf.small_files_redirect:
        return _small(request, blob, sha)
    kind = "" if repository.is_data else "models/"
    etag, whole = quote(f'"{blob.oid}"'), quote(request.path, safe="")
    location = f"/api/resolve-cache/{kind}{name}/{sha}/{api.quoted(path)}?{whole}=&etag={etag}"
    return redirect(307, location).adding(X_Repo_Commit=sha)


def _cached(
    shelf: Shelf, request: Request, account: Account | None, name: str, sha: str, path: str
) -> Answer:
    repository = shelf.find(name)
    if len(sha) != 40:
        return refusal(400, "Invalid revision", text=True)
    if repository is None or sha not in repository.commits or path not in repository.commits[sha]:
        return refusal(404, "Entry not found", "EntryNotFound", text=True)
    if refused := access.see(repository, account, request.token, text=True) or access.fetch(
        repository, account
    ):
        return refused
    return _small(request, repository.commits[sha][path], sha)


def _small(request: Request, blob: Blob, sha: str) -> Answer:
    name = blob.path.rsplit("/", 1)[-1]
    headers = {
        "Content-Type": "text/plain; charset=utf-8",
        "ETag": f'"{blob.oid}"',
        "X-Repo-Commit": sha,
        "Content-Disposition": f"inline; filename*=UTF-8''{quote(name)}; filename=\"{quote(name)}\";",
    }
    answer = file_answer(blob, request.headers.get("range"), headers)
    return zipped(answer) if "gzip" in request.headers.get("accept-encoding", "") and answer.blob else answer


def _to_cdn(shelf: Shelf, blob: Blob, sha: str, cdn: str) -> Answer:
    path = f"/xet-bridge-us/680fb1c6c824b5a0d1c5d9b6/{blob.xet_hash}"
    expires = f"{time.time() + shelf.signed_for_s:.3f}"
    location = (
        f"{cdn}{path}?user_id=public&X-Xet-Cas-Uid=public&Expires={expires}&Signature={sign(path, expires)}"
    )
    return redirect(302, location).adding(
        X_Repo_Commit=sha,
        X_Linked_Size=str(blob.size),
        X_Linked_Etag=f'"{blob.sha256}"',
        X_Xet_Hash=blob.xet_hash,
        Accept_Ranges="bytes",
    )


def sign(path: str, expires: str) -> str:
    return hmac.new(SECRET, f"{path} {expires}".encode(), hashlib.sha256).hexdigest()


EXPIRED = Answer(
    403,
    {"Content-Type": "application/xml", "X-Cache": "Error from cloudfront"},
    b'<?xml version="1.0"?><Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>',
)


def answer_cdn(shelf: Shelf, request: Request) -> Answer:
    """The other port: bytes by signed address, for whoever holds it; nobody's token belongs here."""
    query = request.query
    expires, signature = query.get("Expires", ["0"])[0], query.get("Signature", [""])[0]
    if not hmac.compare_digest(signature, sign(request.path, expires)) or float(expires) < time.time():
        return EXPIRED
    xet_hash = request.path.rsplit("/", 1)[-1]
    for repository in shelf.repositories.values():
        for blobs in repository.commits.values():
            for blob in blobs.values():
                if blob.sha256 and blob.xet_hash == xet_hash:
                    headers = {"Content-Type": "application/octet-stream", "ETag": f'"{xet_hash}"'}
                    return file_answer(blob, request.headers.get("range"), headers)
    return Answer(404, {"Content-Type": "application/xml"}, b"<Error><Code>NoSuchKey</Code></Error>")
