"""The reference says what the code says."""

from pathlib import Path

import pytest

from bazgoo.cli.reference import PAGES, variables
from bazgoo.settings import Settings

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize("place", PAGES)
def test_a_page_of_the_reference_is_current(place: str) -> None:
    assert (ROOT / place).read_text(encoding="utf-8") == PAGES[place](), "run: python -m bazgoo.cli.reference"


@pytest.mark.parametrize("name,field", [(name, field) for name, _, field in variables()])
def test_a_setting_is_explained(name: str, field) -> None:
    assert field.description, f"{name} has no docstring"


@pytest.mark.parametrize("name,default", [(name, default) for name, default, _ in variables() if default])
def test_the_default_in_the_example_is_accepted(name: str, default: str, monkeypatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    without = Settings.load()
    monkeypatch.setenv(name, default)
    assert Settings.load() == without
