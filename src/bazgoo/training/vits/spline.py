"""Rational quadratic splines, by which a flow bends numbers (Durkan et al., arXiv 1906.04032)."""

import math
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

BINS = 10
BOUND = 5.0
"""Beyond it nothing is bent."""

_LEAST = 1e-3  # no bin is narrower, lower or flatter
_STRAIGHT = math.log(math.expm1(1 - _LEAST))


@dataclass(frozen=True, slots=True)
class _Bin:
    """The bin each number lies in: its edges, sizes and the slopes at both ends."""

    left: Tensor
    low: Tensor
    width: Tensor
    height: Tensor
    rise: Tensor
    next_rise: Tensor

    @property
    def slope(self) -> Tensor:
        return self.height / self.width

    @property
    def curve(self) -> Tensor:
        return self.rise + self.next_rise - 2 * self.slope


def bend(x: Tensor, widths: Tensor, heights: Tensor, slopes: Tensor) -> tuple[Tensor, Tensor]:
    """``x`` bent, and the logarithm of the slope there.

    ``widths`` and ``heights`` are like x with BINS raw numbers for each of its own, ``slopes`` with BINS - 1.
    """
    inside = x.clamp(-BOUND, BOUND)
    bin_ = _found(inside, _knots(widths), _knots(heights), slopes, by_height=False)
    at = (inside - bin_.left) / bin_.width
    mixed = at * (1 - at)
    below = bin_.slope + bin_.curve * mixed
    bent = bin_.low + bin_.height * (bin_.slope * at.square() + bin_.rise * mixed) / below
    steep = bin_.next_rise * at.square() + 2 * bin_.slope * mixed + bin_.rise * (1 - at).square()
    log_slope = 2 * bin_.slope.log() + steep.log() - 2 * below.log()
    within = x.abs() <= BOUND
    return torch.where(within, bent, x), torch.where(within, log_slope, torch.zeros_like(x))


def unbend(y: Tensor, widths: Tensor, heights: Tensor, slopes: Tensor) -> Tensor:
    """The x of which ``bend`` makes ``y``."""
    inside = y.clamp(-BOUND, BOUND)
    bin_ = _found(inside, _knots(widths), _knots(heights), slopes, by_height=True)
    above = inside - bin_.low
    a = above * bin_.curve + bin_.height * (bin_.slope - bin_.rise)
    b = bin_.height * bin_.rise - above * bin_.curve
    c = -bin_.slope * above
    root = 2 * c / (-b - (b.square() - 4 * a * c).clamp(min=0).sqrt())
    return torch.where(y.abs() <= BOUND, root * bin_.width + bin_.left, y)


def _knots(raw: Tensor) -> Tensor:
    """Where bins begin and end, … × BINS + 1, from one bound to the other."""
    shares = _LEAST + (1 - _LEAST * BINS) * functional.softmax(raw, -1)
    # A running sum as a product: a GPU's own is not the same each time.
    ends = shares @ torch.ones(BINS, BINS - 1, dtype=raw.dtype, device=raw.device).triu()
    return functional.pad(functional.pad(2 * BOUND * ends - BOUND, (1, 0), value=-BOUND), (0, 1), value=BOUND)


def _found(x: Tensor, across: Tensor, up: Tensor, slopes: Tensor, *, by_height: bool) -> _Bin:
    begins = (up if by_height else across)[..., :-1]
    index = (x.unsqueeze(-1) >= begins).sum(-1, keepdim=True) - 1
    rises = _LEAST + functional.softplus(functional.pad(slopes, (1, 1), value=_STRAIGHT))

    def pick(table: Tensor, further: int) -> Tensor:
        return table.gather(-1, index + further).squeeze(-1)

    left, low = pick(across, 0), pick(up, 0)
    return _Bin(left, low, pick(across, 1) - left, pick(up, 1) - low, pick(rises, 0), pick(rises, 1))
