"""A VITS voice of Transformers that nobody trained."""

import runpy
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[3] / "voices" / "make_tiny_mms.py"


@pytest.fixture(scope="session")
def make_mms():
    """Makes voices: `make_mms(folder, **changes of the configuration)`; gives the path of the weights."""
    return runpy.run_path(str(SCRIPT))["make_mms"]
