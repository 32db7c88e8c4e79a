"""How large the network is; what is not said otherwise is as in Piper's medium voices."""

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Dimensions:
    """Sizes of all parts; two networks of equal sizes can take each other's weights."""

    symbols: int = 256
    speakers: int = 1
    speaker_channels: int = 512
    """Of what is known of a speaker; nothing is where there is only one."""
    hidden: int = 192
    latent: int = 192
    """Of what a frame of sound is made from."""
    wide: int = 768
    """Inside the feed-forward layers of the text encoder."""
    heads: int = 2
    layers: int = 6
    window: int = 4
    """Symbols to each side of which the text encoder knows how far away they are."""
    posterior_layers: int = 16
    flow_layers: int = 4
    flows: int = 4
    decoder: int = 256
    """Channels in which the decoder begins; each stage halves them."""
    rates: tuple[int, ...] = (8, 8, 4)
    """By how much each stage of the decoder lengthens."""
    kernels: tuple[int, ...] = (3, 5, 7)
    dilations: tuple[tuple[int, ...], ...] = ((1, 2), (2, 6), (3, 12))
    """Of the convolutions of each kernel."""
    sample_rate_hz: int = 22_050
    fourier: int = 1024
    """Samples of a Fourier transform."""
    segment: int = 32
    """Frames that are turned into sound at a time while the network learns."""

    @property
    def hop(self) -> int:
        """Samples of a frame."""
        return math.prod(self.rates)

    @property
    def spectrum(self) -> int:
        """Frequencies of a frame."""
        return self.fourier // 2 + 1

    @property
    def known_of_speaker(self) -> int:
        """Channels of what is known of a speaker; 0 where there is only one."""
        return self.speaker_channels if self.speakers > 1 else 0
