"""Which records a training learns from follows from what they hold."""

from pathlib import Path

import pytest

from bazgoo.datasets import Dataset
from bazgoo.datasets.records import split_of
from bazgoo.training.splitting import divided


@pytest.fixture
def dataset(tmp_path: Path):
    with Dataset.create(tmp_path / "texts", "متن‌ها", "text") as dataset:
        with dataset.batch():
            for n in range(400):
                dataset.add(f"جملهٔ {n}")
        yield dataset


@pytest.mark.parametrize("share", [0.0, 0.05, 0.12, 0.2, 0.5])
def test_about_the_share_is_set_aside(dataset: Dataset, share: float) -> None:
    learning, validating = divided(dataset, share)
    assert len(learning) + len(validating) == 400
    assert abs(len(validating) - 400 * share) < 30
    assert {record.n for record in learning}.isdisjoint(record.n for record in validating)


def test_the_usual_share_is_what_the_dataset_itself_says(dataset: Dataset) -> None:
    assert {record.n for record in divided(dataset, 0.05)[1]} == {
        record.n for record in dataset.all() if record.split == "validation"
    }


def test_what_is_in_a_share_is_in_a_larger_one() -> None:
    contents = [str(n) for n in range(2000)]
    drawn = [
        {text for text in contents if split_of(text, share) == "validation"} for share in (0.03, 0.05, 0.3)
    ]
    assert drawn[0] < drawn[1] < drawn[2]


def test_excluded_records_are_nowhere_and_others_stay_where_they_are(dataset: Dataset) -> None:
    before = {record.n for record in divided(dataset, 0.2)[1]}
    dataset.exclude(range(1, 200))
    after = {record.n for record in divided(dataset, 0.2)[1]}
    assert after == {n for n in before if n >= 200}


@pytest.mark.parametrize("texts", [("آ", "ب"), ("۱", "۲", "۳")])
@pytest.mark.parametrize("share", [0.001, 0.5])
def test_no_side_of_a_small_dataset_is_empty(tmp_path: Path, texts: tuple[str, ...], share: float) -> None:
    with Dataset.create(tmp_path / "few", "کم", "text") as few:
        for text in texts:
            few.add(text)
        learning, validating = divided(few, share)
    assert learning
    assert validating
