"""What the networks of a voice make of one batch, and how far that is from the recordings."""

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from bazgoo.training.task import Batch
from bazgoo.training.voice import alignment, losses
from bazgoo.training.voice.acoustic import TONES, Acoustic, symbol_of
from bazgoo.training.voice.examples import SEGMENT
from bazgoo.training.voice.features import ENERGY, MELS, PITCH
from bazgoo.training.voice.vocoder import Vocoder

HEARD = 64
"""Frames of the segment that the vocoder says."""
MARGIN = 4
"""Frames at each of its ends that are not compared, since their neighbours are missing."""
PREDICTED_FROM = 500
"""The step from which half of what the vocoder says is what the acoustic model drew."""


@dataclass(frozen=True, slots=True)
class Read:
    """A batch as the acoustic model sees it."""

    mask: Tensor
    """Real symbols, [B, N, 1]."""
    states: Tensor
    mean: Tensor
    mel: Tensor
    """What was recorded, as networks see it: [B, T, MELS]."""
    real: Tensor
    """Real frames, [B, T, 1]."""
    durations: Tensor
    """Frames of each symbol, [B, N]."""
    tones: Tensor
    """Pitch and energy of each symbol, [B, N, TONES]."""


def read(net: Acoustic, batch: Batch, step: int) -> Read:
    """Encode the symbols of ``batch`` and align them with its frames."""
    ids, frames = batch["ids"], batch["frames"]
    mask = _until(batch["symbols"], ids.shape[1])
    real = _until(frames, batch["measured"].shape[1])
    states = net.encode(ids, mask, batch["sid"])
    mean = net.expect(states)
    mel = net.usual(batch["measured"][..., :MELS])
    durations = aligned(likelihood(mean.detach(), mel), batch, step)
    return Read(mask, states, mean, mel, real, durations, _tones(net, batch, durations))


def likelihood(mean: Tensor, mel: Tensor) -> Tensor:
    """How well each symbol explains each frame, [B, N, T]: ln of a normal density, less what all have."""
    with losses.in_full(mel.device):
        mean, mel = mean.float(), mel.float()
        return mean @ mel.transpose(1, 2) - 0.5 * mean.square().sum(-1, keepdim=True)


def aligned(likelihood: Tensor, batch: Batch, step: int) -> Tensor:
    """Frames of each symbol, [B, N]."""
    symbols, frames = batch["symbols"].cpu().numpy(), batch["frames"].cpu().numpy()
    values = likelihood.cpu().numpy()
    if weight := alignment.prior_weight(step):
        values = values + weight * alignment.near_diagonal(symbols, frames, values.shape[1:])
    return torch.from_numpy(alignment.durations(values, symbols, frames)).to(likelihood.device)


def _tones(net: Acoustic, batch: Batch, durations: Tensor) -> Tensor:
    """The mean pitch (of voiced frames) and energy of each symbol, around 0."""
    pitch, energy = batch["measured"][..., PITCH], batch["measured"][..., ENERGY]
    voiced = (pitch > 0).to(pitch.dtype)
    pitch = (pitch - net.usual_pitch[0]) / net.usual_pitch[1] * voiced
    energy = (energy - net.usual_energy[0]) / net.usual_energy[1]
    ends = durations.cumsum(dim=1)
    sums = _sums(torch.stack([pitch, voiced, energy], dim=-1), ends, durations)
    return torch.stack(
        [sums[..., 0] / sums[..., 1].clamp(min=1), sums[..., 2] / durations.clamp(min=1)], dim=-1
    )


def _sums(values: Tensor, ends: Tensor, durations: Tensor) -> Tensor:
    """The sum of ``values`` [B, T, C] over each symbol's frames, [B, N, C]."""
    totals = functional.pad(values.double().cumsum(dim=1), (0, 0, 1, 0))
    at = [places[..., None].expand(-1, -1, values.shape[2]) for places in (ends, ends - durations)]
    return (totals.gather(1, at[0]) - totals.gather(1, at[1])).to(values.dtype)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A segment of each recording: the acoustic model's mels beside the recorded ones, [B, SEGMENT, MELS]."""

    at: Tensor
    """Its frames, [B, SEGMENT]."""
    made: Tensor
    pitch: Tensor
    """As the acoustic model draws it, around 0, [B, SEGMENT]."""
    voiced: Tensor
    """Above 0 where it takes a frame for voiced, [B, SEGMENT]."""
    mel: Tensor
    sung: Tensor
    """The recorded pitch, ln of Hz or 0, [B, SEGMENT]."""
    real: Tensor


def draw(net: Acoustic, batch: Batch, given: Read) -> Drawn:
    """Draw a segment from somewhere in each recording, with its own durations, pitch and energy."""
    frames = batch["frames"]
    room = (frames - SEGMENT).clamp(min=0) + 1
    start = (torch.rand(len(frames), device="cpu").to(frames.device) * room).long()
    at = start[:, None] + torch.arange(SEGMENT, device=frames.device)
    made = net.draw(net.colour(given.states, given.tones), given.durations, at)
    sung = _taken(batch["measured"][..., PITCH : PITCH + 1], at)[..., 0]
    return Drawn(at, *made, _taken(given.mel, at), sung, _taken(given.real, at))


def acoustic_parts(net: Acoustic, given: Read, drawn: Drawn) -> dict[str, Tensor]:
    """What the acoustic model learns by."""
    frames = torch.arange(given.mel.shape[1], device=given.mel.device).expand(len(given.mel), -1)
    which = symbol_of(given.durations.cumsum(dim=1), frames)
    usual = given.mean.gather(1, which[..., None].expand(-1, -1, MELS))
    lasts = net.last(given.states, given.mask) - given.durations.clamp(min=1).log()
    tones = net.tone(given.states, given.mask) - given.tones
    voiced = (drawn.sung > 0).float()
    off = (drawn.pitch - (drawn.sung - net.usual_pitch[0]) / net.usual_pitch[1]).abs()
    doubt = functional.binary_cross_entropy_with_logits(drawn.voiced.float(), voiced, reduction="none")
    return {
        "mel": losses.masked((drawn.made - drawn.mel).abs(), drawn.real),
        "pitch": losses.masked(off[..., None], voiced[..., None]),
        "voicing": losses.masked(doubt[..., None], drawn.real),
        "prior": losses.masked(0.5 * (usual - given.mel).square(), given.real),
        "duration": losses.masked(lasts.square()[..., None], given.mask),
        "tone": losses.masked(tones.square(), given.mask.expand(-1, -1, TONES)),
    }


def hear(net: Vocoder, batch: Batch, drawn: Drawn, step: int) -> tuple[Tensor, Tensor]:
    """What the vocoder makes of a part of each segment, and what was recorded there; samples [B, n]."""
    first = int(torch.randint(SEGMENT - HEARD + 1, ()))
    part = slice(first, first + HEARD)
    mel = drawn.mel
    if step >= PREDICTED_FROM:
        half = (torch.arange(len(mel), device=mel.device) % 2 == 0)[:, None, None]
        mel = torch.where(half & (drawn.real > 0), drawn.made.detach().to(mel.dtype), mel)
    made = net(mel[:, part], drawn.sung[:, part]).unflatten(1, (HEARD, -1))
    real = _taken(batch["audio"], drawn.at[:, part])
    inner = slice(MARGIN, -MARGIN)
    return made[:, inner].flatten(1), real[:, inner].flatten(1)


def _taken(values: Tensor, at: Tensor) -> Tensor:
    """The frames ``at`` [B, S] of ``values`` [B, T, C]."""
    return values.gather(1, at.clamp(max=values.shape[1] - 1)[..., None].expand(-1, -1, values.shape[2]))


def _until(lengths: Tensor, longest: int) -> Tensor:
    """1 before each of ``lengths`` [B], 0 behind it: [B, longest, 1]."""
    return (torch.arange(longest, device=lengths.device) < lengths[:, None]).float()[..., None]
