"""Datasets without sound: texts with or without labels, and rows of numbers with a label."""

import json
from collections.abc import Iterator, Mapping, Sequence

from bazgoo.datasets.filters import plain
from bazgoo.datasets.importing.columns import roles, text_and_label
from bazgoo.datasets.importing.report import Found, Rejection, rejection
from bazgoo.datasets.importing.tables import Row, Table, table
from bazgoo.datasets.importing.tree import TABLES, Tree

_MOSTLY = 0.8


def tables(tree: Tree) -> list[Table]:
    """Every table among the files."""
    paths = [path for path in tree.files if path.suffix.lower() in TABLES or not path.suffix]
    return [found for path in paths if (found := table(path, tree.name(path)))]


def texts(table: Table) -> Iterator[Found | Rejection]:
    """A record for each text."""
    sample = [row.cells for row in table.sample()]
    named = roles(table.columns) if table.named else {}
    columns = named if "text" in named else {**text_and_label(table.columns, sample), **named}
    for row in table.rows():
        if isinstance(row, Rejection):
            yield row
            continue
        text, label = row.cells.get(columns["text"], ""), row.cells.get(columns.get("label", ""), "")
        if not text:
            yield rejection("no_text", table.name, row.line)
        elif not label and "label" in columns:
            yield rejection("no_label", table.name, row.line)
        else:
            yield Found(text, None, label or None, file=table.name, line=row.line)


def numbers(table: Table) -> Iterator[Found | Rejection]:
    """A record for each row: its columns as a JSON object, but for the label."""
    sample = [row.cells for row in table.sample()]
    numeric = [column for column in table.columns if _is_numeric(sample, column)]
    label = _label(table, numeric)
    for row in table.rows():
        yield row if isinstance(row, Rejection) else _row(table, row, numeric, label)


def _row(table: Table, row: Row, numeric: Sequence[str], label: str | None) -> Found | Rejection:
    values: dict[str, float | str] = {}
    for column in table.columns:
        cell = row.cells.get(column, "")
        if column == label:
            continue
        number = _number(cell, table.separator)
        if number is None and column in numeric:
            return rejection("number_invalid", table.name, row.line, value=cell, name=column)
        values[column] = cell if number is None or column not in numeric else number
    said = row.cells.get(label, "") if label else ""
    if label and not said:
        return rejection("no_label", table.name, row.line)
    return Found(json.dumps(values, ensure_ascii=False), None, said or None, file=table.name, line=row.line)


def _label(table: Table, numeric: Sequence[str]) -> str | None:
    """The column that is named so, else the last when it holds words."""
    if table.named and (named := roles(table.columns).get("label")):
        return named
    words = [column for column in table.columns if column not in numeric]
    return words[-1] if words and words[-1] in (table.columns[-1], table.columns[0]) else None


def _is_numeric(sample: Sequence[Mapping[str, str]], column: str) -> bool:
    said = [cell for row in sample if (cell := row.get(column, ""))]
    return bool(said) and sum(_number(cell, ";") is not None for cell in said) >= _MOSTLY * len(said)


def _number(cell: str, separator: str | None) -> float | None:
    """A finite number, also in Persian digits; with a decimal comma where commas do not divide cells."""
    written = plain(cell).strip().replace("٫", ".").replace("٬", "").replace("−", "-")
    if separator != ",":
        written = written.replace(",", ".") if written.count(",") == 1 and "." not in written else written
    try:
        number = float(written)
    except ValueError:
        return None
    return number if abs(number) < float("inf") else None
