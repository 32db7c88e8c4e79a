"""The decoder: from latents to samples (HiFi-GAN, arXiv 2010.05646, with its lighter residual blocks)."""

from collections.abc import Sequence

from torch import Tensor, nn
from torch.nn import functional
from torch.nn.utils.parametrizations import weight_norm

from bazgoo.training.vits.dimensions import Dimensions

_SLOPE = 0.1


class Residual(nn.Module):
    """Convolutions of one kernel and several dilations, each adding to what comes in."""

    def __init__(self, channels: int, kernel: int, dilations: Sequence[int]) -> None:
        super().__init__()
        self.layers = nn.ModuleList(
            weight_norm(
                nn.Conv1d(channels, channels, kernel, dilation=reach, padding=reach * (kernel - 1) // 2)
            )
            for reach in dilations
        )

    def forward(self, x: Tensor) -> Tensor:
        for layer in self.layers:
            x = x + layer(functional.leaky_relu(x, _SLOPE))
        return x


class Decoder(nn.Module):
    """Stages that lengthen and halve the channels; in each, kernels of several widths are heard together."""

    def __init__(self, size: Dimensions) -> None:
        super().__init__()
        channels = [size.decoder // 2**stage for stage in range(len(size.rates) + 1)]
        self.begin = nn.Conv1d(size.latent, channels[0], 7, padding=3)
        self.speaker = nn.Conv1d(size.known_of_speaker, channels[0], 1) if size.known_of_speaker else None
        self.lengthen = nn.ModuleList(
            weight_norm(nn.ConvTranspose1d(before, after, 2 * rate, rate, rate // 2))
            for before, after, rate in zip(channels, channels[1:], size.rates, strict=False)
        )
        self.residuals = nn.ModuleList(
            nn.ModuleList(
                Residual(width, kernel, reach)
                for kernel, reach in zip(size.kernels, size.dilations, strict=True)
            )
            for width in channels[1:]
        )
        self.end = nn.Conv1d(channels[-1], 1, 7, padding=3, bias=False)
        for layer in self.lengthen:
            nn.init.normal_(layer.parametrizations.weight.original1, std=0.01)

    def forward(self, latents: Tensor, speaker: Tensor | None = None) -> Tensor:
        """Batch × latent × frames to batch × 1 × samples, between -1 and 1."""
        x = self.begin(latents)
        if self.speaker is not None:
            x = x + self.speaker(speaker)
        for lengthen, residuals in zip(self.lengthen, self.residuals, strict=True):
            x = lengthen(functional.leaky_relu(x, _SLOPE))
            x = sum(residual(x) for residual in residuals) / len(residuals)
        return self.end(functional.leaky_relu(x)).tanh()
