"""Tables as people keep them: `|`, tab, `;` or `,` between cells, or JSON lines; with a line of names or without."""

import csv
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bazgoo.datasets.importing.columns import is_heading
from bazgoo.datasets.importing.decoding import lines
from bazgoo.datasets.importing.report import Rejection, rejection

SEPARATORS = ("|", "\t", ";", ",")
_QUOTED = (";", ",")
_MOST_LINES_OF_A_CELL = 50
_LOOKED_AT = 200


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table."""

    line: int
    """Where it begins, from 1."""
    cells: Mapping[str, str]
    """By the names of the columns."""


@dataclass(frozen=True, slots=True)
class Table:
    """A file of rows."""

    path: Path
    name: str
    """As its person knows it."""
    separator: str | None
    """None for JSON lines."""
    columns: tuple[str, ...]
    """Their names; `1`, `2`, … where it has none."""
    named: bool
    """Whether its first line names the columns."""

    def rows(self) -> Iterator[Row | Rejection]:
        """Every row in order, and what cannot be one."""
        return self._objects() if self.separator is None else self._separated(self.separator)

    def sample(self) -> list[Row]:
        """The first rows that are some."""
        found: list[Row] = []
        for row in self.rows():
            if isinstance(row, Row):
                found.append(row)
            if len(found) == _LOOKED_AT:
                break
        return found

    def _separated(self, separator: str) -> Iterator[Row | Rejection]:
        rows = _rows(self.path, separator)
        if self.named:
            next(rows, None)
        expected = len(self.columns)
        for line, cells in rows:
            if cells is None:
                yield rejection("line_unreadable", self.name, line)
            elif any(cells[expected:]):
                yield rejection("too_many_columns", self.name, line, count=len(cells), expected=expected)
            elif any(cells):
                yield Row(line, dict(zip(self.columns, cells, strict=False)))

    def _objects(self) -> Iterator[Row | Rejection]:
        for number, line in lines(self.path):
            if line is None:
                yield rejection("line_unreadable", self.name, number)
            elif line.strip():
                content = _object(line)
                yield (
                    rejection("json_invalid", self.name, number) if content is None else Row(number, content)
                )


def table(path: Path, name: str) -> Table | None:
    """The table in a file, or None when there is none in it."""
    if path.suffix.lower() in (".jsonl", ".ndjson"):
        return _json_table(path, name)
    separator = _separator(path)
    first = [cells for _, cells in _first(path, separator) if cells and any(cells)]
    if not first:
        return None
    width = Counter(len(cells) for cells in first).most_common(1)[0][0]
    if is_heading(first[0], first[1:]):
        return Table(path, name, separator, _distinct(first[0]), True)
    return Table(path, name, separator, tuple(str(number) for number in range(1, width + 1)), False)


def _json_table(path: Path, name: str) -> Table | None:
    columns: dict[str, None] = {}
    for number, line in lines(path):
        if line and line.strip():
            columns |= dict.fromkeys(_object(line) or {})
        if number >= _LOOKED_AT:
            break
    return Table(path, name, None, tuple(columns), True) if columns else None


def _object(line: str) -> dict[str, str] | None:
    try:
        content = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(content, dict):
        return None
    return {_cell(key): _cell(value) for key, value in content.items()}


def _cell(value: Any) -> str:
    """A value as text; JSON may write halves of characters, which are none."""
    if isinstance(value, dict) and isinstance(value.get("path"), str):
        value = value["path"]
    written = (
        value if isinstance(value, str) else "" if value is None else json.dumps(value, ensure_ascii=False)
    )
    return written.encode("utf-8", "replace").decode("utf-8").strip()


def _separator(path: Path) -> str:
    """The one that divides most lines into the same number of cells; `,` and `;` stand in sentences too."""
    first = [line for line, _ in zip(_texts(path), range(_LOOKED_AT), strict=False)]

    def steadiness(separator: str) -> float:
        widths = Counter(len(_cells(line, separator)) for line in first)
        width, count = widths.most_common(1)[0]
        return count / len(first) * (1.0 if separator in _QUOTED else 1.25) if width > 1 else 0.0

    if not first:
        return "\t"
    if path.suffix.lower() == ".tsv" and steadiness("\t") > 0:
        return "\t"
    return max(SEPARATORS, key=steadiness)


def _texts(path: Path) -> Iterator[str]:
    return (line for _, line in lines(path) if line and line.strip())


def _first(path: Path, separator: str) -> list[tuple[int, list[str] | None]]:
    return [row for row, _ in zip(_rows(path, separator), range(_LOOKED_AT), strict=False)]


def _rows(path: Path, separator: str) -> Iterator[tuple[int, list[str] | None]]:
    """The cells of each row, None for one that is broken; a quoted cell may go on over several lines."""
    begun: list[str | None] = []
    begins = 0
    for number, line in lines(path):
        begins = begins if begun else number
        begun.append(line)
        if line is not None and separator in _QUOTED and _goes_on(begun, separator):
            if len(begun) < _MOST_LINES_OF_A_CELL:
                continue
            yield from _apart(begun, begins, separator)
        elif text := _joined(begun):
            yield begins, _cells(text, separator)
        elif line is None:
            yield from _apart(begun, begins, separator)
        begun = []
    yield from _apart(begun, begins, separator)


def _joined(begun: Sequence[str | None]) -> str:
    return "" if None in begun else "\n".join(line or "" for line in begun)


def _goes_on(begun: Sequence[str | None], separator: str) -> bool:
    """Whether a quote that opened a cell is still open."""
    text = _joined(begun)
    opens = text.startswith('"') or f'{separator}"' in text
    return opens and text.count('"') % 2 == 1


def _apart(
    begun: Sequence[str | None], begins: int, separator: str
) -> Iterator[tuple[int, list[str] | None]]:
    """Lines of a cell that was never closed, each a row of its own: the quote was only a quote."""
    for number, line in enumerate(begun, begins):
        if line is None:
            yield number, None
        elif line.strip():
            yield number, [cell.strip() for cell in line.split(separator)]


def _cells(text: str, separator: str) -> list[str]:
    if separator in _QUOTED and '"' in text:
        try:
            row = next(csv.reader([*text.splitlines(keepends=True)], delimiter=separator), [])
        except csv.Error:
            row = text.split(separator)
        return [" ".join(cell.split("\n")).strip() for cell in row]
    return [_unquoted(cell.strip()) for cell in text.split(separator)]


def _unquoted(cell: str) -> str:
    """A cell that a program has put into quotes though nothing divides it."""
    inner = cell[1:-1]
    if len(cell) > 1 and cell[0] == cell[-1] == '"' and '"' not in inner.replace('""', ""):
        return inner.replace('""', '"').strip()
    return cell


def _distinct(names: Sequence[str]) -> tuple[str, ...]:
    """Names of columns, none empty, none twice."""
    found: list[str] = []
    for number, name in enumerate(names, 1):
        found.append(name if name and name not in found else f"{name} {number}".strip())
    return tuple(found)
