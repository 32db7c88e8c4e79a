"""Spans add up to what a set of bytes would."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bazgoo.hub.ranges import Span, Spans, asked, given as read_range  # isort: skip

spans = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=20)


@given(spans, st.integers(0, 70))
def test_spans_are_a_set_of_bytes(added: list[tuple[int, int]], size: int) -> None:
    kept, bytes_in = Spans(added), {n for start, end in added for n in range(start, end)}
    assert {n for start, end in kept for n in range(start, end)} == bytes_in
    assert kept.total == len(bytes_in)
    assert kept.prefix == next(n for n in range(100) if n not in bytes_in)
    assert {n for start, end in kept.gaps(size) for n in range(start, end)} == set(range(size)) - bytes_in
    ends = [edge for span in kept for edge in span]
    assert ends == sorted(set(ends))


def test_the_range_header_counts_both_ends() -> None:
    assert asked(Span(0, 16)) == "bytes=0-15"


@pytest.mark.parametrize(
    "header,read",
    [
        ("bytes 0-15/3560416288", (Span(0, 16), 3560416288)),
        ("bytes 5-5/*", (Span(5, 6), None)),
        ("bytes */100", None),
        ("bytes 9-5/100", None),
        ("items 0-5/100", None),
        ("", None),
        (None, None),
    ],
)
def test_a_content_range_is_read_or_refused(header: str | None, read: object) -> None:
    assert read_range(header) == read
