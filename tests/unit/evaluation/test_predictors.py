import numpy as np
import pytest

from bazgoo.errors import ModelDamaged
from bazgoo.evaluation.predictors import RATE_HZ, opinion_predictor_below, recogniser_below
from tests.voices.make_tiny_judges import loud, make_judges


@pytest.fixture
def models(tmp_path):
    return make_judges(tmp_path / "models")


def test_a_recogniser_writes_what_it_hears_without_repeats_and_blanks(models):
    heard = np.concatenate(
        [np.repeat(loud("س"), 3), loud("ل ا_ایم")]
    )  # a sound held long, and one said twice
    assert recogniser_below(models).write(heard, RATE_HZ) == "سل اایم"


def test_it_hears_16_khz_whatever_it_is_given(models):
    import soxr

    twice = soxr.resample(np.repeat(loud("سلام"), 20), RATE_HZ, 48_000)
    assert recogniser_below(models).write(twice, 48_000).startswith("سلام")


@pytest.mark.parametrize("length", [None, 48_000])
def test_an_opinion_is_the_last_number(tmp_path, length):
    predictor = opinion_predictor_below(make_judges(tmp_path, length))
    assert predictor.score(np.full(16_000, 0.5, np.float32), RATE_HZ) == pytest.approx(3, abs=0.01)


def test_nobody_judges_where_nothing_is_installed(tmp_path):
    assert recogniser_below(tmp_path) is None
    assert recogniser_below(tmp_path / "none") is None
    assert opinion_predictor_below(None) is None


@pytest.mark.parametrize(
    ("file", "find"),
    [
        ("recogniser/onnx/model.onnx", recogniser_below),
        ("recogniser/vocab.json", recogniser_below),
        ("opinions/mos.onnx", opinion_predictor_below),
    ],
)
def test_damaged_files_are_named(models, file, find):
    (models / file).write_bytes(b"[1]")
    with pytest.raises(ModelDamaged) as raised:
        find(models)
    assert raised.value.data["file"] in file
