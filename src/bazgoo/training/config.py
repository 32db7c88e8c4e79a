"""What each recipe can be told: every field with its range and default; for teaching, checking and the page."""

from collections.abc import Mapping
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bazgoo.errors import TrainingConfigInvalid
from bazgoo.errors.validation import complaints

RecipeName = Literal["voice", "vits", "classifier"]


class Config(BaseModel):
    """What every recipe can be told."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    epochs: int = Field(default=100, ge=1, le=100_000)
    """How often every example is gone through."""
    max_steps: int | None = Field(default=None, ge=1, le=10_000_000)
    """Ends the training after so many steps, wherever its epochs are."""
    batch_size: int = Field(default=16, ge=1, le=1024)
    """Examples a step, on all devices together."""
    learning_rate: float = Field(default=1e-3, gt=0, le=1)
    """Of the optimiser at its highest."""
    optimizer: Literal["adam", "adamw", "sgd", "rmsprop"] = "adamw"
    """How weights follow gradients."""
    validation_split: float = Field(default=0.05, ge=0, le=0.5)
    """The share of examples that nothing is learnt from; which they are follows from their content."""
    seed: int = Field(default=1, ge=0, le=2**31 - 1)
    """Where every dice begins: the same seed gives the same weights on the same machine."""
    checkpoint_every: int = Field(default=5, ge=1, le=10_000)
    """Epochs between two saved states."""
    patience: int | None = Field(default=None, ge=1, le=10_000)
    """Ends the training after so many epochs without a better validation loss; None never does."""
    device: Literal["auto", "cpu", "cuda"] = "auto"
    """Where it runs; `auto` takes a GPU where there is one."""


class VoiceConfig(Config):
    """An aligned acoustic model with a vocoder of inverse Fourier transforms."""

    size: Literal["tiny", "base"] = "tiny"
    """`tiny` learns on a laptop, `base` wants a GPU."""
    epochs: int = Field(default=200, ge=1, le=100_000)
    """How often every example is gone through."""
    adversarial_from: int | None = Field(default=None, ge=0, le=10_000_000)
    """The step from which a critic listens along; only on a GPU. None never does."""
    espeak_share: float = Field(default=0.15, ge=0, le=1)
    """The share of sentences read with the phonemes of eSpeak NG, so that other programs' reading is spoken too."""


class VitsConfig(Config):
    """The network of Piper's own voices, on a GPU, from one of its checkpoints or from nothing."""

    batch_size: int = Field(default=32, ge=1, le=1024)
    """Examples a step, on all devices together."""
    learning_rate: float = Field(default=2e-4, gt=0, le=1)
    """Of the optimiser at its highest."""
    epochs: int = Field(default=1000, ge=1, le=100_000)
    """How often every example is gone through."""
    base_checkpoint: str | None = None
    """A Piper checkpoint (`.ckpt`) to start from: an id of an installed model or a path."""


class ClassifierConfig(Config):
    """Which speaker, emotion, word or topic."""

    features: Literal["auto", "mel", "characters", "numbers"] = "auto"
    """What the network sees: log-mel spectrograms, runs of characters, or columns of numbers."""
    target: Literal["label", "speaker"] = "label"
    """What it tells: the label of a record, or who speaks in it."""
    network: Literal["dense", "convolutional"] = "dense"
    """Fully connected layers, or convolutions over time before them."""
    hidden: tuple[int, ...] = Field(default=(128, 64), max_length=6)
    """Units of each hidden layer."""
    dropout: float = Field(default=0.2, ge=0, lt=1)
    """The share of units that a step leaves out."""
    epochs: int = Field(default=60, ge=1, le=100_000)
    """How often every example is gone through."""
    validation_split: float = Field(default=0.2, ge=0, le=0.5)
    """The share of examples that nothing is learnt from; which they are follows from their content."""
    patience: int | None = Field(default=20, ge=1, le=10_000)
    """Ends the training after so many epochs without a better validation loss; None never does."""


CONFIGS: Mapping[RecipeName, type[Config]] = {
    "voice": VoiceConfig,
    "vits": VitsConfig,
    "classifier": ClassifierConfig,
}


def read_config(recipe: RecipeName, given: Mapping[str, Any]) -> Config:
    """The config that ``given`` is; raises TrainingConfigInvalid naming every field that is wrong."""
    try:
        return CONFIGS[recipe].model_validate(dict(given))
    except ValidationError as error:
        raise refused(recipe, error) from None


def refused(recipe: str, error: ValidationError) -> TrainingConfigInvalid:
    """What is wrong with the values that were given, in both languages."""
    persian, english = complaints(error, "fa"), complaints(error, "en")
    return TrainingConfigInvalid(
        recipe=recipe,
        field=".".join(map(str, english[0]["loc"])),
        reason_fa=persian[0]["msg"],
        reason_en=english[0]["msg"],
        complaints={"fa": persian, "en": english},
    )
