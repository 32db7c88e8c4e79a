"""What can be taught on this machine, and what each recipe can be told."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from bazgoo.errors import Language, TorchMissing
from bazgoo.server.trainings.schemas import FieldOut, FieldType, PresetOut, RecipeOut, Recipes, Told
from bazgoo.settings import Settings
from bazgoo.training.config import CONFIGS, Config, RecipeName

if TYPE_CHECKING:
    from bazgoo.training.doctor import Machine

TYPES: Mapping[str, FieldType] = {"integer": "integer", "number": "number", "string": "text", "array": "list"}
"""By the type in the schema: what the page shows."""


def look_around(settings: Settings) -> "Machine":
    """What there is to teach with; asks the machine."""
    from bazgoo.training.doctor import Machine  # noqa: PLC0415 - a start teaches nothing

    return Machine.here(settings.trainings_dir)


def recipes(settings: Settings, language: Language) -> Recipes:
    """Every recipe, with why it is not available where it is not; asks the machine."""
    machine = look_around(settings)
    return Recipes(
        available=machine.torch,
        why_not=None if machine.torch else _torch_missing(language),
        device=machine.gpu or "cpu",
        items=[_recipe(name, config, machine, language) for name, config in CONFIGS.items()],
    )


def _recipe(name: RecipeName, config: type[Config], machine: "Machine", language: Language) -> RecipeOut:
    from bazgoo.training.presets import PRESETS  # noqa: PLC0415

    why_not = _why_not(name, machine, language)
    presets = [
        PresetOut(id=preset.id, minutes=preset.minutes, config=dict(preset.config))
        for preset in PRESETS.get(name, ())
    ]
    return RecipeOut(
        recipe=name, available=why_not is None, why_not=why_not, fields=fields_of(config), presets=presets
    )


def _why_not(name: RecipeName, machine: "Machine", language: Language) -> Told | None:
    from bazgoo.training.vits.doctor import ON_A_CPU  # noqa: PLC0415

    if not machine.torch:
        return _torch_missing(language)
    return Told.found(ON_A_CPU, language) if name == "vits" and machine.gpu is None else None


def fields_of(config: type[Config]) -> list[FieldOut]:
    """Every field of a config, from its schema."""
    schema = config.model_json_schema()
    return [_field(name, told) for name, told in schema["properties"].items()]


def _field(name: str, told: dict[str, Any]) -> FieldOut:
    forms = [form for form in told.get("anyOf", [told]) if form.get("type") != "null"]
    form = told | forms[0]
    choices = form.get("enum")
    return FieldOut(
        name=name,
        type="choice" if choices else TYPES[form["type"]],
        default=told.get("default"),
        minimum=form.get("minimum"),
        maximum=form.get("maximum"),
        exclusive_minimum=form.get("exclusiveMinimum"),
        exclusive_maximum=form.get("exclusiveMaximum"),
        choices=choices,
        optional="anyOf" in told,
        description=told.get("description", ""),
    )


def _torch_missing(language: Language) -> Told:
    error = TorchMissing()
    return Told(code=error.code, message=error.message(language))
