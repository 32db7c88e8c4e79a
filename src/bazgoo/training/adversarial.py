"""Listeners that learn to tell made speech from real speech, and what those who make it learn from them.

Periods are looked at as HiFi-GAN does (arXiv 2010.05646), spectra as UnivNet does (arXiv 2106.07889).
Padding is by zeros everywhere: mirrors have no gradient that is the same each time on a GPU.
"""

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.nn.utils.parametrizations import weight_norm

PERIODS = (2, 3, 5, 7, 11)
"""In samples: primes, so that no two listeners hear the same."""
PERIOD_CHANNELS = (32, 128, 512, 1024, 1024)
RESOLUTIONS = ((512, 50, 240), (1024, 120, 600), (2048, 240, 1200))
"""Length of the Fourier transform, hop and window, in samples."""
SPECTRUM_CHANNELS = 32
MATCHING_WEIGHT, MEL_WEIGHT = 2.0, 45.0
"""What features and the mel spectrogram weigh beside the scores of the listeners, as in HiFi-GAN."""
SHORTEST = 2048
"""Samples that a listener needs at least."""

_SLOPE = 0.1


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one listener thinks of a batch of speech."""

    score: Tensor
    """Batch × places; 1 is real, 0 is made."""
    features: Sequence[Tensor]
    """What its layers saw, batch first."""


class _Listener(nn.Module):
    """Convolutions over a picture of the samples; ``picture`` says which."""

    layers: nn.ModuleList
    last: nn.Module

    def picture(self, samples: Tensor) -> Tensor:
        raise NotImplementedError

    def forward(self, samples: Tensor) -> Judgement:
        x, features = self.picture(samples), []
        for layer in self.layers:
            x = functional.leaky_relu(layer(x), _SLOPE)
            features.append(x)
        return Judgement(self.last(x).flatten(1), features)


class PeriodDiscriminator(_Listener):
    """Sees samples that are one period apart below each other."""

    def __init__(self, period: int, channels: Sequence[int] = PERIOD_CHANNELS) -> None:
        super().__init__()
        self.period = period
        strides = [3] * (len(channels) - 1) + [1]
        self.layers = nn.ModuleList(
            weight_norm(nn.Conv2d(before, after, (5, 1), (stride, 1), (2, 0)))
            for before, after, stride in zip((1, *channels[:-1]), channels, strides, strict=True)
        )
        self.last = weight_norm(nn.Conv2d(channels[-1], 1, (3, 1), 1, (1, 0)))

    def picture(self, samples: Tensor) -> Tensor:
        """Batch × 1 × rows × period."""
        filled = functional.pad(samples, (0, -samples.shape[-1] % self.period))
        return filled.unflatten(-1, (-1, self.period))


class SpectrumDiscriminator(_Listener):
    """Sees the magnitudes of a Fourier transform."""

    window: Tensor

    def __init__(self, resolution: tuple[int, int, int], channels: int = SPECTRUM_CHANNELS) -> None:
        super().__init__()
        self.resolution = resolution
        self.register_buffer("window", torch.hann_window(resolution[2]), persistent=False)
        self.layers = nn.ModuleList(
            weight_norm(nn.Conv2d(before, channels, kernel, stride, padding))
            for before, kernel, stride, padding in (
                (1, (3, 9), (1, 1), (1, 4)),
                *[(channels, (3, 9), (1, 2), (1, 4))] * 3,
                (channels, (3, 3), (1, 1), (1, 1)),
            )
        )
        self.last = weight_norm(nn.Conv2d(channels, 1, (3, 3), 1, (1, 1)))

    def picture(self, samples: Tensor) -> Tensor:
        """Batch × 1 × frequencies × frames; in full precision whatever is around."""
        length, hop, width = self.resolution
        with torch.autocast(samples.device.type, enabled=False):
            found = torch.stft(
                samples.squeeze(1).float(),
                *(length, hop, width, self.window),
                pad_mode="constant",
                return_complex=True,
            )
            return (found.real.square() + found.imag.square()).clamp(min=1e-8).sqrt().unsqueeze(1)


class Discriminators(nn.Module):
    """Listeners of several periods and several resolutions."""

    def __init__(
        self,
        periods: Sequence[int] = PERIODS,
        resolutions: Sequence[tuple[int, int, int]] = RESOLUTIONS,
        period_channels: Sequence[int] = PERIOD_CHANNELS,
        spectrum_channels: int = SPECTRUM_CHANNELS,
    ) -> None:
        super().__init__()
        self.periods = nn.ModuleList(PeriodDiscriminator(period, period_channels) for period in periods)
        self.spectra = nn.ModuleList(SpectrumDiscriminator(one, spectrum_channels) for one in resolutions)

    def forward(self, samples: Tensor) -> list[Judgement]:
        """What each listener thinks of ``samples`` (batch × 1 × at least SHORTEST)."""
        return [listener(samples) for listener in (*self.periods, *self.spectra)]


def discriminator_loss(discriminators: Discriminators, real: Tensor, made: Tensor) -> Tensor:
    """Least squares from 1 for ``real`` and from 0 for ``made``; both batch × 1 × samples.

    Only the listeners learn from it.
    """
    judged = discriminators(torch.cat([real, made.detach()]))
    halves = [one.score.float().chunk(2) for one in judged]
    return torch.stack([(1 - true).square().mean() + false.square().mean() for true, false in halves]).sum()


def generator_losses(discriminators: Discriminators, real: Tensor, made: Tensor) -> tuple[Tensor, Tensor]:
    """How far ``made`` is from being taken for real, and from what the listeners' layers see in ``real``.

    Only whoever made it learns from them; add the second one MATCHING_WEIGHT times.
    """
    with _unlearning(discriminators):
        with torch.no_grad():
            true = discriminators(real)
        false = discriminators(made)
    deceit = torch.stack([(1 - one.score.float()).square().mean() for one in false]).sum()
    apart = [
        functional.l1_loss(seen.float(), wanted.float())
        for one, other in zip(false, true, strict=True)
        for seen, wanted in zip(one.features, other.features, strict=True)
    ]
    return deceit, torch.stack(apart).sum()


@contextlib.contextmanager
def _unlearning(module: nn.Module) -> Iterator[None]:
    """Inside, nothing that is computed gives gradients to the weights of ``module``."""
    module.requires_grad_(False)
    try:
        yield
    finally:
        module.requires_grad_(True)
