"""The stochastic duration predictor: a flow from noise to how long each symbol lasts."""

import math

import torch
from torch import Tensor, nn
from torch.nn import functional

from bazgoo.training.vits.dimensions import Dimensions
from bazgoo.training.vits.layers import SeparableStack
from bazgoo.training.vits.spline import BINS, bend, unbend

_FLOWS = 4
_DROPOUT = 0.5
_LOG_TWO_PI = math.log(2 * math.pi)


class Affine(nn.Module):
    """A scale and a shift for each channel."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.shift = nn.Parameter(torch.zeros(channels, 1))
        self.log_scale = nn.Parameter(torch.zeros(channels, 1))

    def forward(self, x: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """x scaled, and the logarithm of by how much, one number each example."""
        return (self.shift + x * self.log_scale.exp()) * mask, (self.log_scale * mask).sum((1, 2))

    def back(self, y: Tensor, mask: Tensor) -> Tensor:
        """The x of which ``forward`` makes y."""
        return (y - self.shift) * (-self.log_scale).exp() * mask


class SplineCoupling(nn.Module):
    """The first of two channels shapes the spline that bends the second."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.begin = nn.Conv1d(1, channels, 1)
        self.stack = SeparableStack(channels)
        self.shape = nn.Conv1d(channels, 3 * BINS - 1, 1)
        nn.init.zeros_(self.shape.weight)
        nn.init.zeros_(self.shape.bias)

    def forward(self, x: Tensor, mask: Tensor, known: Tensor) -> tuple[Tensor, Tensor]:
        """x bent, and the logarithm of by how much, one number each example."""
        first, second = x.chunk(2, 1)
        bent, log_slope = bend(second, *self._spline(first, mask, known))
        return torch.cat([first, bent], 1) * mask, (log_slope * mask).sum((1, 2))

    def back(self, y: Tensor, mask: Tensor, known: Tensor) -> Tensor:
        """The x of which ``forward`` makes y."""
        first, second = y.chunk(2, 1)
        return torch.cat([first, unbend(second, *self._spline(first, mask, known))], 1) * mask

    def _spline(self, first: Tensor, mask: Tensor, known: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Widths, heights and slopes, batch × 1 × length × bins."""
        h = self.shape(self.stack(self.begin(first) + known, mask)) * mask
        raw = h.transpose(1, 2).unsqueeze(1)
        widths, heights, slopes = raw.split([BINS, BINS, BINS - 1], -1)
        shrink = 1 / math.sqrt(self.begin.out_channels)
        return widths * shrink, heights * shrink, slopes


class Flow(nn.Module):
    """Couplings of two channels that take turns, after one scale."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.affine = Affine(2)
        self.couplings = nn.ModuleList(SplineCoupling(channels) for _ in range(_FLOWS))

    def forward(self, x: Tensor, mask: Tensor, known: Tensor) -> tuple[Tensor, Tensor]:
        """Batch × 2 × length to the same, and the logarithm of how much it stretches."""
        x, stretched = self.affine(x, mask)
        for coupling in self.couplings:
            x, more = coupling(x, mask, known)
            x, stretched = x.flip(1), stretched + more
        return x, stretched

    def back(self, y: Tensor, mask: Tensor, known: Tensor) -> Tensor:
        """Noise to durations, without the first coupling: it bends the channel that nobody asks for."""
        for coupling in reversed(self.couplings[1:]):
            y = coupling.back(y.flip(1), mask, known)
        return self.affine.back(y.flip(1), mask)


class Understanding(nn.Module):
    """What a part makes of its input before its flow: a convolution, a stack of them, another one."""

    def __init__(self, before: int, channels: int) -> None:
        super().__init__()
        self.begin = nn.Conv1d(before, channels, 1)
        self.stack = SeparableStack(channels, dropout=_DROPOUT)
        self.end = nn.Conv1d(channels, channels, 1)

    def forward(self, x: Tensor, mask: Tensor, told: Tensor | None = None) -> Tensor:
        begun = self.begin(x) if told is None else self.begin(x) + told
        return self.end(self.stack(begun, mask)) * mask


class DurationPredictor(nn.Module):
    """Frames of each symbol as a draw, and how likely given ones are."""

    def __init__(self, size: Dimensions) -> None:
        super().__init__()
        self.text = Understanding(size.hidden, size.hidden)
        self.speaker = nn.Conv1d(size.known_of_speaker, size.hidden, 1) if size.known_of_speaker else None
        self.flow = Flow(size.hidden)
        self.given = Understanding(1, size.hidden)
        self.posterior = Flow(size.hidden)

    def predict(self, x: Tensor, mask: Tensor, noise: Tensor, speaker: Tensor | None = None) -> Tensor:
        """Logarithms of frames (batch × 1 × length) for ``noise`` (batch × 2 × length)."""
        return self.flow.back(noise * mask, mask, self._known(x, mask, speaker)).chunk(2, 1)[0]

    def forward(self, x: Tensor, mask: Tensor, frames: Tensor, speaker: Tensor | None = None) -> Tensor:
        """A bound of the negative log-likelihood of ``frames`` (batch × 1 × length), one number each example.

        Whole frames are made continuous by what a second flow draws; the text encoder does not learn from it.
        """
        known = self._known(x.detach(), mask, speaker if speaker is None else speaker.detach())
        noise = torch.randn(x.shape[0], 2, x.shape[2], device=x.device, dtype=x.dtype) * mask
        drawn, stretched = self.posterior(noise, mask, known + self.given(frames, mask))
        part, other = drawn.chunk(2, 1)
        share = torch.sigmoid(part) * mask
        squeezed = (functional.logsigmoid(part) + functional.logsigmoid(-part)) * mask
        how_drawn = _surprise(noise, mask) + stretched + squeezed.sum((1, 2))
        logs = ((frames - share) * mask).clamp(min=1e-5).log() * mask
        latent, log_slope = self.flow(torch.cat([logs, other], 1), mask, known)
        return _surprise(latent, mask) - log_slope + logs.sum((1, 2)) - how_drawn

    def _known(self, x: Tensor, mask: Tensor, speaker: Tensor | None) -> Tensor:
        return self.text(x, mask, self.speaker(speaker) if self.speaker is not None else None)


def _surprise(x: Tensor, mask: Tensor) -> Tensor:
    """The negative log-likelihood of ``x`` as normal noise, one number each example."""
    return (0.5 * (_LOG_TWO_PI + x.square()) * mask).sum((1, 2))
