"""The search finds the likeliest monotonic way."""

import itertools

import numpy as np
import pytest

from bazgoo.training.voice.alignment import durations, near_diagonal, prior_weight


def _by_trying_all(likelihood: np.ndarray) -> float:
    """The best sum over every way to divide the frames among the symbols."""
    count, length = likelihood.shape
    best = -np.inf
    for cuts in itertools.combinations(range(1, length), count - 1):
        edges = (0, *cuts, length)
        best = max(best, sum(likelihood[n, edges[n] : edges[n + 1]].sum() for n in range(count)))
    return best


def _sum_on(likelihood: np.ndarray, lasts: np.ndarray) -> float:
    way = np.repeat(np.arange(len(lasts)), lasts)
    return likelihood[way, np.arange(len(way))].sum()


def test_no_other_way_is_likelier():
    dice = np.random.default_rng(1)
    symbols, frames = np.array([4, 1, 3, 5]), np.array([9, 7, 3, 8])
    likelihood = dice.standard_normal((4, 5, 9)).astype(np.float32)
    found = durations(likelihood, symbols, frames)
    for one, lasts, count, length in zip(likelihood, found, symbols, frames, strict=True):
        assert lasts.sum() == length
        assert (lasts[:count] >= 1).all()
        assert not lasts[count:].any()
        real = one[:count, :length]
        assert _sum_on(real, lasts[:count]) == pytest.approx(_by_trying_all(real), abs=1e-5)


def test_too_few_frames_are_refused():
    with pytest.raises(ValueError, match="fewer frames"):
        durations(np.zeros((1, 3, 2), np.float32), np.array([3]), np.array([2]))


def test_knowing_nothing_it_keeps_near_the_diagonal():
    symbols, frames = np.array([5]), np.array([20])
    found = durations(near_diagonal(symbols, frames, (5, 20)), symbols, frames)
    np.testing.assert_array_equal(found, [[4, 4, 4, 4, 4]])


def test_the_diagonal_is_forgotten():
    assert prior_weight(0) > prior_weight(200) > prior_weight(400) == prior_weight(10_000) == 0
