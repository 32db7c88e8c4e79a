"""The network of a judge: convolutions over a log-mel spectrogram that tell the sound of each moment (CTC)."""

import torch
from torch import Tensor, nn
from torch.nn import functional

CHANNELS, BLOCKS, KERNEL, WIDER = 144, 6, 9, 2
STRIDE = 2
"""Frames of the spectrogram to one of the answer."""


class Recogniser(nn.Module):
    """Log-mels [batch, frames, mels] → log-probabilities [batch, ⌈frames ÷ 2⌉, 1 + sounds]; first is CTC's blank."""

    def __init__(self, mels: int, sounds: int) -> None:
        super().__init__()
        self.begin = nn.Conv1d(mels, CHANNELS, 5, STRIDE, padding=2)
        self.blocks = nn.ModuleList(Block() for _ in range(BLOCKS))
        self.norm = nn.LayerNorm(CHANNELS)
        self.end = nn.Linear(CHANNELS, 1 + sounds)

    def forward(self, mels: Tensor) -> Tensor:
        """Of whole utterances: what all frames of a band share, the microphone's colour, is taken out of each."""
        return self.tell((mels - mels.mean(1, keepdim=True)), None)

    def tell(self, centred: Tensor, lengths: Tensor | None) -> Tensor:
        """Of ``centred`` log-mels, zero behind their ``lengths`` [batch]."""
        x = self.begin(centred.transpose(1, 2) / SPREAD)
        inside = None if lengths is None else _inside(answers(lengths), x.shape[2])
        for block in self.blocks:
            x = block(x if inside is None else x * inside)
        return functional.log_softmax(self.end(self.norm(x.transpose(1, 2))), dim=-1)


SPREAD = 2.0
"""About the standard deviation of log-mels within a band."""


class Block(nn.Module):
    """ConvNeXt in one dimension (Liu et al., 2022): each channel over time, then all channels of a moment."""

    def __init__(self) -> None:
        super().__init__()
        self.over_time = nn.Conv1d(CHANNELS, CHANNELS, KERNEL, padding=KERNEL // 2, groups=CHANNELS)
        self.norm = nn.LayerNorm(CHANNELS)
        self.up = nn.Linear(CHANNELS, WIDER * CHANNELS)
        self.down = nn.Linear(WIDER * CHANNELS, CHANNELS)

    def forward(self, x: Tensor) -> Tensor:
        """[batch, channels, frames] → the same."""
        moment = self.norm(self.over_time(x).transpose(1, 2))
        return x + self.down(functional.gelu(self.up(moment))).transpose(1, 2)


def answers(lengths: Tensor) -> Tensor:
    """How many frames the answer to so many frames has."""
    return (lengths + STRIDE - 1) // STRIDE


def _inside(lengths: Tensor, longest: int) -> Tensor:
    """1 within each utterance, 0 behind it, [batch, 1, frames]."""
    return (torch.arange(longest, device=lengths.device) < lengths[:, None]).float()[:, None]
