"""A person's way to the studio, which may be away, or go away before it has answered."""

from typing import Any

import httpx

from tests.acceptance.visitors import Visitor
from tests.chaos.ledger import Ledger

AWAY = 503


class Unanswered(Exception):  # noqa: N818 - named by what happened
    """Nobody answered, or the answer was cut off, or the database went away: what was asked for may have been done."""


class Asking:
    """One person's calls, from one thread."""

    def __init__(self, port: int, login: dict[str, Any], ledger: Ledger) -> None:
        self.ledger = ledger
        self._visitor = Visitor(port)
        self._visitor.timeout = httpx.Timeout(40)
        self._visitor.take(login)

    def ask(self, method: str, path: str, *expected: int, **sent: Any) -> httpx.Response:
        """The answer, which has one of the statuses ``expected``; raises Unanswered."""
        kind = f"{method} {path.split('/')[2]}"
        try:
            answer = self._visitor.request(method, path, **sent)
        except httpx.HTTPError:
            self.ledger.told[f"{kind} cut off"] += 1
            raise Unanswered from None
        if answer.status_code == AWAY:
            self.ledger.told[f"{kind} refused for the moment"] += 1
            raise Unanswered
        self.ledger.told[kind] += 1
        if answer.status_code not in expected:
            self.ledger.accuse(f"{method} {path} was answered by {answer.status_code}: {answer.text[:300]}")
            raise Unanswered
        return answer

    def get(self, path: str) -> Any:
        """What is there; None when it is not."""
        answer = self.ask("GET", path, 200, 404)
        return answer.json() if answer.status_code == 200 else None

    def close(self) -> None:
        """Hang up."""
        self._visitor.close()
