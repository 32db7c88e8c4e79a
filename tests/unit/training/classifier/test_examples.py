"""Which records are learnt from, and what is measured of them."""

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from bazgoo.datasets import Dataset
from bazgoo.engines.classifier.sound import MelFrames
from bazgoo.training.classifier.examples import counts, divided, examples, labelled, measured
from bazgoo.training.classifier.seeing import fitted, numeric_columns, proposed
from bazgoo.training.config import ClassifierConfig
from tests.unit.training.classifier import material


@pytest.fixture
def texts(tmp_path: Path) -> Iterator[Dataset]:
    with Dataset.create(tmp_path / "dataset", "متن‌ها", "text") as dataset:
        with dataset.batch():
            for n in range(200):
                dataset.add(f"جملهٔ {n}", label=" زیاد " if n % 20 else "کم", speaker="س" if n < 50 else None)
            dataset.add("بی‌برچسب")
        yield dataset


def test_only_what_says_what_it_is(texts: Dataset) -> None:
    assert counts(labelled(texts, ClassifierConfig())) == {"زیاد": 190, "کم": 10}
    assert counts(labelled(texts, ClassifierConfig(target="speaker"))) == {"س": 50}


@pytest.mark.parametrize("share", [0.0, 0.05, 0.2, 0.5])
def test_the_share_of_every_label_is_set_aside(texts: Dataset, share: float) -> None:
    records = labelled(texts, ClassifierConfig())
    learning, validating = divided(records, share)
    assert {one.record.n for one in learning} | {one.record.n for one in validating} == {
        one.record.n for one in records
    }
    assert len(learning) + len(validating) == len(records)
    assert set(counts(learning)) == {"زیاد", "کم"}
    assert set(counts(validating)) == ({"زیاد", "کم"} if share else set())
    assert abs(len(validating) - share * len(records)) < 20


def test_what_is_set_aside_stays_so_when_records_come(texts: Dataset) -> None:
    before = {one.record.n for one in divided(labelled(texts, ClassifierConfig()), 0.2)[1]}
    texts.add("جملهٔ تازه", label="زیاد")
    after = {one.record.n for one in divided(labelled(texts, ClassifierConfig()), 0.2)[1]}
    assert before <= after | {201}


def test_columns_of_numbers(tmp_path: Path) -> None:
    cells = [{"a": "1", "b": "x", "c": "۲٫۵"}, {"a": "", "b": "2", "c": "3"}, {"a": "4", "b": "y", "d": "5"}]
    with Dataset.create(tmp_path / "dataset", "جدول", "csv") as dataset:
        for row in cells:
            dataset.add(json.dumps(row, ensure_ascii=False), label="م")
        assert numeric_columns(labelled(dataset, ClassifierConfig())) == (("a", "c", "d"), ("b",))


def test_features_of_what_is_learnt_from_have_one_scale(tmp_path: Path) -> None:
    config = ClassifierConfig()
    with material.table(tmp_path / "dataset") as dataset:
        records = labelled(dataset, config)
        plain = proposed(dataset, config, records)
        pairs = list(measured(dataset, plain, records))
        shown = examples(fitted(plain, [values for _, values in pairs]), ("بزرگ", "کوچک"), pairs)
    seen = np.stack([example.features for example in shown])
    assert seen.dtype == np.float32
    np.testing.assert_allclose(seen.mean(axis=0), 0, atol=1e-5)
    np.testing.assert_allclose(seen.std(axis=0), 1, atol=1e-5)


def test_convolutions_look_at_as_much_as_most_clips_last(tmp_path: Path) -> None:
    config = ClassifierConfig(network="convolutional")
    with material.words(tmp_path / "dataset") as dataset:
        records = labelled(dataset, config)
        features = proposed(dataset, config, records)
        longest_s = max(one.record.duration_s or 0 for one in records)
    assert isinstance(features, MelFrames)
    assert 30 <= features.frames <= longest_s * 100 + 1


def test_what_cannot_be_read_is_left_out(tmp_path: Path) -> None:
    config = ClassifierConfig()
    with material.words(tmp_path / "dataset") as dataset:
        broken = tmp_path / "broken.wav"
        broken.write_bytes(b"no sound")
        dataset.add("", file=broken, label="نه")
        records = labelled(dataset, config)
        assert len(list(measured(dataset, proposed(dataset, config, records), records))) == len(records) - 1
