"""`bazgoo models search`: what the Hub has, and what of it runs here."""

import sys
from typing import Any

from bazgoo.cli.models.printing import megabytes, print_json, print_rows
from bazgoo.cli.terminal import language, say
from bazgoo.hub import WHY_NOT, Card, Hub, Line, Page, Patience, guess, hub_endpoints
from bazgoo.settings import Settings
from bazgoo.store import Shelf

_HEADS = {
    "fa": ("مخزن", "اینجا", "پروانه", "MB", "بارگیری"),
    "en": ("repository", "runs here", "licence", "MB", "downloads"),
}


async def ask(settings: Settings, words: str, **question: Any) -> Page:
    """A page of what the Hub answers; ``question`` as ``Hub.search`` takes it."""
    async with Line(hub_endpoints(settings), patience=Patience(attempts=3)) as line:
        return await Hub(line).search(words, **question)


def show(page: Page, shelf: Shelf, *, as_json: bool) -> None:
    """Print the page, with what runs here and what is installed."""
    installed = {model.repo_id for model in shelf.models()}
    rows = [_row(card, card.repo_id in installed) for card in page.items]
    if as_json:
        print_json({"items": rows, "next_cursor": page.next_cursor})
        return
    print_rows(_HEADS[language()], [_cells(row) for row in rows])
    if page.next_cursor and sys.stdout.isatty():
        say("نتیجه‌های دیگری هم هست: ‎--limit‎ را بیشتر کنید.", "There is more: raise --limit.")


def _row(card: Card, installed: bool) -> dict[str, Any]:
    finding = guess(card)
    return {
        "repo_id": card.repo_id,
        "author": card.author,
        "task": card.task,
        "library": card.library,
        "license": card.license,
        "tags": list(card.tags),
        "downloads": card.downloads,
        "likes": card.likes,
        "updated_at": card.updated_at,
        "gated": card.gated,
        "private": card.private,
        "size_bytes": card.size_bytes,
        "type": finding.type,
        "engine": finding.engine,
        "why_not": finding.why_not,
        "installed": installed,
    }


def _cells(row: dict[str, Any]) -> tuple[str, ...]:
    persian = language() == "fa"
    runs = row["engine"] or WHY_NOT[row["why_not"]][0 if persian else 1].rstrip(".")
    marks = [("نصب‌شده" if persian else "installed")] if row["installed"] else []
    marks += [("محدود" if persian else "gated")] if row["gated"] else []
    return (
        row["repo_id"],
        ", ".join([runs, *marks]),
        row["license"] or "?",
        megabytes(row["size_bytes"]),
        f"{row['downloads']:,}",
    )
