"""The installation that is verified, and who visits it."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import httpx
import psycopg

from bazgoo.cli.verify.finding import Gap
from bazgoo.settings import Settings

ANSWERS_WITHIN_S = 60.0
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command line asks for."""

    url: str | None
    repo: str
    files: tuple[str, ...]
    bundle: Path | None


class Visitor(httpx.Client):
    """Somebody who calls the studio over HTTP; with a login it is a person."""

    def __init__(self, url: str, token: str | None = None) -> None:
        headers = {"Accept-Language": "en"} | ({"Authorization": f"Bearer {token}"} if token else {})
        super().__init__(base_url=url, headers=headers, timeout=ANSWERS_WITHIN_S, trust_env=False)
        self.login: dict[str, Any] = {}

    def ask(self, method: str, path: str, *statuses: int, **said: Any) -> httpx.Response:
        """Ask, and expect one of ``statuses`` (200 where none is named); raises Gap."""
        return expect(self.request(method, path, **said), *statuses or (200,))

    def get_json(self, path: str) -> Any:
        """The JSON at ``path``; raises Gap when there is none."""
        return self.ask("GET", path).json()


def expect(answer: httpx.Response, *statuses: int) -> httpx.Response:
    """``answer``, if its status is one of ``statuses``; raises Gap."""
    if answer.status_code not in statuses:
        asked = answer.request
        told = f"{asked.method} {asked.url.path}: {answer.status_code} {_reason(answer)}"
        raise Gap(told, told)
    return answer


def _reason(answer: httpx.Response) -> str:
    try:
        told = answer.json()
        return f"{told['code']}: {told['detail']}"
    except (ValueError, KeyError, TypeError):
        return answer.text[:200]


@dataclass
class Site:
    """A running installation."""

    settings: Settings
    wanted: Wanted
    url: str
    address: str
    """Of the database, as libpq reads it."""
    database: psycopg.Connection | None
    """None when it does not answer."""
    nobody: Visitor
    admin: Visitor
    user: Visitor
    entered: bool = False
    """Whether there may be something to remove."""
    made: set[str] = field(default_factory=set)
    """Ids of the accounts, and of everything that they made."""

    def rows(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """What the database answers; raises Gap where there is none."""
        if self.database is None:
            raise Gap("پایگاه داده پاسخ نمی‌دهد.", "The database does not answer.")
        return self.database.execute(statement.encode(), values or None).fetchall()


def wait_for(look: Callable[[], T | None], patience_s: float, fa: str, en: str) -> T:
    """What ``look`` finds, asked again and again; raises Gap with these words when ``patience_s`` are over."""
    deadline = time.monotonic() + patience_s
    while (found := look()) is None:
        if time.monotonic() > deadline:
            raise Gap(fa, en)
        time.sleep(0.2)
    return found
