"""What the doctor says of every recipe alike; each recipe adds its own."""

from dataclasses import replace
from pathlib import Path

import pytest

from bazgoo.datasets import Dataset
from bazgoo.errors import TorchMissing, TrainingRefused
from bazgoo.training import recipes
from bazgoo.training.config import CONFIGS, read_config
from bazgoo.training.doctor import AROUND_S, NOTHING, Finding, Machine, Needs, examine, refuse
from bazgoo.training.presets import PRESETS

MACHINE = Machine(cpus=2, memory_free_mb=4000, disk_free_mb=4000, gpu=None, gpu_memory_mb=None, torch=True)
OWN = Finding("own", "خودش.", "Its own.")
NEEDS = replace(NOTHING, records=3, steps=10, seconds=60.0, memory_mb=500, disk_mb=50, warnings=(OWN,))


@pytest.fixture
def dataset(tmp_path: Path):
    with Dataset.create(tmp_path / "texts", "متن‌ها", "text") as dataset:
        for text in ("یک", "دو", "سه"):
            dataset.add(text, label=text)
        yield dataset


@pytest.fixture
def needing(monkeypatch: pytest.MonkeyPatch):
    def needs(said: Needs) -> None:
        monkeypatch.setattr(recipes, "findings_of", lambda recipe: lambda dataset, config, machine: said)

    needs(NEEDS)
    return needs


def codes(dataset: Dataset, machine: Machine = MACHINE, **config: object) -> list[str]:
    needs = examine(dataset, "classifier", read_config("classifier", config), machine)
    return [each.code for each in needs.refusals]


def test_what_the_recipe_finds_stays_and_time_around_it_is_added(dataset: Dataset, needing) -> None:
    needs = examine(dataset, "classifier", read_config("classifier", {}), MACHINE)
    assert needs == replace(NEEDS, seconds=NEEDS.seconds + AROUND_S)


@pytest.mark.parametrize(
    ("machine", "config", "code"),
    [
        (replace(MACHINE, torch=False), {}, "torch_missing"),
        (MACHINE, {"device": "cuda"}, "gpu_missing"),
        (replace(MACHINE, memory_free_mb=499), {}, "memory_short"),
        (replace(MACHINE, disk_free_mb=100), {}, "disk_short"),
        (replace(MACHINE, gpu="a GPU", gpu_memory_mb=400), {}, "memory_short"),
    ],
)
def test_a_machine_that_cannot_is_told_why(
    dataset: Dataset, needing, machine: Machine, config: dict[str, str], code: str
) -> None:
    assert codes(dataset, machine, **config) == [code]


def test_memory_of_a_gpu_does_not_matter_to_a_processor(dataset: Dataset, needing) -> None:
    assert codes(dataset, replace(MACHINE, gpu="a GPU", gpu_memory_mb=400), device="cpu") == []


def test_the_words_without_torch_are_those_of_the_error(dataset: Dataset, needing) -> None:
    needs = examine(dataset, "classifier", read_config("classifier", {}), replace(MACHINE, torch=False))
    assert needs.refusals == (Finding(TorchMissing.code, TorchMissing.fa, TorchMissing.en),)
    with pytest.raises(TrainingRefused) as refused:
        refuse(needs)
    assert [reason["code"] for reason in refused.value.data["reasons"]] == ["torch_missing"]


def test_nothing_to_learn_from_is_refused_before_the_recipe_is_asked(
    dataset: Dataset, tmp_path: Path
) -> None:
    dataset.exclude([1, 2, 3])
    assert codes(dataset) == ["all_excluded"]
    with Dataset.create(tmp_path / "empty", "خالی", "audio") as empty:
        assert codes(empty) == ["dataset_empty"]


def test_what_takes_days_is_said(dataset: Dataset, needing) -> None:
    needing(replace(NEEDS, seconds=3 * 86_400.0))
    needs = examine(dataset, "classifier", read_config("classifier", {}), MACHINE)
    assert [each.code for each in needs.warnings] == ["own", "takes_long"]
    assert "۳٫۰ روز" in needs.warnings[1].fa


def test_recordings_that_nobody_checked_are_named(dataset: Dataset, needing, tmp_path: Path) -> None:
    with Dataset.create(tmp_path / "sounds", "صداها", "audio") as sounds:
        sounds.add("سلام", duration_s=1.0)
        needs = examine(sounds, "voice", read_config("voice", {}), MACHINE)
    assert "unchecked" in [each.code for each in needs.warnings]


def test_this_machine_is_known(tmp_path: Path) -> None:
    here = Machine.here(tmp_path / "not" / "yet")
    assert here.cpus >= 1
    assert here.memory_free_mb > 0
    assert here.disk_free_mb > 0


@pytest.mark.parametrize("recipe", list(CONFIGS))
def test_every_preset_is_a_valid_config(recipe) -> None:
    minutes = [preset.minutes for preset in PRESETS[recipe]]
    assert minutes
    for preset in PRESETS[recipe]:
        read_config(recipe, preset.config)
