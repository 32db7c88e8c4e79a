"""`classifier.json`: what a classifier tells, and all that must be known to ask it."""

from pathlib import Path
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from bazgoo.engines.classifier.characters import CharacterRuns, CharacterSequence
from bazgoo.engines.classifier.features import Scaled
from bazgoo.engines.classifier.numbers import Columns
from bazgoo.engines.classifier.sound import MelFrames, MelStatistics
from bazgoo.errors import ModelDamaged

GRAPH, DESCRIPTION = "model.onnx", "classifier.json"
INPUT, OUTPUT = "features", "probabilities"

AnyFeatures = Annotated[
    MelStatistics | MelFrames | CharacterRuns | CharacterSequence | Columns, Field(discriminator="kind")
]


class Scores(BaseModel):
    """How good it is on examples that it did not learn from."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)

    examples: int
    loss: float
    """Mean cross entropy, in nats."""
    accuracy: float
    """The share that is told right."""
    f1: float
    """The mean over labels of the harmonic mean of precision and recall."""
    confusion: tuple[tuple[int, ...], ...]
    """How many examples of each label (rows) were told as each label (columns)."""


class Description(BaseModel):
    """A classifier, without its weights."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)

    format: int = 1
    """Counts up when this file is to be read otherwise."""
    name: str
    recipe: str = "classifier"
    target: str
    """`label` or `speaker`: what the labels are of."""
    labels: tuple[str, ...]
    """In the order of the probabilities."""
    features: AnyFeatures
    network: str
    """`dense` or `convolutional`."""
    validation: Scores | None = None

    @model_validator(mode="after")
    def _scale_fits(self) -> Self:
        features = self.features
        if isinstance(features, Scaled) and not (
            len(features.mean) == len(features.deviation) == features.shape[-1]
        ):
            raise ValueError("mean and deviation are not of the shape of the features")
        return self

    @classmethod
    def read(cls, folder: Path) -> "Description":
        """What stands in ``folder``; raises ModelDamaged."""
        try:
            return cls.model_validate_json((folder / DESCRIPTION).read_bytes())
        except (OSError, ValidationError):
            raise ModelDamaged(file=DESCRIPTION, model=folder.name) from None

    def write(self, folder: Path) -> None:
        """Put it into ``folder``; it appears when it is whole."""
        part = folder / f".{DESCRIPTION}.new"
        part.write_text(self.model_dump_json(indent=1) + "\n", "utf-8")
        part.replace(folder / DESCRIPTION)
