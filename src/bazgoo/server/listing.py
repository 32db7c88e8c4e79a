"""Long lists, a page at a time: a cursor says after which row the next page begins."""

import base64
import binascii
from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Any, Generic, Protocol, TypeVar
from uuid import UUID

from fastapi import Query
from pydantic import BaseModel

from bazgoo.errors import CursorInvalid

Item = TypeVar("Item")
Shown = TypeVar("Shown", bound=BaseModel)
Position = tuple[datetime, UUID]
"""A row's place in a list sorted by its time and then its id."""

Cursor = Annotated[str | None, Query(max_length=200, description="`next_cursor` of the page before.")]
PageSize = Annotated[int, Query(ge=1, le=100, description="How many items a page has at most.")]


class Page(BaseModel, Generic[Item]):
    """One page of a list; without ``next_cursor`` it is the last."""

    items: list[Item]
    next_cursor: str | None = None


class Placed(Protocol):
    """A row that has a place in a list."""

    created_at: Any
    id: Any


def page_of(shown: type[Shown], found: Sequence[Placed], size: int) -> Page[Shown]:
    """The first ``size`` rows as a page; one more among ``found`` says that there is a next page."""
    last = found[size - 1] if len(found) > size else None
    return Page(
        items=[shown.model_validate(row) for row in found[:size]],
        next_cursor=write_cursor((last.created_at, last.id)) if last else None,
    )


def write_cursor(position: Position) -> str:
    """The cursor of the page after the row at ``position``."""
    created_at, row_id = position
    return base64.urlsafe_b64encode(f"{created_at.isoformat()} {row_id}".encode()).decode().rstrip("=")


def read_cursor(cursor: str | None) -> Position | None:
    """The position in a cursor; raises CursorInvalid for what no page has given."""
    if cursor is None:
        return None
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        created_at, row_id = base64.b64decode(padded, altchars=b"-_", validate=True).decode().split(" ")
        position = datetime.fromisoformat(created_at), UUID(row_id)
    except (ValueError, binascii.Error):
        raise CursorInvalid from None
    if position[0].tzinfo is None:
        raise CursorInvalid
    return position


def read_number(cursor: str | None) -> int | None:
    """The number in a cursor of rows that are numbered in their order; raises CursorInvalid."""
    if cursor is None:
        return None
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        number = int(base64.b64decode(padded, altchars=b"-_", validate=True).decode("ascii").split(" ")[1])
    except (ValueError, IndexError, binascii.Error):
        raise CursorInvalid from None
    if not 0 <= number < 2**63:
        raise CursorInvalid
    return number
