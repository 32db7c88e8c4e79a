"""Every promise of the README is tied to tests, in `docs/promises.md`."""

import re
from pathlib import Path

import pytest

HERE = Path(__file__).parents[2]
README = " ".join((HERE / "README.md").read_text("utf-8").split())
ROWS = [
    tuple(cell.strip() for cell in line.strip("| \n").split(" | "))
    for line in (HERE / "docs/promises.md").read_text("utf-8").splitlines()
    if line.startswith("| ") and not line.startswith("| the README")
]
PROMISES = [promise for promise, _ in ROWS]
TESTS = sorted({test for _, tests in ROWS for test in re.findall(r"`(tests/[^`]+)`", tests)})


@pytest.mark.parametrize("promise", PROMISES)
def test_its_words_stand_in_the_readme(promise: str) -> None:
    assert " ".join(promise.split()) in README


@pytest.mark.parametrize(("promise", "tests"), ROWS)
def test_it_names_a_test(promise: str, tests: str) -> None:
    assert re.fullmatch(r"(`tests/[\w/]+\.py::test_\w+` ?)+", tests), promise


@pytest.mark.parametrize("test", TESTS)
def test_the_test_exists(test: str) -> None:
    path, _, name = test.partition("::")
    assert re.search(rf"^(async )?def {name}\(", (HERE / path).read_text("utf-8"), re.MULTILINE)


def test_every_line_of_what_it_does_today_has_a_promise() -> None:
    lines = re.findall(r"(?:^|\s)- (\*\*[^*]+\*\*)", README)
    assert lines
    assert [line for line in lines if not any(promise.startswith(line) for promise in PROMISES)] == []


def test_every_command_has_a_promise() -> None:
    commands = set(re.findall(r"(?<![\w/.])bazgoo (?:(?:models|dataset|voice) )?[a-z]+", README))
    assert {command for command in commands if command not in PROMISES} == set()
