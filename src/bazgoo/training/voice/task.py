"""The recipe as the loop sees it: networks that learn together, each by its own objective."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import cast

import soundfile
import torch
from torch import Tensor, nn

from bazgoo.datasets import Dataset
from bazgoo.events import Emit, ignore
from bazgoo.training.adversarial import (
    MATCHING_WEIGHT,
    MEL_WEIGHT,
    Discriminators,
    discriminator_loss,
    generator_losses,
)
from bazgoo.training.config import VoiceConfig
from bazgoo.training.piper import Description
from bazgoo.training.run import Asked, Run
from bazgoo.training.task import Batch, Loss, Objective, Sample
from bazgoo.training.voice import examples, learning, losses
from bazgoo.training.voice.acoustic import Acoustic
from bazgoo.training.voice.examples import Example
from bazgoo.training.voice.export import export
from bazgoo.training.voice.features import RATE_HZ
from bazgoo.training.voice.pictures import alignment_png
from bazgoo.training.voice.sizes import SIZES
from bazgoo.training.voice.speaking import Speaking
from bazgoo.training.voice.symbols import IDS, number, read
from bazgoo.training.voice.vocoder import Vocoder

SENTENCES = (
    "سلام! این صدایی است که دارد سخن گفتن را یاد می‌گیرد.",
    "هوا خوب است، پرنده‌ها می‌خوانند و ما چای تازه می‌نوشیم.",
    "آیا فردا ساعت هشت و نیم به خانهٔ ما می‌آیید؟",
)
"""What samples say, where nobody asked for other sentences."""
WEIGHTS = {"mel": 1.0, "prior": 1.0, "duration": 0.2, "tone": 0.2, "pitch": 0.2, "voicing": 0.2}
CRITICISED = {"spectrum": 1.0, "sound": MEL_WEIGHT, "deceit": 1.0, "features": MATCHING_WEIGHT}
"""What the vocoder's losses weigh while a critic listens along."""


class VoiceTask:
    """One dataset's voice."""

    averaged: Sequence[str] = ("acoustic", "vocoder")

    def __init__(
        self, asked: Asked, dataset: Dataset, config: VoiceConfig, device: torch.device, emit: Emit = ignore
    ) -> None:
        self._asked, self._config, self._device = asked, config, device
        self._learning, self._validating, self._speakers = examples.examples_of(dataset, config, emit)
        self._size = SIZES[config.size]
        statistics = examples.statistics_of(self._learning)
        acoustic = Acoustic(self._size, len(IDS), len(self._speakers), statistics)
        self.networks = nn.ModuleDict({"acoustic": acoustic, "vocoder": Vocoder(self._size)})
        self.objectives: list[Objective] = [
            Objective("acoustic", ("acoustic",), self._acoustic_loss),
            Objective("vocoder", ("vocoder",), self._vocoder_loss),
        ]
        if config.adversarial_from is not None and device.type == "cuda":
            self.networks["critic"] = Discriminators()
            self.objectives.append(Objective("critic", ("critic",), self._critic_loss))
        self.networks.to(device)
        self._drawn: learning.Drawn | None = None
        self._heard: tuple[Tensor, Tensor] | None = None

    @property
    def _acoustic(self) -> Acoustic:
        return cast("Acoustic", self.networks["acoustic"])

    @property
    def _vocoder(self) -> Vocoder:
        return cast("Vocoder", self.networks["vocoder"])

    def examples(self) -> tuple[Sequence[Example], Sequence[Example]]:
        """Those to learn from and those to validate with."""
        return self._learning, self._validating

    def collate(self, examples_: Sequence[Example]) -> dict[str, Tensor]:
        """Examples as one batch, on the CPU."""
        return examples.collate(examples_)

    def _acoustic_loss(self, batch: Batch, step: int) -> Loss:
        given = learning.read(self._acoustic, batch, step)
        self._drawn = learning.draw(self._acoustic, batch, given)
        parts = learning.acoustic_parts(self._acoustic, given, self._drawn)
        return _loss(parts, WEIGHTS)

    def _vocoder_loss(self, batch: Batch, step: int) -> Loss:
        """Of what the acoustic model has just drawn."""
        assert self._drawn is not None
        made, real = learning.hear(self._vocoder, batch, self._drawn, step)
        self._drawn = None
        parts = {"spectrum": losses.spectral(made, real), "sound": losses.melodic(made, real)}
        if not self._is_criticised(step):
            return _loss(parts, {})
        self._heard = made.detach()[:, None], real[:, None]
        deceit, features = generator_losses(self._critic, real[:, None], made[:, None])
        return _loss({**parts, "deceit": deceit, "features": features}, CRITICISED)

    def _critic_loss(self, batch: Batch, step: int) -> Loss | None:  # noqa: ARG002 - what was made of it is known
        """Of what the vocoder has just said."""
        if not self._is_criticised(step) or self._heard is None:
            return None
        made, real = self._heard
        self._heard = None
        return _loss({"critic": discriminator_loss(self._critic, real, made)}, {})

    def _is_criticised(self, step: int) -> bool:
        begins = self._config.adversarial_from
        return "critic" in self.networks and begins is not None and step >= begins

    @property
    def _critic(self) -> Discriminators:
        return cast("Discriminators", self.networks["critic"])

    def score(self, batches: Iterable[Batch]) -> Mapping[str, float]:
        """Distances in ln of mels, drawn and heard, and in ln of durations; `val_loss` is their sum."""
        sums, count = dict[str, float](), 0
        for batch in batches:
            size = int(batch["count"])
            for name, value in self._score(batch).items():
                sums[name] = sums.get(name, 0.0) + value * size
            count += size
        means = {f"val_{name}": value / count for name, value in sums.items()}
        return {"val_loss": sum(means.values()), **means} if means else {}

    def _score(self, batch: Batch) -> dict[str, float]:
        net = self._acoustic
        given = learning.read(net, batch, 10**9)
        drawn = learning.draw(net, batch, given)
        made, real = learning.hear(self._vocoder, batch, drawn, 10**9)
        lasts = (net.last(given.states, given.mask) - given.durations.clamp(min=1).log()).abs()
        return {
            "mel": float(losses.masked((drawn.made - drawn.mel).abs(), drawn.real) * net.usual_mel[1]),
            "duration": float(losses.masked(lasts[..., None], given.mask)),
            "sound": float(losses.melodic(made, real)),
        }

    def sample(self, folder: Path, step: int) -> Iterator[Sample]:  # noqa: ARG002 - the same at every step
        """The sentences as they sound now, and how one recording is aligned."""
        folder.mkdir(parents=True, exist_ok=True)
        speaking = Speaking(self._acoustic, self._vocoder)
        for place, text in enumerate(self._asked.sentences or SENTENCES, 1):
            file = folder / f"{place}.wav"
            soundfile.write(file, speaking.say(number(read(text))), RATE_HZ, "PCM_16")
            yield Sample(file, text, "audio")
        picture = folder / "alignment.png"
        picture.write_bytes(self._alignment())
        yield Sample(picture, "", "alignment")

    def _alignment(self) -> bytes:
        """The shortest recording that nothing is learnt from, or else any."""
        shown = min(self._validating or self._learning, key=lambda example: example.frames)
        batch = {name: value.to(self._device) for name, value in examples.collate([shown]).items()}
        given = learning.read(self._acoustic, batch, 10**9)
        likelihood = learning.likelihood(given.mean, given.mel)[0, :, : shown.frames]
        return alignment_png(likelihood.detach().cpu().numpy(), given.durations[0].cpu().numpy())

    def export(self, folder: Path) -> None:
        """Write the Piper voice into ``folder``."""
        lineage = self._asked.lineage
        told = Description(
            self._asked.name, self._size.quality, self._speakers, license=lineage.get("license")
        )
        export(self._acoustic, self._vocoder, told, folder)


def open_task(
    asked: Asked,
    dataset: Dataset,
    run: Run,  # noqa: ARG001 - of the recipe's shape
    device: torch.device,
    emit: Emit = ignore,
) -> VoiceTask:
    """The voice that is ``asked`` for, with networks as they begin."""
    return VoiceTask(asked, dataset, cast("VoiceConfig", asked.read_config()), device, emit)


def _loss(parts: Mapping[str, Tensor], weights: Mapping[str, float]) -> Loss:
    total = losses.total([(weights.get(name, 1.0), part) for name, part in parts.items()])
    return Loss(total, {name: part.detach() for name, part in parts.items()})
