"""Which bytes of a file are there: spans, and the ranges of HTTP (RFC 9110, section 14)."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_CONTENT_RANGE = re.compile(r"^bytes (\d+)-(\d+)/(\d+|\*)$")


class Span(NamedTuple):
    """Bytes from ``start`` up to, not including, ``end``."""

    start: int
    end: int

    @property
    def size(self) -> int:
        """How many bytes."""
        return self.end - self.start


class Spans:
    """A set of bytes, kept as spans in order that neither touch nor overlap."""

    def __init__(self, spans: Iterable[tuple[int, int]] = ()) -> None:
        self._spans: list[Span] = []
        for start, end in spans:
            self.add(start, end)

    def __iter__(self) -> Iterator[Span]:
        return iter(self._spans)

    @property
    def total(self) -> int:
        """How many bytes are in the set."""
        return sum(span.size for span in self._spans)

    @property
    def prefix(self) -> int:
        """How many bytes from the very beginning are there without a gap."""
        return self._spans[0].end if self._spans and self._spans[0].start == 0 else 0

    def add(self, start: int, end: int) -> None:
        """Put the bytes from ``start`` to ``end`` in."""
        if start >= end:
            return
        at = bisect_left(self._spans, start, key=lambda span: span.end)
        last = at
        while last < len(self._spans) and self._spans[last].start <= end:
            start, end = min(start, self._spans[last].start), max(end, self._spans[last].end)
            last += 1
        self._spans[at:last] = [Span(start, end)]

    def gaps(self, size: int) -> list[Span]:
        """What is missing of a file of ``size`` bytes."""
        found, at = [], 0
        for start, end in [*self._spans, Span(size, size)]:
            if at < min(start, size):
                found.append(Span(at, min(start, size)))
            at = max(at, end)
        return found


def asked(span: Span) -> str:
    """The Range header for ``span``."""
    return f"bytes={span.start}-{span.end - 1}"


def given(header: str | None) -> tuple[Span, int | None] | None:
    """The span and the whole size that a Content-Range names; None when it names none."""
    found = _CONTENT_RANGE.match((header or "").strip())
    if not found or int(found[2]) < int(found[1]):
        return None
    return Span(int(found[1]), int(found[2]) + 1), None if found[3] == "*" else int(found[3])
