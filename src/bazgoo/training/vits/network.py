"""The whole network: what it learns from, and how it speaks."""

import math
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from bazgoo.training.vits.decoder import Decoder
from bazgoo.training.vits.dimensions import Dimensions
from bazgoo.training.vits.durations import DurationPredictor
from bazgoo.training.vits.encoder import TextEncoder
from bazgoo.training.vits.latents import LatentFlow, PosteriorEncoder
from bazgoo.training.vits.layers import mask_of
from bazgoo.training.voice import alignment


@dataclass(frozen=True, slots=True)
class Heard:
    """What the network made of recordings and their texts."""

    made: Tensor
    """Batch × 1 × samples of one segment of each."""
    starts: Tensor
    """The frames in which the segments begin (int64)."""
    divergence: Tensor
    """Of the latents of sound from those that the text expects, for each frame, all channels together."""
    surprise: Tensor
    """A bound of the negative log-likelihood of the durations, for each symbol."""


class Vits(nn.Module):
    """Text encoder, duration predictor, flow, posterior encoder and decoder; see arXiv 2106.06103."""

    def __init__(self, size: Dimensions) -> None:
        super().__init__()
        self.size = size
        self.text = TextEncoder(size)
        self.durations = DurationPredictor(size)
        self.flow = LatentFlow(size)
        self.posterior = PosteriorEncoder(size)
        self.decoder = Decoder(size)
        self.speakers = nn.Embedding(size.speakers, size.speaker_channels) if size.speakers > 1 else None

    def forward(
        self, ids: Tensor, symbols: Tensor, spectra: Tensor, frames: Tensor, speakers: Tensor
    ) -> Heard:
        """Learn from ``ids`` (batch × symbols) and ``spectra`` (batch × frequencies × frames).

        ``symbols`` and ``frames`` say how much of each is real, ``speakers`` who speaks (int64, one each).
        Only the decoder is content with less than full precision.
        """
        with torch.autocast(ids.device.type, enabled=False):
            speaker = self._speaker(speakers)
            known, means, spreads, mask = self.text(ids, symbols)
            drawn, drawn_spreads, real = self.posterior(spectra, frames, speaker)
            latents = (drawn + torch.randn_like(drawn) * drawn_spreads.exp()) * real
            expected = self.flow(latents, real, speaker)
            lasting = aligned(likelihood(expected, means, spreads), symbols, frames)
            path = _path(lasting, spectra.shape[2])
            surprise = self.durations(known, mask, lasting.unsqueeze(1).float(), speaker)
            divergence = _divergence(expected, drawn_spreads, means @ path, spreads @ path, real)
            starts = self._starts(frames)
            segment = _cut(latents, starts, self.size.segment)
        made = self.decoder(segment, speaker).float()
        return Heard(made, starts, divergence, surprise.sum() / mask.sum())

    def align(self, ids: Tensor, spectrum: Tensor, speaker: Tensor) -> tuple[Tensor, Tensor]:
        """How likely each symbol explains each frame of one recording (symbols × frames, ln), and how long each lasts.

        ``ids`` are 1 × symbols, ``spectrum`` is 1 × frequencies × frames, ``speaker`` one number.
        """
        symbols, frames = (torch.tensor([x.shape[-1]], device=ids.device) for x in (ids, spectrum))
        told = self._speaker(speaker)
        _, means, spreads, _ = self.text(ids, symbols)
        drawn, _, real = self.posterior(spectrum, frames, told)
        likely = likelihood(self.flow(drawn, real, told), means, spreads)
        return likely[0], aligned(likely, symbols, frames)[0]

    def speak(self, ids: Tensor, symbols: Tensor, scales: Tensor, speakers: Tensor) -> tuple[Tensor, Tensor]:
        """Samples (batch × 1 × samples) and the frames of each symbol (batch × 1 × symbols).

        ``scales`` are those of Piper: noise of the sound, length, noise of the durations.
        """
        speaker = self._speaker(speakers)
        known, means, spreads, mask = self.text(ids, symbols)
        noise = torch.randn(ids.shape[0], 2, ids.shape[1], device=ids.device) * scales[2]
        logs = self.durations.predict(known, mask, noise, speaker)
        lasting = torch.ceil(logs.exp() * mask * scales[1])
        total = lasting.sum((1, 2)).clamp(min=1).long()
        longest = total.max()
        frame_mask = mask_of(total, longest)
        path = _path(lasting.squeeze(1).long(), longest)
        mean, spread = means @ path, spreads @ path
        expected = mean + torch.randn_like(mean) * spread.exp() * scales[0]
        latents = self.flow.back(expected * frame_mask, frame_mask, speaker)
        return self.decoder(latents * frame_mask, speaker), lasting

    def _speaker(self, speakers: Tensor) -> Tensor | None:
        """Batch × channels × 1, or nothing where there is only one."""
        return self.speakers(speakers).unsqueeze(-1) if self.speakers is not None else None

    def _starts(self, frames: Tensor) -> Tensor:
        """A frame for each example, from which on a segment lies inside of it if it is long enough.

        It is drawn while learning, and the middle one otherwise.
        """
        room = (frames - self.size.segment).clamp(min=0)
        if not self.training:
            return room // 2
        return (torch.rand(len(frames), device=frames.device) * (room + 1)).long().minimum(room)


def likelihood(expected: Tensor, means: Tensor, spreads: Tensor) -> Tensor:
    """How likely each symbol explains each frame, batch × symbols × frames, ln; nothing learns from it."""
    expected, means, spreads = expected.detach(), means.detach(), spreads.detach()
    weights = (-2 * spreads).exp()
    alone = (-0.5 * math.log(2 * math.pi) - spreads - 0.5 * means.square() * weights).sum(1)
    together = (means * weights).transpose(1, 2) @ expected
    return alone.unsqueeze(-1) + together - weights.transpose(1, 2) @ (0.5 * expected.square())


def aligned(likely: Tensor, symbols: Tensor, frames: Tensor) -> Tensor:
    """Frames of each symbol on the likeliest way from one to the next, batch × symbols."""
    found = alignment.durations(likely.cpu().numpy(), symbols.cpu().numpy(), frames.cpu().numpy())
    return torch.from_numpy(found).to(likely.device)


def _path(lasting: Tensor, frames: int | Tensor) -> Tensor:
    """1 where a frame belongs to a symbol: batch × symbols × ``frames``."""
    ends = lasting.cumsum(-1).unsqueeze(-1)
    places = torch.arange(frames, device=lasting.device)
    return ((places < ends) & (places >= ends - lasting.unsqueeze(-1))).float()


def _divergence(expected: Tensor, drawn: Tensor, means: Tensor, spreads: Tensor, mask: Tensor) -> Tensor:
    """Kullback and Leibler's, with the latents that were drawn in place of all; a mean over the frames."""
    apart = 0.5 * (expected - means).square() * (-2 * spreads).exp()
    return ((spreads - drawn - 0.5 + apart) * mask).sum() / mask.sum()


def _cut(x: Tensor, starts: Tensor, length: int) -> Tensor:
    """``length`` places of each example of x (batch × channels × longer) from its start on."""
    index = starts[:, None] + torch.arange(length, device=x.device)
    return x.gather(2, index.unsqueeze(1).expand(-1, x.shape[1], -1))


def segments(samples: Tensor, heard: Heard, size: Dimensions) -> Tensor:
    """Of recordings (batch × samples) what ``heard.made`` should have been: batch × 1 × samples of a segment."""
    return _cut(samples.unsqueeze(1), heard.starts * size.hop, size.segment * size.hop)


def spectra_of(samples: Tensor, size: Dimensions) -> Tensor:
    """Magnitudes (batch × frequencies × frames) of ``samples`` (batch × whole frames), as Piper counts them."""
    beside = (size.fourier - size.hop) // 2
    window = torch.hann_window(size.fourier, device=samples.device)
    with torch.autocast(samples.device.type, enabled=False):
        around = functional.pad(samples.unsqueeze(1), (beside, beside), mode="reflect").squeeze(1)
        found = torch.stft(around, size.fourier, size.hop, window=window, center=False, return_complex=True)
        return (found.real.square() + found.imag.square() + 1e-6).sqrt()
