"""On a GPU, a critic listens along."""

from unittest.mock import patch

import pytest

torch = pytest.importorskip("torch")

from bazgoo.training.voice import task as recipe  # noqa: E402
from tests.unit.training.voice.speech import make_dataset, make_task  # noqa: E402


class _Gpu:
    """A device that says it is a GPU, and computes here."""

    type = "cuda"


def test_on_a_cpu_nobody_listens(tmp_path):
    with make_dataset(tmp_path) as dataset:
        task = make_task(dataset, adversarial_from=0)
        assert set(task.networks) == {"acoustic", "vocoder"}


def test_the_critic_begins_when_told(tmp_path):
    small = recipe.Discriminators((2, 3), ((512, 50, 240),), (4, 8, 8), 4)
    with (
        make_dataset(tmp_path) as dataset,
        patch.object(recipe, "Discriminators", lambda: small),
        patch.object(torch.nn.ModuleDict, "to", lambda self, device: self),
    ):
        task = make_task(dataset, device=_Gpu(), adversarial_from=1)
        assert [objective.name for objective in task.objectives] == ["acoustic", "vocoder", "critic"]
        batch = task.collate(task.examples()[0][:2])
        first = [objective.loss(batch, 0) for objective in task.objectives]
        assert first[2] is None
        assert "deceit" not in first[1].parts
        then = [objective.loss(batch, 1) for objective in task.objectives]
        assert {"deceit", "features"} <= then[1].parts.keys()
        then[1].total.backward()
        assert all(weight.grad is None for weight in small.parameters())
        then[2].total.backward()
        assert all(weight.grad is not None for weight in small.parameters())
