"""Both networks as one, from ids to samples: what samples are made with, and what a Piper graph is made of."""

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from bazgoo.training.voice.acoustic import Acoustic
from bazgoo.training.voice.vocoder import Vocoder

_PAD = 0
_LONGEST = 6.0
"""ln of the frames that a symbol lasts at most, before anything is learnt."""


class Speaking(nn.Module):
    """Speaks one utterance at a time."""

    def __init__(self, acoustic: Acoustic, vocoder: Vocoder) -> None:
        super().__init__()
        self.acoustic, self.vocoder = acoustic, vocoder

    def forward(
        self, input: Tensor, input_lengths: Tensor, scales: Tensor, sid: Tensor | None = None
    ) -> Tensor:
        """Ids [1, n], how many count [1], (noise, length, noise of lengths), speaker [1] → samples [1, 1, t].

        Pads are no symbols here: Piper's ids and those without pads sound the same. The one Ceil tells the frames
        of each id, from which stock Piper tells when each phoneme is said.
        """
        given = input[0, : input_lengths[0]]
        real = (given != _PAD).nonzero()[:, 0]
        ids = given[real][None]
        mask = torch.ones_like(ids, dtype=torch.float32)[..., None]
        states = self.acoustic.encode(ids, mask, sid)
        lasts = self.acoustic.last(states, mask).clamp(max=_LONGEST).exp() * scales[1]
        rounded_up = (lasts - 0.5).clamp(min=0.5)[0]
        frames = torch.zeros_like(given, dtype=torch.float32).scatter(0, real, rounded_up)[None, None].ceil()
        durations = frames[0, 0, real].long()[None]
        at = torch.arange(durations.sum(), device=ids.device)[None]
        coloured = self.acoustic.colour(states, self.acoustic.tone(states, mask))
        mel, pitch, voiced = self.acoustic.draw(coloured, durations, at)
        samples = self.vocoder(mel, self.acoustic.sung(pitch, voiced))
        nothing = (scales[0] + scales[2]) * 0  # runtimes refuse a graph that does not use what they give it
        return (samples.clamp(-1, 1) + nothing)[:, None]

    def say(self, ids: Sequence[int], speaker: int = 0, pace: float = 1.0) -> NDArray[np.float32]:
        """The samples of ``ids``, ``pace`` times as long as usual."""
        device = next(self.parameters()).device
        given = torch.tensor([list(ids)], device=device)
        scales = torch.tensor([0.0, pace, 0.0], device=device)
        sid = torch.tensor([speaker], device=device)
        with torch.no_grad():
            samples = self(given, torch.tensor([len(ids)], device=device), scales, sid)
        return np.asarray(samples[0, 0].float().cpu().numpy(), np.float32)
