"""The text encoder: a transformer that knows how far symbols are apart (Shaw et al., arXiv 1803.02155)."""

import math

import torch
from torch import Tensor, nn
from torch.nn import functional

from bazgoo.training.vits.dimensions import Dimensions
from bazgoo.training.vits.layers import ChannelNorm, mask_of

_DROPOUT = 0.1
_NEVER = -1e4


class Attention(nn.Module):
    """What is alike, and how far apart it is, decide what is heard; all heads share the table of distances."""

    def __init__(self, channels: int, heads: int, window: int) -> None:
        super().__init__()
        self.heads, self.window = heads, window
        self.query = nn.Conv1d(channels, channels, 1)
        self.key = nn.Conv1d(channels, channels, 1)
        self.value = nn.Conv1d(channels, channels, 1)
        self.out = nn.Conv1d(channels, channels, 1)
        size = channels // heads
        self.near_keys = nn.Parameter(torch.randn(1, 2 * window + 1, size) * size**-0.5)
        self.near_values = nn.Parameter(torch.randn(1, 2 * window + 1, size) * size**-0.5)
        self.dropout = nn.Dropout(_DROPOUT)
        for layer in (self.query, self.key, self.value):
            nn.init.xavier_uniform_(layer.weight)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        query, key, value = (self._apart(layer(x)) for layer in (self.query, self.key, self.value))
        query = query / math.sqrt(query.shape[-1])
        scores = query @ key.transpose(-1, -2) + self._by_distance(query @ self.near_keys.transpose(-1, -2))
        scores = scores.masked_fill(mask.unsqueeze(2) * mask.unsqueeze(-1) == 0, _NEVER)
        heed = self.dropout(functional.softmax(scores, -1))
        heard = heed @ value + self._nearby(heed) @ self.near_values
        return self.out(heard.transpose(-1, -2).flatten(1, 2))

    def _apart(self, x: Tensor) -> Tensor:
        """Batch × heads × length × size."""
        return x.reshape(x.shape[0], self.heads, -1, x.shape[2]).transpose(-1, -2)

    def _by_distance(self, scores: Tensor) -> Tensor:
        """Scores of each distance (… × length × distances) as scores of each place; 0 for what is too far."""
        places = torch.arange(scores.shape[-2], device=scores.device)
        away = (places[None] - places[:, None]).clamp(-self.window - 1, self.window + 1) + self.window + 1
        index = away.expand(*scores.shape[:2], -1, -1)
        return functional.pad(scores, (1, 1)).gather(-1, index)

    def _nearby(self, heed: Tensor) -> Tensor:
        """What is heeded at each distance, … × length × distances."""
        places = torch.arange(heed.shape[-1], device=heed.device)
        around = places[:, None] + torch.arange(2 * self.window + 1, device=heed.device)
        index = around.expand(*heed.shape[:2], -1, -1)
        return functional.pad(heed, (self.window, self.window)).gather(-1, index)


class FeedForward(nn.Module):
    """Two convolutions of three symbols with many channels between."""

    def __init__(self, channels: int, wide: int) -> None:
        super().__init__()
        self.widen = nn.Conv1d(channels, wide, 3, padding=1)
        self.narrow = nn.Conv1d(wide, channels, 3, padding=1)
        self.dropout = nn.Dropout(_DROPOUT)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        active = self.dropout(functional.relu(self.widen(x * mask)))
        return self.narrow(active * mask) * mask


class TextEncoder(nn.Module):
    """What is known of each symbol, and the latents of sound that are expected of it."""

    def __init__(self, size: Dimensions) -> None:
        super().__init__()
        layers = range(size.layers)
        self.embedding = nn.Embedding(size.symbols, size.hidden)
        self.attentions = nn.ModuleList(Attention(size.hidden, size.heads, size.window) for _ in layers)
        self.norms_1 = nn.ModuleList(ChannelNorm(size.hidden) for _ in layers)
        self.feeds = nn.ModuleList(FeedForward(size.hidden, size.wide) for _ in layers)
        self.norms_2 = nn.ModuleList(ChannelNorm(size.hidden) for _ in layers)
        self.project = nn.Conv1d(size.hidden, 2 * size.latent, 1)
        self.dropout = nn.Dropout(_DROPOUT)
        nn.init.normal_(self.embedding.weight, std=size.hidden**-0.5)

    def forward(self, ids: Tensor, lengths: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Known (batch × hidden × length), means and logarithms of spreads (× latent ×), and the mask."""
        x = self.embedding(ids).transpose(1, 2) * math.sqrt(self.embedding.embedding_dim)
        mask = mask_of(lengths, ids.shape[1])
        x = x * mask
        for attention, norm_1, feed, norm_2 in zip(
            self.attentions, self.norms_1, self.feeds, self.norms_2, strict=True
        ):
            x = norm_1(x + self.dropout(attention(x, mask)))
            x = norm_2(x + self.dropout(feed(x, mask)))
        x = x * mask
        means, spreads = (self.project(x) * mask).chunk(2, 1)
        return x, means, spreads, mask
