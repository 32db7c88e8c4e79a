"""Symbols → log-mel frames: an encoder, durations, pitch and energy for each symbol, a decoder."""

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from bazgoo.training.voice.features import MELS
from bazgoo.training.voice.layers import Attention, ConvNeXt, Predictor, convolved
from bazgoo.training.voice.sizes import Size

TONES = 2
"""Pitch and energy."""


@dataclass(frozen=True, slots=True)
class Statistics:
    """What numbers of the recordings are usual, so that the networks see numbers around 0."""

    mel: tuple[float, float]
    """Mean and deviation."""
    pitch: tuple[float, float]
    energy: tuple[float, float]


class Acoustic(nn.Module):
    """Reads symbols and draws the spectrum of their speech; works on mels of mean 0 and deviation 1."""

    def __init__(self, size: Size, symbols: int, speakers: int, statistics: Statistics) -> None:
        super().__init__()
        width, wide = size.reader, size.drawer
        self.embedding = nn.Embedding(symbols, width)
        nn.init.normal_(self.embedding.weight, std=width**-0.5)
        self.speaker = nn.Embedding(speakers, width) if speakers > 1 else None
        self.reader = nn.ModuleList(
            [ConvNeXt(width, 2 * width, 5, 1 / size.reader_blocks) for _ in range(size.reader_blocks)]
            + [Attention(width) for _ in range(size.attentions)]
        )
        self.read = nn.LayerNorm(width)
        self.mean = nn.Linear(width, MELS)
        self.duration, self.tone = Predictor(width, 1), Predictor(width, TONES)
        self.toned = nn.Conv1d(TONES, width, 3, padding=1)
        self.enter = nn.Linear(width + 3, wide)
        self.drawer = nn.ModuleList(
            [ConvNeXt(wide, 2 * wide, 7, 1 / size.drawer_blocks) for _ in range(size.drawer_blocks)]
        )
        self.drawn = nn.LayerNorm(wide)
        self.leave = nn.Linear(wide, MELS + 2)
        for name, numbers in (
            ("mel", statistics.mel),
            ("pitch", statistics.pitch),
            ("energy", statistics.energy),
        ):
            self.register_buffer(f"usual_{name}", torch.tensor(numbers))

    def encode(self, ids: Tensor, mask: Tensor, sid: Tensor | None) -> Tensor:
        """States of the symbols: ids [B, N], mask [B, N, 1], speakers [B] → [B, N, width]."""
        states = self.embedding(ids)
        if self.speaker is not None and sid is not None:
            states = states + self.speaker(sid)[:, None]
        states = states * mask
        for layer in self.reader:
            states = layer(states, mask)
        return self.read(states) * mask

    def expect(self, states: Tensor) -> Tensor:
        """The mel that each symbol is likely to sound like, [B, N, MELS]: what alignment goes by."""
        return self.mean(states)

    def last(self, states: Tensor, mask: Tensor) -> Tensor:
        """ln of the frames that each symbol lasts, [B, N]."""
        return self.duration(states.detach(), mask)[..., 0]

    def colour(self, states: Tensor, tones: Tensor) -> Tensor:
        """The states with pitch and energy of their symbols, [B, N, TONES]."""
        return states + convolved(self.toned, tones)

    def draw(self, states: Tensor, durations: Tensor, at: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """The mels of the frames ``at`` [B, S], [B, S, MELS], their pitch around 0 and how voiced they are, [B, S].

        Durations are whole frames [B, N]; above 0 a frame is voiced.
        """
        ends = durations.cumsum(dim=1)
        which = symbol_of(ends, at)
        mask = (at < ends[:, -1:])[..., None].to(states.dtype)
        said = states.gather(1, which[..., None].expand(-1, -1, states.shape[2]))
        x = self.enter(torch.cat([said, _place(ends, durations, which, at)], dim=-1)) * mask
        for layer in self.drawer:
            x = layer(x, mask)
        drawn = self.leave(self.drawn(x)) * mask
        return drawn[..., :MELS], drawn[..., MELS], drawn[..., MELS + 1]

    def sung(self, pitch: Tensor, voiced: Tensor) -> Tensor:
        """What ``draw`` says of pitch as the vocoder takes it: ln of Hz, 0 where nothing is voiced."""
        return (pitch.clamp(-4, 4) * self.usual_pitch[1] + self.usual_pitch[0]) * (voiced > 0)

    def usual(self, mel: Tensor) -> Tensor:
        """Log-mels as the networks see them."""
        return (mel - self.usual_mel[0]) / self.usual_mel[1]


def symbol_of(ends: Tensor, at: Tensor) -> Tensor:
    """Which symbol each frame of ``at`` [B, S] belongs to, where symbols end before frames ``ends`` [B, N]."""
    passed = (at[:, :, None] >= ends[:, None, :]).sum(dim=-1)
    return passed.clamp(max=ends.shape[1] - 1)


def _place(ends: Tensor, durations: Tensor, which: Tensor, at: Tensor) -> Tensor:
    """Where in its symbol each frame is: the share that has passed, ln of the frames before it and after it."""
    end, lasts = ends.gather(1, which), durations.gather(1, which)
    after = (end - at).clamp(min=0).float() - 0.5
    before = lasts.float() - after
    share = before / lasts.float().clamp(min=1)
    numbers = [share, before.clamp(min=0).log1p(), after.clamp(min=0).log1p()]
    return torch.stack(numbers, dim=-1).to(torch.get_default_dtype())
