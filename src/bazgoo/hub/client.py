"""Asking the Hub: search, info, tree, commits, small files, whoami."""

import contextlib
import hashlib
import json
import math
import re
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar
from urllib.parse import parse_qs, quote, urlencode, urlsplit

import httpx

from bazgoo import errors
from bazgoo.hub.cards import Card, Identity, Page, RemoteFile, card, identity, remote_file, targets
from bazgoo.hub.line import REDIRECTS, Follow, Line, on
from bazgoo.hub.names import DATASETS, is_dataset
from bazgoo.hub.problems import host, is_page, puzzling, refusal
from bazgoo.hub.retries import Again

LARGEST_ANSWER = 64 << 20
_NEXT = re.compile(r'<([^>]+)>\s*;\s*rel="?next"?')
T = TypeVar("T")
_REPO = re.compile(r"(datasets/)?\w[\w.-]*/\w[\w.-]*", re.ASCII)
_EXPANDED = (
    *(
        "author",
        "cardData",
        "config",
        "createdAt",
        "disabled",
        "downloads",
        "gated",
        "lastModified",
        "library_name",
    ),
    *("likes", "pipeline_tag", "private", "sha", "siblings", "tags", "usedStorage"),
)
"""What a search asks of each repository: all that a Card holds, and its size, which nothing else tells."""


class Answers:
    """Answers that are good for a little while, so that typing does not use up the allowance."""

    def __init__(self, most: int = 256, clock: Callable[[], float] = time.monotonic) -> None:
        self._kept: OrderedDict[str, tuple[float, Any]] = OrderedDict()
        self._most = most
        self._clock = clock

    def get(self, key: str) -> Any:
        """What was kept under ``key``, or None."""
        until, value = self._kept.get(key, (0.0, None))
        return value if until > self._clock() else None

    def keep(self, key: str, value: Any, seconds: float) -> None:
        """Keep ``value`` for ``seconds``; the oldest make room."""
        self._kept[key] = (self._clock() + seconds, value)
        self._kept.move_to_end(key)
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)


@dataclass(frozen=True)
class _About:
    """What a question is about, for the words of a refusal."""

    repo: str = ""
    revision: str = ""
    path: str = ""
    bucket: str = "api"
    headers: Mapping[str, str] = field(default_factory=dict)
    token: str | None = None
    follow: Follow = "known"


class Hub:
    """Questions to the Hub over a Line; ``answers`` may be shared between several."""

    def __init__(self, line: Line, answers: Answers | None = None) -> None:
        self.line = line
        self._answers = answers or Answers()

    async def search(
        self,
        query: str = "",
        *,
        task: str | None = None,
        author: str | None = None,
        filters: Sequence[str] = (),
        sort: str | None = None,
        limit: int = 20,
        cursor: str | None = None,
    ) -> Page:
        """A page of the repositories that fit.

        ``sort`` is one of downloads, likes, lastModified, createdAt, trendingScore.
        """
        asked = [
            ("search", query),
            ("pipeline_tag", task),
            ("author", author),
            *(("filter", tag) for tag in filters),
        ]
        asked += [("sort", sort), ("limit", str(limit)), ("cursor", cursor)]
        rows, following = await self._rows([(name, value) for name, value in asked if value])
        next_cursor = parse_qs(urlsplit(following).query).get("cursor", [None])[0] if following else None
        return Page(tuple(_read(card, row, self.line.endpoints.best()) for row in rows), next_cursor)

    async def model(self, repo: str, revision: str | None = None) -> Card:
        """What the Hub tells about ``repo``; its ``sha`` is the commit that ``revision`` names now."""
        path = _api(repo) + (f"/revision/{quote(revision, safe='')}" if revision else "")
        row, _ = await self._remembered(path, _About(repo, revision or "main"), 30)
        found = _read(card, row, self.line.endpoints.best())
        return replace(found, repo_id=DATASETS + found.repo_id) if is_dataset(repo) else found

    async def tree(self, repo: str, revision: str, folder: str = "") -> list[RemoteFile]:
        """Every file below ``folder`` at ``revision``, over all pages."""
        path = f"{_api(repo)}/tree/{quote(revision, safe='')}"
        path += (f"/{quote(folder)}" if folder else "") + "?recursive=true&expand=false"
        rows: list[Any] = []
        following: str | None = path
        while following:
            page, following = await self._remembered(following, _About(repo, revision, folder), 300)
            rows += page
        there = self.line.endpoints.best()
        return [
            _read(remote_file, row, there)
            for row in rows
            if isinstance(row, dict) and row.get("type") == "file"
        ]

    async def check_access(self, repo: str) -> None:
        """Raise RepoGated (or what else the Hub says) unless the bytes of ``repo`` are open to this token."""
        with contextlib.suppress(errors.HubAnswerInvalid):  # a mirror that does not know the question
            await self._ask(f"{_api(repo)}/auth-check", _About(repo))

    async def refs(self, repo: str) -> dict[str, str]:
        """The branches and tags of ``repo`` with their commits."""
        row, _ = await self._remembered(f"{_api(repo)}/refs", _About(repo), 30)
        return _read(targets, row, self.line.endpoints.best())

    async def read(self, repo: str, revision: str, path: str, *, most: int = 4 << 20) -> bytes:
        """The bytes of a small file; raises HubAnswerInvalid if it has more than ``most``."""
        address = f"/{_checked(repo)}/resolve/{quote(revision, safe='')}/{quote(path)}"
        about = _About(repo, revision, path, "resolvers", {"Accept-Encoding": "identity"}, follow="any")
        return (await self._ask(address, about, most)).content

    async def whoami(self, token: str) -> Identity:
        """Whose ``token`` it is; asked of the Hub itself only, and remembered for five minutes."""
        line, url = self.line, f"{self.line.endpoints.hub}/api/whoami-v2"
        key = "whoami " + hashlib.sha256(token.encode()).hexdigest()
        if (known := self._answers.get(key)) is None:
            about = _About(token=token)
            answer = await self._ask("/api/whoami-v2", about, at=line.endpoints.hub)
            known = _read(identity, _parsed(answer), url)
            self._answers.keep(key, known, 300)
        found: Identity = known
        return found

    async def _rows(self, asked: Sequence[tuple[str, str]]) -> tuple[list[Any], str | None]:
        """The rows of a search and the address of the next, with sizes where the endpoint knows how to tell them."""
        path, plain = "/api/models?" + urlencode(asked), f"plain {self.line.endpoints.best()}"
        if not self._answers.get(plain):
            with contextlib.suppress(errors.HubAnswerInvalid):
                expanded = urlencode([("expand", name) for name in _EXPANDED])
                rows, following = await self._remembered(f"{path}&{expanded}", _About(), 60)
                if all("siblings" in row for row in rows):
                    return rows, following
            self._answers.keep(plain, True, 600)
        return await self._remembered(f"{path}&full=true&config=true", _About(), 60)

    async def _remembered(self, path: str, about: _About, seconds: float) -> tuple[Any, str | None]:
        """The JSON at ``path`` and the path of the next page, perhaps from a moment ago."""
        key = f"{self.line.endpoints.fingerprint} {path}"
        if (known := self._answers.get(key)) is None:
            answer = await self._ask(path, about)
            found = _NEXT.search(answer.headers.get("link", ""))
            known = (_parsed(answer), on("", found[1]) if found else None)
            self._answers.keep(key, known, seconds)
        document, following = known
        return document, following

    async def _ask(
        self, path: str, about: _About, most: int = LARGEST_ANSWER, *, at: str | None = None
    ) -> httpx.Response:
        """The answer to ``path``, from whichever endpoint gives one (or from ``at`` alone)."""
        retries = self.line.retries(only=at)
        while True:
            endpoint = at or self.line.endpoints.best()
            try:
                return await self._once(endpoint, path, about, most)
            except Again as again:
                await retries.after(again, endpoint)

    async def _once(self, endpoint: str, path: str, about: _About, most: int) -> httpx.Response:
        line = self.line
        if pause := line.allowance.wait_s(endpoint, about.bucket):
            raise Again(errors.HubRateLimited(retry_after_s=math.ceil(pause)), wait_s=pause)
        url = endpoint + path
        async with line.open("GET", url, about.headers, follow=about.follow, token=about.token) as response:
            line.allowance.learn(endpoint, response)
            if int(response.headers.get("content-length") or 0) > most:
                raise puzzling(endpoint, "پاسخ بیش از اندازه بزرگ است.", "its answer is far too large.")
            await response.aread()
            sent = "authorization" in response.request.headers
        if response.status_code >= 400:
            names = {"repo": about.repo, "revision": about.revision, "path": about.path}
            raise refusal(response, **names, token_sent=sent)
        wants_page = about.path.endswith((".html", ".htm"))
        if response.status_code in REDIRECTS or (is_page(response) and not wants_page):
            raise errors.HubPortal(host=host(endpoint))
        line.endpoints.answered(endpoint)
        return response


def _checked(repo: str) -> str:
    """``repo`` if it can be the name of a repository; anything else does not exist."""
    if not _REPO.fullmatch(repo) or ".." in repo:
        raise errors.RepoNotFound(repo=repo)
    return repo


def _api(repo: str) -> str:
    """Where the Hub tells about ``repo``."""
    return f"/api/{_checked(repo)}" if is_dataset(repo) else f"/api/models/{_checked(repo)}"


def _parsed(response: httpx.Response) -> Any:
    try:
        return json.loads(response.content)
    except ValueError:
        raise puzzling(response.request.url, "پاسخ آن JSON نیست.", "it is not JSON.") from None


def _read(make: Callable[[Mapping[str, Any]], T], row: Any, url: str) -> T:
    """``make(row)``, or HubAnswerInvalid when the row has another shape."""
    try:
        return make(row)
    except (KeyError, TypeError, ValueError, AttributeError):
        raise puzzling(url, "پاسخ آن شکل آشنایی ندارد.", "its answer has an unknown shape.") from None
