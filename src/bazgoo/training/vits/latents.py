"""Between sound and text: the posterior encoder, and the flow whose other end the text encoder expects."""

import torch
from torch import Tensor, nn

from bazgoo.training.vits.dimensions import Dimensions
from bazgoo.training.vits.layers import WaveNet, mask_of


class PosteriorEncoder(nn.Module):
    """Latents that the frames of a spectrogram may be made from."""

    def __init__(self, size: Dimensions) -> None:
        super().__init__()
        self.begin = nn.Conv1d(size.spectrum, size.hidden, 1)
        self.wavenet = WaveNet(size.hidden, size.posterior_layers, size.known_of_speaker)
        self.project = nn.Conv1d(size.hidden, 2 * size.latent, 1)

    def forward(
        self, spectra: Tensor, lengths: Tensor, speaker: Tensor | None = None
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Means and logarithms of spreads (batch × latent × frames), and the mask."""
        mask = mask_of(lengths, spectra.shape[2])
        h = self.wavenet(self.begin(spectra) * mask, mask, speaker)
        means, spreads = (self.project(h) * mask).chunk(2, 1)
        return means, spreads, mask


class Coupling(nn.Module):
    """The first half of the channels says by how much the second one is moved."""

    def __init__(self, size: Dimensions) -> None:
        super().__init__()
        self.begin = nn.Conv1d(size.latent // 2, size.hidden, 1)
        self.wavenet = WaveNet(size.hidden, size.flow_layers, size.known_of_speaker)
        self.move = nn.Conv1d(size.hidden, size.latent // 2, 1)
        nn.init.zeros_(self.move.weight)
        nn.init.zeros_(self.move.bias)

    def forward(self, x: Tensor, mask: Tensor, speaker: Tensor | None, sign: int) -> Tensor:
        """x moved; with ``sign`` -1 back again."""
        first, second = x.chunk(2, 1)
        moved = self.move(self.wavenet(self.begin(first) * mask, mask, speaker)) * mask
        return torch.cat([first, (second + sign * moved) * mask], 1)


class LatentFlow(nn.Module):
    """Couplings that take turns; it changes no volume."""

    def __init__(self, size: Dimensions) -> None:
        super().__init__()
        self.couplings = nn.ModuleList(Coupling(size) for _ in range(size.flows))

    def forward(self, x: Tensor, mask: Tensor, speaker: Tensor | None = None) -> Tensor:
        """From the latents of sound to those of text."""
        for coupling in self.couplings:
            x = coupling(x, mask, speaker, 1).flip(1)
        return x

    def back(self, y: Tensor, mask: Tensor, speaker: Tensor | None = None) -> Tensor:
        """From the latents of text to those of sound."""
        for coupling in reversed(self.couplings):
            y = coupling(y.flip(1), mask, speaker, -1)
        return y
