"""Results on standard output: a table for people, lines or JSON for programs."""

import json
import sys
from collections.abc import Sequence
from typing import Any

from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table
from rich.text import Text


def print_json(content: Any) -> None:
    """One JSON object."""
    json.dump(content, sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")


def print_rows(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A table on a terminal; elsewhere a line for each row, tabs between its cells."""
    if not sys.stdout.isatty():
        sys.stdout.writelines("\t".join(row) + "\n" for row in rows)
        return
    table = Table(*heads, box=SIMPLE)
    for row in rows:
        table.add_row(*map(Text, row))
    Console().print(table)


def megabytes(size_bytes: int | None) -> str:
    """A size for people."""
    return (
        "?"
        if size_bytes is None
        else f"{size_bytes / 1e6:,.1f}"
        if size_bytes < 1e8
        else f"{size_bytes / 1e6:,.0f}"
    )
