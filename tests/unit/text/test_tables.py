"""Every row of tests/tables is a fact about reading: what is written, what is said, and why."""

import csv
from pathlib import Path

import pytest

from bazgoo.text import normalize, passages, read

TABLES = Path(__file__).parents[2] / "tables"
READINGS = sorted(path for path in TABLES.glob("*.csv") if path.stem != "sentences")


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def cases(*paths: Path) -> list[object]:
    return [
        pytest.param(row["input"], row["expected"], id=f"{path.stem}-{number}")
        for path in paths
        for number, row in enumerate(rows(path), start=2)
    ]


@pytest.mark.parametrize("path", [*READINGS, TABLES / "sentences.csv"], ids=lambda path: path.stem)
def test_a_table_has_its_three_columns_and_no_input_twice(path: Path) -> None:
    table = rows(path)
    assert all(set(row) == {"input", "expected", "why"} and row["input"] for row in table)
    assert len({row["input"] for row in table}) == len(table)


@pytest.mark.parametrize(("written", "spoken"), cases(*READINGS))
def test_written_is_said_as_the_table_says(written: str, spoken: str) -> None:
    assert normalize(written) == spoken


@pytest.mark.parametrize(("written", "spoken"), cases(*READINGS))
def test_what_is_said_is_read_as_it_stands(written: str, spoken: str) -> None:
    assert normalize(spoken) == spoken


@pytest.mark.parametrize(("written", "spoken"), cases(*READINGS))
def test_tokens_of_a_table_slice_their_source(written: str, spoken: str) -> None:
    assert all(written[token.start : token.end] == token.text for token in read(written))


@pytest.mark.parametrize(("written", "divided"), cases(TABLES / "sentences.csv"))
def test_sentences_are_divided_as_the_table_says(written: str, divided: str) -> None:
    assert [passage.text for passage in passages(written.replace("⏎", "\n"))] == divided.split(" ‖ ")
