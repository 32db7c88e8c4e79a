"""The measurement of downloads runs, with every client that is here."""

import pytest

from bazgoo.cli.bench import downloads


def test_bazgoo_finishes_and_brings_nothing_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(downloads, "ROUNDS", 1)
    monkeypatch.setattr(downloads, "MOST_CALLS", 1)
    seconds, memory, again = downloads.measure(size_mb=3)
    assert seconds.bazgoo > 0 and memory.bazgoo > 10
    assert again.bazgoo == 0
