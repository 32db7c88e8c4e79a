"""One studio for all attacks."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.attack.target import Target, attacked


@pytest.fixture(scope="session")
def target(tmp_path_factory: pytest.TempPathFactory, tiny_voice: Path) -> Iterator[Target]:
    """A running studio with three people and what is theirs."""
    with attacked(tmp_path_factory.mktemp("attacked"), tiny_voice) as target:
        yield target
