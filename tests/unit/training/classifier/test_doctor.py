"""What is said before a classifier is taught."""

import json
import math
import string
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from bazgoo.datasets import Dataset
from bazgoo.training.classifier.doctor import findings
from bazgoo.training.classifier.examples import divided, labelled
from bazgoo.training.config import read_config
from bazgoo.training.doctor import Machine, Needs
from tests.unit.training.classifier import material

MACHINE = Machine(cpus=2, memory_free_mb=4_000, disk_free_mb=10_000, gpu=None, gpu_memory_mb=None, torch=True)
ROWS: Mapping[str, Sequence[Mapping[str, Any]]] = {
    "plain": [{"text": f"متن {n}"} for n in range(5)],
    "same": [{"text": f"متن {n}", "label": "الف"} for n in range(5)],
    "lonely": [*({"text": f"متن {n}", "label": "الف"} for n in range(5)), {"text": "تنها", "label": "ب"}],
    "uneven": [{"text": f"متن {n}", "label": "الف" if n else "ب"} for n in range(60)]
    + [{"text": "دیگر", "label": "ب"}, {"text": "بی‌برچسب"}],
    "words": [{"text": json.dumps({"رنگ": "سرخ"}, ensure_ascii=False), "label": label} for label in "آبآبآب"],
}


@pytest.fixture
def dataset(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Dataset]:
    kind, rows = request.param
    with Dataset.create(tmp_path / "dataset", "آزمایش", kind) as dataset:
        with dataset.batch():
            for row in ROWS[rows]:
                dataset.add(**row)
        yield dataset


def asked(dataset: Dataset, **config: Any) -> Needs:
    return findings(dataset, read_config("classifier", config), MACHINE)


def codes(dataset: Dataset, **config: Any) -> tuple[list[str], list[str]]:
    needs = asked(dataset, **config)
    return [one.code for one in needs.refusals], [one.code for one in needs.warnings]


@pytest.mark.parametrize(
    ("dataset", "config", "refusals", "warnings"),
    [
        (("text", "plain"), {}, ["no_labels"], []),
        (("text", "plain"), {"target": "speaker"}, ["no_labels"], []),
        (("text", "same"), {}, ["one_label"], []),
        (("text", "lonely"), {}, ["label_too_small"], []),
        (("text", "uneven"), {}, [], ["few_examples", "unbalanced", "unlabelled"]),
        (("text", "uneven"), {"features": "mel"}, ["features_unfit"], []),
        (("text", "uneven"), {"features": "numbers"}, ["features_unfit"], []),
        (("csv", "words"), {}, ["columns_not_numbers"], []),
        (("csv", "words"), {"features": "characters"}, [], ["few_examples"]),
    ],
    indirect=["dataset"],
)
def test_what_is_wrong_is_named(
    dataset: Dataset, config: dict[str, Any], refusals: list[str], warnings: list[str]
) -> None:
    assert codes(dataset, **config) == (refusals, warnings)
    for finding in (*asked(dataset, **config).refusals, *asked(dataset, **config).warnings):
        assert not set(finding.fa) & set(string.digits)
        assert finding.fa.endswith(".")
        assert finding.en.endswith(".")


def test_columns_that_are_no_numbers_are_named(tmp_path: Path) -> None:
    with material.table(tmp_path / "dataset") as dataset:
        assert codes(dataset) == ([], ["columns_left_out"])
        assert "رنگ" in asked(dataset).warnings[0].fa
        assert codes(dataset, network="convolutional") == ([], ["network_dense", "columns_left_out"])


def test_what_it_will_take(tmp_path: Path) -> None:
    with material.table(tmp_path / "dataset") as dataset:
        needs, learns = asked(dataset, epochs=10), (3 * 128 + 128) + (128 * 64 + 64) + (64 * 2 + 2)
        assert (needs.records, needs.parameters) == (300, learns)
        config = read_config("classifier", {})
        learning, _ = divided(labelled(dataset, config), config.validation_split)
        assert needs.steps == 10 * math.ceil(len(learning) / 16)
        assert asked(dataset, max_steps=7).steps == 7
        assert asked(dataset, epochs=1000).seconds > needs.seconds > 0
        assert needs.memory_mb > 100
        assert needs.disk_mb >= 1


def test_it_does_without_torch() -> None:
    asking = "import sys, bazgoo.training.classifier.doctor; sys.exit('torch' in sys.modules or 'onnx' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asking], check=False, timeout=60).returncode == 0
