"""Classifiers taught in a second or two, each once for all tests."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from bazgoo.datasets import Dataset
from bazgoo.training.run import Asked, Run


class Taught(NamedTuple):
    """A run that has come to its end."""

    run: Run
    asked: Asked
    dataset: Dataset


Teach = Callable[..., Taught]


@pytest.fixture(scope="package")
def teach(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Teach]:
    """Teaches a classifier with the loop: `teach(material.words, max_steps=60)`; the same again is not done twice."""
    from bazgoo.training.trainer import train

    done: dict[str, Taught] = {}

    def run(make: Callable[[Path], Dataset], **config: Any) -> Taught:
        name = f"{make.__name__} {config}"
        if name not in done:
            folder = tmp_path_factory.mktemp("taught")
            dataset = make(folder / "dataset")
            asked = Asked("classifier", make.__name__, str(dataset.folder), {"device": "cpu", **config})
            done[name] = Taught(Run.create(folder / "run", asked), asked, dataset)
            train(done[name].run)
        return done[name]

    yield run
    for taught in done.values():
        taught.dataset.close()
