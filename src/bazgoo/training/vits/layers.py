"""The layers that several parts are made of; sequences are batch × channels × length, masks batch × 1 × length."""

import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.nn.utils.parametrizations import weight_norm

EPSILON = 1e-5


class ChannelNorm(nn.Module):
    """Layer normalisation over the channels."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.scale = nn.Parameter(torch.ones(channels))
        self.shift = nn.Parameter(torch.zeros(channels))

    def forward(self, x: Tensor) -> Tensor:
        turned = functional.layer_norm(x.transpose(1, 2), self.scale.shape, self.scale, self.shift, EPSILON)
        return turned.transpose(1, 2)


class WaveNet(nn.Module):
    """Gated convolutions; each hands on what it changed and what it found. Kernel 5, no dilation."""

    def __init__(self, channels: int, layers: int, speaker_channels: int = 0) -> None:
        super().__init__()
        self.gated = nn.ModuleList(
            weight_norm(nn.Conv1d(channels, 2 * channels, 5, padding=2)) for _ in range(layers)
        )
        last = layers - 1
        self.onward = nn.ModuleList(
            weight_norm(nn.Conv1d(channels, channels if number == last else 2 * channels, 1))
            for number in range(layers)
        )
        self.speaker = (
            weight_norm(nn.Conv1d(speaker_channels, 2 * channels * layers, 1)) if speaker_channels else None
        )

    def forward(self, x: Tensor, mask: Tensor, speaker: Tensor | None = None) -> Tensor:
        """``speaker`` is batch × channels × 1."""
        found = torch.zeros_like(x)
        told = self.speaker(speaker).chunk(len(self.gated), 1) if self.speaker is not None else None
        for number, (gated, onward) in enumerate(zip(self.gated, self.onward, strict=True)):
            heard = gated(x) + told[number] if told is not None else gated(x)
            wave, gate = heard.chunk(2, 1)
            made = onward(torch.tanh(wave) * torch.sigmoid(gate))
            if number < len(self.gated) - 1:
                change, made = made.chunk(2, 1)
                x = (x + change) * mask
            found = found + made
        return found * mask


class SeparableStack(nn.Module):
    """Depthwise convolutions that reach ever further, each with one over the channels."""

    def __init__(self, channels: int, layers: int = 3, kernel: int = 3, dropout: float = 0.0) -> None:
        super().__init__()
        reaches = [kernel**number for number in range(layers)]
        self.depthwise = nn.ModuleList(
            nn.Conv1d(
                channels, channels, kernel, groups=channels, dilation=reach, padding=reach * (kernel // 2)
            )
            for reach in reaches
        )
        self.pointwise = nn.ModuleList(nn.Conv1d(channels, channels, 1) for _ in reaches)
        self.norms_1 = nn.ModuleList(ChannelNorm(channels) for _ in reaches)
        self.norms_2 = nn.ModuleList(ChannelNorm(channels) for _ in reaches)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        for depthwise, pointwise, first, second in zip(
            self.depthwise, self.pointwise, self.norms_1, self.norms_2, strict=True
        ):
            h = functional.gelu(first(depthwise(x * mask)))
            x = x + self.dropout(functional.gelu(second(pointwise(h))))
        return x * mask


def mask_of(lengths: Tensor, longest: int | Tensor) -> Tensor:
    """1 where a sequence is, 0 behind its end: batch × 1 × ``longest``, from ``lengths`` (int64, one each)."""
    return (torch.arange(longest, device=lengths.device)[None] < lengths[:, None]).unsqueeze(1).float()
