"""How far what is said lies from what was recorded."""

from collections.abc import Sequence
from functools import cache
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional

from bazgoo.training.voice import features

RESOLUTIONS = ((512, 128), (1024, 256), (2048, 512))
"""Windows and hops at which spectra are compared (Yamamoto et al. 2020)."""


def spectral(made: Tensor, real: Tensor) -> Tensor:
    """Spectra of samples [B, n] apart, at every resolution: convergence, and L1 between logarithms."""
    return torch.stack(
        [_apart(_spectrum(made, *each), _spectrum(real, *each)) for each in RESOLUTIONS]
    ).mean()


def melodic(made: Tensor, real: Tensor) -> Tensor:
    """L1 between log-mels of samples [B, n]."""
    return functional.l1_loss(mel_of(made), mel_of(real))


def mel_of(samples: Tensor) -> Tensor:
    """Log-mels of samples [B, n], [B, frames, MELS]; as `features.measure`, without its edges."""
    spectrum = _spectrum(samples, features.WINDOW, features.HOP)
    filters = torch.from_numpy(features.mel_filters()).to(samples.device)
    with in_full(samples.device):
        return (filters @ spectrum).clamp(min=features.FLOOR).log().transpose(1, 2)


def in_full(device: torch.device) -> Any:
    """Inside, numbers keep their 32 bits, also where the loop makes do with 16."""
    return torch.autocast(device.type, enabled=False)


def masked(values: Tensor, mask: Tensor) -> Tensor:
    """The mean of ``values`` where ``mask``, of the same shape but for its last side, is 1."""
    return (values * mask).sum() / (mask.sum() * (values.numel() / mask.numel())).clamp(min=1)


def _apart(made: Tensor, real: Tensor) -> Tensor:
    convergence = torch.linalg.vector_norm(real - made) / torch.linalg.vector_norm(real).clamp(min=1e-4)
    return convergence + functional.l1_loss(made.log(), real.log())


def _spectrum(samples: Tensor, window: int, hop: int) -> Tensor:
    """Magnitudes, [B, bins, frames]."""
    hann = _hann(window, samples.device)
    spectrum = torch.stft(samples.float(), window, hop, window=hann, center=False, return_complex=True)
    return (spectrum.real.square() + spectrum.imag.square()).clamp(min=1e-8).sqrt()


@cache
def _hann(window: int, device: torch.device) -> Tensor:
    return torch.hann_window(window, periodic=True, device=device)


def total(parts: Sequence[tuple[float, Tensor]]) -> Tensor:
    """Parts by their weights."""
    return torch.stack([weight * part for weight, part in parts]).sum()
