"""What a person chooses who does not want to know what a learning rate is."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from bazgoo.training.config import RecipeName

_AS_STEPS = 100_000
"""Epochs where steps say when it ends: more than any of them takes."""


@dataclass(frozen=True, slots=True)
class Preset:
    """A config under a name."""

    id: Literal["quick", "overnight", "gpu"]
    minutes: int
    """About how long it takes: on two cores, or on one GPU."""
    config: Mapping[str, Any]
    """What differs from the recipe's own defaults."""


PRESETS: Mapping[RecipeName, tuple[Preset, ...]] = {
    "voice": (
        Preset("quick", 5, {"max_steps": 720, "epochs": _AS_STEPS, "checkpoint_every": 5}),
        Preset("overnight", 480, {"max_steps": 30_000, "epochs": _AS_STEPS, "checkpoint_every": 20}),
        Preset(
            "gpu",
            90,
            {
                "size": "base",
                "batch_size": 64,
                "max_steps": 40_000,
                "epochs": _AS_STEPS,
                "adversarial_from": 20_000,
                "checkpoint_every": 20,
                "device": "cuda",
            },
        ),
    ),
    "vits": (Preset("gpu", 600, {"max_steps": 200_000, "epochs": _AS_STEPS, "device": "cuda"}),),
    "classifier": (
        Preset("quick", 1, {"epochs": 30, "patience": 10}),
        Preset("overnight", 30, {"epochs": 1000, "network": "convolutional", "patience": 60}),
    ),
}
"""For each recipe, the quickest first."""
