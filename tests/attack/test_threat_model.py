"""The threat model names a test for each threat; each is there."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
TOLD = (ROOT / "docs" / "threat-model.md").read_text("utf-8")
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


def test_each_threat_has_a_wall_and_a_test() -> None:
    rows = [line for line in TOLD.splitlines() if line.startswith("|") and "`tests/" in line]
    assert len(rows) > 30
    for row in rows:
        cells = [cell.strip() for cell in row.strip("|").split("|")]
        assert len(cells) == 3 and all(cells) and NAMED.search(cells[2]), row


def test_each_test_that_it_names_is_there() -> None:
    missing = [
        f"{file}::{name}" for file, name in set(NAMED.findall(TOLD)) if name not in _tests_in(ROOT / file)
    ]
    assert sorted(missing) == []


def _tests_in(file: Path) -> set[str]:
    if not file.is_file():
        return set()
    found = ast.walk(ast.parse(file.read_text("utf-8")))
    return {each.name for each in found if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef)}
