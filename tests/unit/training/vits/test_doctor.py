"""VITS is refused on a CPU, and what it takes on a GPU is told."""

from dataclasses import replace

import pytest

from bazgoo.datasets import Dataset
from bazgoo.training.config import VitsConfig
from bazgoo.training.doctor import Machine, examine
from bazgoo.training.vits.doctor import DISCRIMINATORS, GENERATOR

LAPTOP = Machine(cpus=2, memory_free_mb=8_000, disk_free_mb=90_000, gpu=None, gpu_memory_mb=None, torch=True)
SERVER = replace(LAPTOP, gpu="H200", gpu_memory_mb=140_000)


@pytest.fixture
def dataset(tmp_path):
    with Dataset.create(tmp_path / "dataset", "آزمایش", "audio") as made:
        for number in range(100):
            file = tmp_path / f"{number}.wav"
            file.write_bytes(b"sound")
            made.add("سلام دنیا.", file=file, duration_s=5.0, sample_rate=22_050)
        yield made


def codes(findings):
    return {finding.code for finding in findings}


def test_a_cpu_is_refused_and_another_recipe_offered(dataset):
    for machine, device in ((LAPTOP, "auto"), (SERVER, "cpu")):
        needs = examine(dataset, "vits", VitsConfig(device=device), machine)
        assert "gpu_needed" in codes(needs.refusals)
        (finding,) = (each for each in needs.refusals if each.code == "gpu_needed")
        assert "voice" in finding.fa
        assert "CPU seconds" in finding.en


def test_a_gpu_is_enough(dataset):
    needs = examine(dataset, "vits", VitsConfig(), SERVER)
    assert not needs.refusals
    assert needs.parameters == GENERATOR + DISCRIMINATORS
    assert 10_000 < needs.memory_mb < 24_000
    assert needs.steps == 3 * 1000
    assert "begins_from_nothing" in codes(needs.warnings)


def test_a_small_gpu_wants_a_smaller_batch(dataset):
    small = replace(SERVER, gpu_memory_mb=8_000)
    assert codes(examine(dataset, "vits", VitsConfig(), small).refusals) == {"memory_short"}
    assert not examine(dataset, "vits", VitsConfig(batch_size=8), small).refusals


def test_a_checkpoint_to_begin_from_must_be_there(dataset, tmp_path):
    config = VitsConfig(base_checkpoint=str(tmp_path / "base.ckpt"))
    assert codes(examine(dataset, "vits", config, SERVER).refusals) == {"base_checkpoint_missing"}
    (tmp_path / "base.ckpt").touch()
    needs = examine(dataset, "vits", config, SERVER)
    assert not needs.refusals
    assert "begins_from_nothing" not in codes(needs.warnings)


def test_the_numbers_that_learn_are_counted_right():
    pytest.importorskip("torch")
    from bazgoo.training.adversarial import Discriminators
    from bazgoo.training.vits.dimensions import Dimensions
    from bazgoo.training.vits.network import Vits

    networks = (Vits(Dimensions()), Discriminators())
    counts = tuple(sum(each.numel() for each in network.parameters()) for network in networks)
    assert counts == (GENERATOR, DISCRIMINATORS)
