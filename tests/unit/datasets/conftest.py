"""Clips made on the spot, and datasets to bring them into."""

from pathlib import Path

import numpy as np
import pytest
import soundfile

from bazgoo.datasets import Dataset
from bazgoo.datasets.records import Kind
from bazgoo.phonemes.espeak_ng import SAMPLE_RATE_HZ, synthesize


@pytest.fixture
def make(tmp_path: Path):
    """An empty dataset: `make("text")`."""
    made: list[Dataset] = []

    def create(kind: Kind = "audio") -> Dataset:
        made.append(Dataset.create(tmp_path / f"dataset{len(made)}", "نمونه", kind))
        return made[-1]

    yield create
    for dataset in made:
        dataset.close()


@pytest.fixture(scope="session")
def spoken():
    """A sentence as eSpeak says it, float32 at 22,050 Hz."""
    said: dict[str, np.ndarray] = {}

    def speak(text: str) -> np.ndarray:
        if text not in said:
            said[text] = synthesize(text).astype(np.float32) / 32768
        return said[text]

    return speak


@pytest.fixture(scope="session")
def clip(spoken):
    """Writes a clip, the format by its ending: `clip(path, "سلام")`."""

    def write(path: Path, text: str = "سلام دنیا", format: str | None = None) -> Path:
        path.parent.mkdir(parents=True, exist_ok=True)
        endings = {".wave": "WAV", ".opus": "OGG", "": "WAV"}
        given = format or endings.get(path.suffix.lower()) or path.suffix[1:].upper()
        soundfile.write(path, spoken(text), SAMPLE_RATE_HZ, format=given)
        return path

    return write
