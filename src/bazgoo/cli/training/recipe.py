"""A recipe as a file: what is to be taught, with what, and where it goes."""

import tomllib
from pathlib import Path
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bazgoo.datasets import Kind
from bazgoo.datasets.dataset import DATABASE
from bazgoo.errors import FileUnreadable
from bazgoo.training.config import RecipeName, read_config, refused
from bazgoo.training.run import Asked


class Recipe(BaseModel):
    """The keys of the file; paths in it begin at its folder."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    recipe: RecipeName
    name: str = Field(min_length=1, max_length=100)
    """What the voice or the classifier is to be called."""
    dataset: Path
    """A dataset, or what one can be made of: a folder of recordings, an archive, a table."""
    type: Kind | None = None
    """Of the dataset, where it is to be made and its files do not tell."""
    sentences: tuple[str, ...] = ()
    """What samples say."""
    license: str | None = None
    consent: str | None = None
    """Whose voice it is, and that they agree."""
    author: str | None = None
    out: Path | None = None
    """The folder of the run and of a dataset that is made; else it has the name of the file and lies beside it."""
    config: dict[str, Any] = Field(default_factory=dict)

    @classmethod
    def read(cls, path: Path) -> Self:
        """The recipe in ``path``; raises FileUnreadable, TrainingConfigInvalid."""
        try:
            told = tomllib.loads(path.read_text("utf-8"))
        except (OSError, ValueError) as error:
            raise FileUnreadable(file=path, reason_fa=str(error), reason_en=str(error)) from None
        try:
            recipe = cls.model_validate(told)
        except ValidationError as error:
            raise refused(str(path), error) from None
        read_config(recipe.recipe, recipe.config)
        here = path.absolute().parent
        out = here / (recipe.out or path.stem)
        return recipe.model_copy(update={"dataset": here / recipe.dataset.expanduser(), "out": out})

    @property
    def folder(self) -> Path:
        """Where the run and its dataset lie."""
        assert self.out
        return self.out

    @property
    def dataset_folder(self) -> Path:
        """The dataset itself, whether it is there already or is to be made."""
        return self.dataset if (self.dataset / DATABASE).exists() else self.folder / "dataset"

    def asked(self) -> Asked:
        """What the trainer is asked for."""
        said = {"license": self.license, "consent": self.consent, "author": self.author}
        return Asked(
            recipe=self.recipe,
            name=self.name,
            dataset=str(self.dataset_folder),
            config=self.config,
            sentences=self.sentences,
            lineage={name: each for name, each in said.items() if each},
        )
