"""A judge as ``bazgoo.evaluation`` reads it: `judge.onnx`, and `judge.json` that says what its numbers mean."""

import json
import warnings
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch

from bazgoo.phonemes.sounds import SOUNDS
from bazgoo.training.judge.clips import SHAPE
from bazgoo.training.judge.network import Recogniser

GRAPH, DESCRIPTION = "judge.onnx", "judge.json"


def export(network: Recogniser, folder: Path, lineage: Mapping[str, Any]) -> None:
    """Write both files into ``folder``; the description comes last, so that what is there is whole."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / DESCRIPTION).unlink(missing_ok=True)
    fresh = folder / f".{GRAPH}.new"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter(
                "ignore"
            )  # of its exporter being the older of two; the newer wants a package more
            torch.onnx.export(
                network,
                (torch.zeros(1, 100, SHAPE.mels),),
                fresh,
                input_names=["mels"],
                output_names=["log_probabilities"],
                dynamic_axes={"mels": {1: "frames"}, "log_probabilities": {1: "answers"}},
                opset_version=17,
                dynamo=False,
            )
        fresh.replace(folder / GRAPH)
    finally:
        fresh.unlink(missing_ok=True)
    said = {"sounds": SOUNDS, "features": asdict(SHAPE), **lineage}
    (folder / DESCRIPTION).write_text(json.dumps(said, ensure_ascii=False, indent=1) + "\n", "utf-8")
