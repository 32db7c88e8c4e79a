"""The order in which examples come."""

import pytest

from bazgoo.training.sampler import Sampler
from bazgoo.training.schedule import share_of_rate


@pytest.mark.parametrize("lengths", [None, [float(n * 37 % 101) for n in range(103)]])
def test_every_example_comes_once_an_epoch(lengths: list[float] | None) -> None:
    sampler = Sampler(103, 8, seed=1, lengths=lengths)
    batches = sampler.epoch(4)
    assert len(batches) == len(sampler) == 13
    assert sorted(n for batch in batches for n in batch) == list(range(103))
    assert batches == Sampler(103, 8, seed=1, lengths=lengths).epoch(4)
    assert batches not in (sampler.epoch(5), Sampler(103, 8, seed=2, lengths=lengths).epoch(4))


def test_those_of_like_length_come_together() -> None:
    lengths = [float(n * 37 % 101) for n in range(400)]

    def spread(batches: list[list[int]]) -> float:
        return sum(max(lengths[n] for n in batch) - min(lengths[n] for n in batch) for batch in batches)

    assert spread(Sampler(400, 8, 1, lengths).epoch(1)) < spread(Sampler(400, 8, 1).epoch(1)) / 4


@pytest.mark.parametrize("total", [1, 5, 100, 100_000])
def test_the_rate_rises_and_falls(total: int) -> None:
    shares = [share_of_rate(step, total) for step in range(total)]
    assert all(0 < share <= 1 for share in shares)
    assert max(shares) == 1 or total == 1
    assert shares.index(max(shares)) <= 400
    assert total == 1 or shares[-1] < shares[shares.index(max(shares))] or total < 3
