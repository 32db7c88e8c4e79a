import numpy as np

from bazgoo.datasets.holding_out import held_out
from tests.unit.datasets.recordings import add, new


def test_the_validation_split_is_held_out_without_what_is_excluded(tmp_path):
    with new(tmp_path) as dataset:
        for number in range(80):
            add(dataset, np.full(100, number / 100, np.float32), f"شمارهٔ {number}")
        validation = [record for record in dataset.all() if record.split == "validation"]
        assert held_out(dataset) == validation
        dataset.exclude([validation[0].n])
        assert held_out(dataset) == validation[1:]


def test_of_few_records_one_is_held_out_and_of_one_none(tmp_path):
    with new(tmp_path) as dataset:
        assert held_out(dataset) == []
        add(dataset, np.zeros(100, np.float32))
        assert [record.split for record in held_out(dataset)] in ([], ["validation"])
        add(dataset, np.ones(100, np.float32))
        assert len(held_out(dataset)) >= 1
