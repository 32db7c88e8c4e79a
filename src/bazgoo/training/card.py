"""The model card: what a model is, what it was made of, how good it is, how it is used."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from subprocess import DEVNULL, SubprocessError, check_output

from bazgoo.datasets import Dataset
from bazgoo.training.config import Config
from bazgoo.training.run import Asked

_PURPOSES = {"voice": "text-to-speech", "vits": "text-to-speech", "classifier": "classification"}


def written(asked: Asked, config: Config, dataset: Dataset, step: int, metrics: Mapping[str, float]) -> str:
    """The card as Markdown, with the head that the Hub reads."""
    facts = {**dataset.facts(), **{name: str(said) for name, said in asked.lineage.items() if said}}
    spoken = asked.recipe != "classifier"
    rows = {
        "Recipe": f"`{asked.recipe}`",
        "Dataset": facts.get("dataset_name") or facts.get("name", ""),
        "Dataset version": f"`{dataset.version()}`",
        "Records": f"{dataset.count(excluded=False)}, {dataset.duration_s / 60:.1f} min",
        "Steps": str(step),
        "Bazgoo": made_with(),
        "Licence": facts.get("license", ""),
        "Consent": facts.get("consent", ""),
        "Author": facts.get("author", ""),
    }
    head = {"license": facts.get("license", ""), "language": "fa" if spoken else ""}
    return "\n".join(
        [
            "---",
            *(
                f"{name}: {json.dumps(_line(said), ensure_ascii=False)}"
                for name, said in head.items()
                if said
            ),
            f"pipeline_tag: {_PURPOSES[asked.recipe]}" if spoken else "tags: [classification]",
            "---",
            f"# {_line(asked.name)}",
            "",
            "| | |",
            "|---|---|",
            *(f"| {name} | {_cell(said)} |" for name, said in rows.items() if said),
            *(f"| {name} | {number:.4g} |" for name, number in sorted(metrics.items())),
            "",
            "## How to use it" if spoken else "## How it is used",
            "",
            *(_SPEAKING if spoken else _TELLING),
            "",
            "## Config",
            "",
            "```json",
            config.model_dump_json(indent=1),
            "```",
            "",
        ]
    )


_SPEAKING = (
    "In Bazgoo it is among the voices once it is installed (`bazgoo models import`). Any program that speaks Piper",
    "voices takes the `.onnx` with the `.onnx.json` beside it:",
    "",
    "```sh",
    "bazgoo speak 'سلام دنیا' -o salam.wav --voice VOICE",
    "piper -m VOICE.onnx -f salam.wav -- 'سلام دنیا'",
    "```",
)
_TELLING = (
    "`model.onnx` runs in any ONNX runtime; `classifier.json` names its labels and says how features are made.",
    "`tfjs/model.json` is the same network for TensorFlow.js (`tf.loadLayersModel`).",
)


@cache
def made_with() -> str:
    """The version of this Bazgoo, and its commit where it is a checkout."""
    try:
        said = version("bazgoo")
    except PackageNotFoundError:
        said = "?"
    here = Path(__file__).parent
    try:
        command = ["git", "-C", str(here), "rev-parse", "--short=12", "HEAD"]
        commit = check_output(command, stderr=DEVNULL, text=True, timeout=5).strip()  # noqa: S603 - our own words
    except (OSError, SubprocessError):
        return said
    return f"{said} ({commit})"


def _line(text: str) -> str:
    return " ".join(text.split())


def _cell(text: str) -> str:
    return _line(text).replace("|", "\\|")
