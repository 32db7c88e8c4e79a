"""The layers of both networks; everything is [B, T, channels], and zero where the mask [B, T, 1] is."""

import torch
from torch import Tensor, nn
from torch.nn import functional

_HEADS, _FARTHEST = 4, 32


class ConvNeXt(nn.Module):
    """ConvNeXt over time (Liu et al. 2022): a depthwise convolution, then two layers for each moment."""

    def __init__(self, width: int, hidden: int, kernel: int, scale: float) -> None:
        super().__init__()
        self.around = nn.Conv1d(width, width, kernel, padding=kernel // 2, groups=width)
        self.norm = nn.LayerNorm(width)
        self.widen, self.narrow = nn.Linear(width, hidden), nn.Linear(hidden, width)
        self.scale = nn.Parameter(torch.full((width,), scale))

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """[B, T, width] → the same."""
        moved = self.narrow(functional.gelu(self.widen(self.norm(convolved(self.around, x)))))
        return (x + self.scale * moved) * mask


class Attention(nn.Module):
    """Self-attention that knows distances only (Raffel et al. 2020), up to 32 symbols."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(width)
        self.asked, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.distance = nn.Parameter(torch.zeros(_HEADS, 2 * _FARTHEST + 1))

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """[B, T, width] → the same."""
        query, key, value = (self._parted(part) for part in self.asked(self.norm(x)).chunk(3, dim=-1))
        places = torch.arange(x.shape[1], device=x.device)
        apart = (places[None] - places[:, None]).clamp(-_FARTHEST, _FARTHEST) + _FARTHEST
        scores = query @ key.transpose(2, 3) / (query.shape[-1] ** 0.5) + self.distance[:, apart]
        scores = scores.masked_fill(mask.transpose(1, 2)[:, None] == 0, -1e4)
        seen = (scores.softmax(dim=-1) @ value).transpose(1, 2).reshape(x.shape)
        return (x + self.out(seen)) * mask

    def _parted(self, x: Tensor) -> Tensor:
        """[B, T, width] → [B, heads, T, width / heads]."""
        return x.reshape(x.shape[0], x.shape[1], _HEADS, x.shape[2] // _HEADS).transpose(1, 2)


class Predictor(nn.Module):
    """A few numbers for each symbol (FastSpeech 2): two convolutions, normalised, with dropout."""

    def __init__(self, width: int, numbers: int) -> None:
        super().__init__()
        self.layers = nn.ModuleList([nn.Conv1d(width, width, 3, padding=1) for _ in range(2)])
        self.norms = nn.ModuleList([nn.LayerNorm(width) for _ in range(2)])
        self.dropout = nn.Dropout(0.1)
        self.out = nn.Linear(width, numbers)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """[B, N, width] → [B, N, numbers]."""
        for layer, norm in zip(self.layers, self.norms, strict=True):
            x = self.dropout(norm(functional.relu(convolved(layer, x * mask))))
        return self.out(x) * mask


def convolved(layer: nn.Conv1d, x: Tensor) -> Tensor:
    """``layer`` over time, [B, T, in] → [B, T, out]; in two dimensions, which is 2.5 times as fast on a CPU."""
    columns = x.transpose(1, 2)
    if torch.onnx.is_in_onnx_export():
        return layer(columns).transpose(1, 2)
    padding = (0, int(layer.padding[0]))
    wide = functional.conv2d(
        columns.unsqueeze(2), layer.weight.unsqueeze(2), layer.bias, padding=padding, groups=layer.groups
    )
    return wide.squeeze(2).transpose(1, 2)
