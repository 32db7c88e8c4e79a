"""Splines bend numbers and bend them back."""

import pytest

torch = pytest.importorskip("torch")

from bazgoo.training.vits.spline import BINS, BOUND, bend, unbend  # noqa: E402 - after the check for torch


def spline(count: int) -> tuple["torch.Tensor", ...]:
    torch.manual_seed(4)
    return torch.randn(count, BINS), torch.randn(count, BINS), torch.randn(count, BINS - 1)


def test_what_is_bent_is_bent_back() -> None:
    x = torch.linspace(-7, 7, 501)
    bent, _ = bend(x, *spline(501))
    torch.testing.assert_close(unbend(bent, *spline(501)), x, atol=2e-4, rtol=0)


def test_the_slope_is_that_of_the_curve() -> None:
    x = torch.linspace(-4.9, 4.9, 101, dtype=torch.float64).requires_grad_()
    bent, log_slope = bend(x, *(part.double() for part in spline(101)))
    (slope,) = torch.autograd.grad(bent.sum(), x)
    torch.testing.assert_close(log_slope, slope.log())


def test_beyond_the_bounds_nothing_is_bent() -> None:
    x = torch.tensor([-BOUND - 1, BOUND + 0.5])
    bent, log_slope = bend(x, *spline(2))
    assert torch.equal(bent, x)
    assert not log_slope.any()
