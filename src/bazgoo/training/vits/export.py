"""The generator as a Piper voice."""

from pathlib import Path

from torch import Tensor, nn
from torch.nn.utils import parametrize

from bazgoo.training.piper import Description, Shape, write_voice
from bazgoo.training.vits.network import Vits
from bazgoo.training.vits.symbols import IDS

SCALES = (0.667, 1.0, 0.8)
"""Noise of the sound, length, noise of the durations: with which samples are made, and voices want to be run."""


class _Speaking(nn.Module):
    """The generator in the shape of Piper's graphs."""

    def __init__(self, generator: Vits) -> None:
        super().__init__()
        self.generator = generator

    def forward(
        self, input: Tensor, input_lengths: Tensor, scales: Tensor, sid: Tensor | None = None
    ) -> Tensor:
        speakers = input_lengths * 0 if sid is None else sid
        return self.generator.speak(input, input_lengths, scales, speakers)[0]


def export(generator: Vits, told: Description, folder: Path) -> Path:
    """Write the voice into ``folder``; the graph's path."""
    size = generator.size
    shape = Shape(IDS, size.symbols, size.sample_rate_hz, size.hop, SCALES)
    return write_voice(_Speaking(_plain(generator)), shape, told, folder)


def _plain(generator: Vits) -> Vits:
    """Another network of the same weights, each what its length and its direction come to."""
    plain = Vits(generator.size)
    plain.load_state_dict(generator.state_dict())
    for layer in list(plain.modules()):
        if parametrize.is_parametrized(layer, "weight"):
            parametrize.remove_parametrizations(layer, "weight")
    return plain
