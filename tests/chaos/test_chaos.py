"""The short form: some kills under load, and everything that holds after two hundred holds after them."""

from pathlib import Path

import pytest

from tests.chaos import material
from tests.chaos.__main__ import Chaos
from tests.chaos.scene import Scene

pytest.importorskip("torch")


def test_nothing_is_lost_done_twice_or_left_when_processes_are_killed(tmp_path: Path) -> None:
    (tmp_path / "hub").mkdir()
    with material.open_hub(tmp_path / "hub") as hub:
        scene = Scene(tmp_path, hub.url)
        chaos = Chaos(scene, seed=3)
        try:
            chaos.run(seconds=5, kills=6)
        finally:
            scene.close()
            for process in scene.alive():
                process.kill()
    assert chaos.ledger.wrong == []
    assert chaos.killer.killed.total() >= 6
    assert chaos.ledger.recordings.all()
