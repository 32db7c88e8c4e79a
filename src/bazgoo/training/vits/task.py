"""The recipe as the loop sees it: a generator, and discriminators that listen to what it has just made."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import cast

import soundfile
import torch
from torch import Tensor, nn

from bazgoo.datasets import Dataset
from bazgoo.errors import TrainingRefused
from bazgoo.events import Emit, ignore
from bazgoo.training.adversarial import (
    MATCHING_WEIGHT,
    MEL_WEIGHT,
    Discriminators,
    discriminator_loss,
    generator_losses,
)
from bazgoo.training.config import VitsConfig
from bazgoo.training.piper import Description
from bazgoo.training.run import Asked, Run
from bazgoo.training.task import Batch, Loss, Objective, Sample
from bazgoo.training.vits.dimensions import Dimensions
from bazgoo.training.vits.doctor import ON_A_CPU
from bazgoo.training.vits.examples import Example, Examples, collate, examples_of, speakers_of
from bazgoo.training.vits.export import SCALES, export
from bazgoo.training.vits.network import Heard, Vits, segments, spectra_of
from bazgoo.training.vits.symbols import number
from bazgoo.training.vits.warm_start import warm_start
from bazgoo.training.voice.losses import melodic
from bazgoo.training.voice.pictures import alignment_png
from bazgoo.training.voice.symbols import read
from bazgoo.training.voice.task import SENTENCES

QUALITY = "medium"


class VitsTask:
    """One dataset's voice."""

    averaged: Sequence[str] = ("generator",)

    def __init__(
        self,
        asked: Asked,
        dataset: Dataset,
        device: torch.device,
        size: Dimensions,
        discriminators: Discriminators,
        *,
        emit: Emit = ignore,
    ) -> None:
        """``size`` counts the speakers of ``dataset``."""
        config = cast("VitsConfig", asked.read_config())
        self._asked, self._device, self._size = asked, device, size
        self._speakers = speakers_of(dataset)
        self._learning, self._validating = examples_of(dataset, config, size, emit)
        self.generator, self.discriminators = Vits(size), discriminators
        modules = {"generator": self.generator, "discriminators": self.discriminators}
        self.networks = nn.ModuleDict(modules).to(device)
        self.objectives: Sequence[Objective] = (
            Objective("generator", ("generator",), self._generate),
            Objective("discriminators", ("discriminators",), self._discriminate),
        )
        self._heard: tuple[Tensor, Tensor] | None = None

    def examples(self) -> tuple[Examples, Examples]:
        """Those to learn from and those to validate with."""
        return self._learning, self._validating

    def collate(self, examples: Sequence[Example]) -> dict[str, Tensor]:
        """Examples as one batch, on the CPU."""
        return collate(examples, self._size)

    def _generate(self, batch: Batch, step: int) -> Loss:  # noqa: ARG002 - the same at every step
        heard, real = self._hear(batch)
        deceit, matching = generator_losses(self.discriminators, real, heard.made)
        mel = _mel_apart(heard.made, real)
        self._heard = real, heard.made.detach()
        parts = {
            "deceit": deceit,
            "matching": MATCHING_WEIGHT * matching,
            "mel": MEL_WEIGHT * mel,
            "duration": heard.surprise,
            "kl": heard.divergence,
        }
        return Loss(
            torch.stack([*parts.values()]).sum(), {name: part.detach() for name, part in parts.items()}
        )

    def _discriminate(self, batch: Batch, step: int) -> Loss:  # noqa: ARG002 - what was made of this batch is there
        """By what the generator has just made of the same batch."""
        assert self._heard is not None
        (real, made), self._heard = self._heard, None
        return Loss(discriminator_loss(self.discriminators, real, made), {})

    def _hear(self, batch: Batch) -> tuple[Heard, Tensor]:
        """What the generator makes of ``batch``, and the segments that it should have made."""
        spectra = spectra_of(batch["samples"], self._size)
        heard = self.generator(batch["ids"], batch["symbols"], spectra, batch["frames"], batch["speakers"])
        return heard, segments(batch["samples"], heard, self._size)

    def score(self, batches: Iterable[Batch]) -> Mapping[str, float]:
        """Of recordings that were decoded again, how far their mels are: `val_loss`; and the other two losses."""
        sums, count = {"val_loss": 0.0, "val_kl": 0.0, "val_duration": 0.0}, 0
        for batch in batches:
            heard, real = self._hear(batch)
            found = (_mel_apart(heard.made, real), heard.divergence, heard.surprise)
            size = len(batch["ids"])
            for name, value in zip(sums, found, strict=True):
                sums[name] += float(value) * size
            count += size
        return {name: value / count for name, value in sums.items()} if count else {}

    def sample(self, folder: Path, step: int) -> Iterator[Sample]:  # noqa: ARG002 - the same at every step
        """The sentences as they sound now, and how one recording is aligned."""
        folder.mkdir(parents=True, exist_ok=True)
        for place, text in enumerate(self._asked.sentences or SENTENCES, 1):
            file = folder / f"{place}.wav"
            soundfile.write(file, self._say(text).numpy(), self._size.sample_rate_hz, "PCM_16")
            yield Sample(file, text, "audio")
        picture = folder / "alignment.png"
        picture.write_bytes(self._alignment())
        yield Sample(picture, "", "alignment")

    def _say(self, text: str) -> Tensor:
        ids = torch.tensor([number(read(text))], device=self._device)
        count, speaker = torch.tensor([ids.shape[1]], device=self._device), ids.new_zeros(1)
        made, _ = self.generator.speak(ids, count, torch.tensor(SCALES, device=self._device), speaker)
        return made[0, 0].detach().float().cpu()

    def _alignment(self) -> bytes:
        """Of the shortest recording that nothing is learnt from, or else of any."""
        shown = min(self._validating or self._learning, key=lambda example: example.frames)
        batch = {name: tensor.to(self._device) for name, tensor in self.collate([shown]).items()}
        spectrum = spectra_of(batch["samples"], self._size)[:, :, : shown.frames]
        likely, lasting = self.generator.align(batch["ids"], spectrum, batch["speakers"])
        return alignment_png(likely.cpu().numpy(), lasting.cpu().numpy())

    def export(self, folder: Path) -> None:
        """Write the Piper voice into ``folder``."""
        lineage = self._asked.lineage
        told = Description(
            name=self._asked.name,
            quality=QUALITY,
            speakers=self._speakers,
            dataset=str(lineage.get("dataset_name", "")),
            license=lineage.get("license"),
        )
        export(self.generator, told, folder)


def open_task(
    asked: Asked, dataset: Dataset, run: Run, device: torch.device, emit: Emit = ignore
) -> VitsTask:
    """The voice that is ``asked`` for; a new run begins with the weights of the checkpoint that was named.

    Raises TrainingRefused on a CPU, BaseCheckpointUnusable.
    """
    if device.type == "cpu":
        raise TrainingRefused(reason_fa=ON_A_CPU.fa, reason_en=ON_A_CPU.en, reasons=[asdict(ON_A_CPU)])
    size = Dimensions(speakers=len(speakers_of(dataset)))
    task = VitsTask(asked, dataset, device, size, Discriminators(), emit=emit)
    begin_from = cast("VitsConfig", asked.read_config()).base_checkpoint
    if begin_from and not any(run.checkpoints.glob("*.pt")):
        warm_start(task.generator, task.discriminators, Path(begin_from))
    return task


def _mel_apart(made: Tensor, real: Tensor) -> Tensor:
    """The mean distance of the log-mels of samples, batch × 1 × samples."""
    with torch.autocast(made.device.type, enabled=False):
        return melodic(made.squeeze(1), real.squeeze(1))
