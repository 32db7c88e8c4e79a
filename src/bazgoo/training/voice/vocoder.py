"""Log-mel frames → samples: ConvNeXt at frame rate, then one inverse Fourier transform (Siuzdak, Vocos, 2023)."""

import math

import torch
from torch import Tensor, nn
from torch.nn import functional

from bazgoo.training.voice.features import HOP, MELS, RATE_HZ, WINDOW
from bazgoo.training.voice.layers import ConvNeXt, convolved
from bazgoo.training.voice.sizes import Size

BINS = WINDOW // 2 + 1
_LOUDEST = math.log(1e2)
_OVERLAP, _CUT = WINDOW // HOP, (WINDOW - HOP) // 2
_USUAL_PITCH = 5.0
"""ln of about 150 Hz."""
_DEEP = 2.0
"""How much softer, in ln, it is between harmonics, before anything is learnt."""
_WINDOWS = 1.5
"""What squared Hann windows, a quarter apart, come to together."""


class InverseStft(nn.Module):
    """Spectra, [B, T, BINS] each of real and imaginary parts, → samples [B, T · HOP], by Fourier transform."""

    def __init__(self) -> None:
        super().__init__()
        window = torch.hann_window(WINDOW, periodic=True) / _WINDOWS
        self.register_buffer("window", window, persistent=False)

    def forward(self, real: Tensor, imaginary: Tensor) -> Tensor:
        """Frames, windowed and added up, without the halves of windows at both ends."""
        frames = torch.fft.irfft(torch.complex(real, imaginary), WINDOW) * self.window
        return _overlapped(frames)[:, _CUT:-_CUT]


class InverseByBasis(nn.Module):
    """The same by one fixed convolution, which a graph can hold and a browser can run: no complex numbers.

    What each part adds to a frame is looked up, so that a file holds two waves and not a million numbers.
    """

    def __init__(self) -> None:
        super().__init__()
        angles = torch.arange(WINDOW, dtype=torch.float64) * (2 * math.pi / WINDOW)
        sizes = torch.full((BINS, 1), 2 / WINDOW)
        sizes[0] = sizes[-1] = 1 / WINDOW
        self.register_buffer("window", torch.hann_window(WINDOW, periodic=True) / _WINDOWS)
        self.register_buffer("waves", torch.stack([angles.cos(), -angles.sin()]).float())
        self.register_buffer("bins", torch.arange(BINS)[:, None])
        self.register_buffer("moments", torch.arange(WINDOW))
        self.register_buffer("sizes", sizes)

    def forward(self, real: Tensor, imaginary: Tensor) -> Tensor:
        """As InverseStft."""
        turns = (self.bins * self.moments) % WINDOW
        basis = torch.cat([wave[turns] * self.sizes for wave in self.waves.unbind()]) * self.window
        both = torch.cat([real, imaginary], dim=-1).transpose(1, 2)
        return functional.conv_transpose1d(both, basis[:, None], stride=HOP)[:, 0, _CUT:-_CUT]


def _softplus(x: Tensor) -> Tensor:
    """As torch's; ONNX Runtime takes ten times as long for its own."""
    return (x.clamp(max=30).exp() + 1).log()


def _overlapped(frames: Tensor) -> Tensor:
    """Frames [B, T, WINDOW], HOP apart, added up: [B, (T + 3) · HOP]."""
    parts = frames.unflatten(-1, (_OVERLAP, HOP))
    moved = [functional.pad(parts[:, :, n], (0, 0, n, _OVERLAP - 1 - n)) for n in range(_OVERLAP)]
    return torch.stack(moved).sum(dim=0).flatten(1)


class Vocoder(nn.Module):
    """Makes the sound of mels of mean 0 and deviation 1 at a pitch.

    Where a frame is voiced, every bin turns with the harmonic next to it, and the network says only by how much it
    differs: phases that fit together from frame to frame need not be found out from magnitudes.
    """

    def __init__(self, size: Size) -> None:
        super().__init__()
        width = size.vocoder
        self.enter = nn.Conv1d(MELS + 2, width, 7, padding=3)
        self.entered = nn.LayerNorm(width)
        self.blocks = nn.ModuleList(
            [ConvNeXt(width, 3 * width, 7, 1 / size.vocoder_blocks) for _ in range(size.vocoder_blocks)]
        )
        self.done = nn.LayerNorm(width)
        self.leave = nn.Linear(width, 3 * BINS)
        nn.init.constant_(self.leave.bias.data[BINS : 2 * BINS], _DEEP)
        self.register_buffer("bins_hz", torch.arange(BINS) * (RATE_HZ / WINDOW))
        self.register_buffer("turned", (torch.arange(BINS) % 2) * math.pi)
        self.inverse: nn.Module = InverseStft()

    def forward(self, mel: Tensor, pitch: Tensor) -> Tensor:
        """Mels [B, T, MELS], ln of the pitch in Hz or 0 [B, T] → samples [B, T · HOP]."""
        voiced = (pitch > 0).to(mel.dtype)[..., None]
        told = torch.cat([mel, voiced, (pitch[..., None] - _USUAL_PITCH) * voiced], dim=-1)
        x = self.entered(convolved(self.enter, told))
        mask = x.new_ones(1)
        for block in self.blocks:
            x = block(x, mask)
        level, depth, phase = self.leave(self.done(x)).float().chunk(3, dim=-1)
        harmonics, base = self._harmonics(pitch.float(), voiced.float())
        size = (level - _softplus(depth) * harmonics).clamp(max=_LOUDEST).exp()
        return self.inverse(size * (base + phase).cos(), size * (base + phase).sin())

    def _harmonics(self, pitch: Tensor, voiced: Tensor) -> tuple[Tensor, Tensor]:
        """How far from a harmonic each bin is, 0–1, and the phase of that harmonic; 0 in voiceless frames."""
        hertz = torch.where(pitch > 0, pitch, _USUAL_PITCH).exp()
        passed = (hertz.double() * voiced[..., 0] * (HOP / RATE_HZ)).cumsum(dim=1)
        places = self.bins_hz / hertz[..., None]
        turns = places.round() * (passed - passed.floor()).float()[..., None]
        between = 0.5 - 0.5 * (2 * math.pi * places).cos()
        phase = 2 * math.pi * (turns - turns.floor()) + self.turned
        return between * voiced, phase * voiced
