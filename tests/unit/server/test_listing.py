"""Lists, a page at a time."""

from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bazgoo.errors import CursorInvalid
from bazgoo.server.listing import read_cursor, write_cursor


@given(st.datetimes(timezones=st.sampled_from([UTC, timezone(timedelta(hours=3.5))])), st.uuids())
def test_a_cursor_brings_back_the_place_it_was_made_of(created_at: datetime, row_id: UUID) -> None:
    assert read_cursor(write_cursor((created_at, row_id))) == (created_at, row_id)


@given(st.text(max_size=200))
def test_any_other_text_is_refused(cursor: str) -> None:
    with pytest.raises(CursorInvalid):
        read_cursor(cursor)


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(CursorInvalid):
        read_cursor(write_cursor((datetime(2026, 1, 1), uuid4())))


def test_no_cursor_is_the_beginning() -> None:
    assert read_cursor(None) is None
