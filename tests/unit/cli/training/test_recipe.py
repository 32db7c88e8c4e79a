"""A recipe as a file."""

from pathlib import Path

import pytest

from bazgoo.cli.training.recipe import Recipe
from bazgoo.datasets import Dataset
from bazgoo.errors import FileUnreadable, TrainingConfigInvalid

RECIPES = Path(__file__).parents[4] / "recipes"
LEAST = 'recipe = "classifier"\nname = "واژه‌ها"\ndataset = "words"\n'


def written(folder: Path, text: str) -> Path:
    path = folder / "words.toml"
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize("path", sorted(RECIPES.glob("*.toml")), ids=lambda path: path.name)
def test_the_recipes_of_the_repository_are_valid(path: Path) -> None:
    assert Recipe.read(path).asked().read_config()


def test_paths_begin_at_the_file_and_the_run_has_its_name(tmp_path: Path) -> None:
    recipe = Recipe.read(written(tmp_path, LEAST))
    assert recipe.dataset == tmp_path / "words"
    assert recipe.folder == tmp_path / "words"
    assert recipe.dataset_folder == tmp_path / "words" / "dataset"


def test_a_dataset_that_is_there_is_taken_as_it_is(tmp_path: Path) -> None:
    Dataset.create(tmp_path / "words", "واژه‌ها", "text").close()
    recipe = Recipe.read(written(tmp_path, LEAST + 'out = "elsewhere"\nauthor = "رضا"\n'))
    assert recipe.dataset_folder == tmp_path / "words"
    assert recipe.folder == tmp_path / "elsewhere"
    assert (recipe.asked().dataset, recipe.asked().lineage) == (str(tmp_path / "words"), {"author": "رضا"})


@pytest.mark.parametrize(
    ("text", "field"),
    [
        (LEAST + "colour = 3\n", "colour"),
        (LEAST.replace("classifier", "singer"), "recipe"),
        (LEAST + "[config]\nepochs = 0\n", "epochs"),
        (LEAST + "[config]\nspeed = 1\n", "speed"),
        ('recipe = "voice"\nname = "الف"\n', "dataset"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, text: str, field: str) -> None:
    with pytest.raises(TrainingConfigInvalid) as wrong:
        Recipe.read(written(tmp_path, text))
    assert wrong.value.data["field"] == field


@pytest.mark.parametrize("text", ["recipe = ", "\x00"])
def test_what_is_no_recipe_is_not_read(tmp_path: Path, text: str) -> None:
    with pytest.raises(FileUnreadable):
        Recipe.read(written(tmp_path, text))
