"""A network as a Piper voice: the graph, its JSON, and what sherpa-onnx wants beside them."""

import json
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import onnx
import torch
from torch import nn

from bazgoo.training.voice.naming import slug
from bazgoo.training.voice.storing import stored_in_half

PAD = "_"
_OPSET = 17
_PIPER_VERSION = "1.8.0"
"""The release whose contract the graph keeps."""


@dataclass(frozen=True, slots=True)
class Description:
    """What a voice says of itself."""

    name: str
    quality: str
    speakers: Mapping[str, int]
    dataset: str = ""
    license: str | None = None


@dataclass(frozen=True, slots=True)
class Shape:
    """What a player must know of a network."""

    symbols: Mapping[str, int]
    """The numbers of its phonemes."""
    rows: int
    """How many numbers it knows."""
    sample_rate_hz: int
    hop: int
    """Samples of a frame."""
    scales: tuple[float, float, float] = (0.0, 1.0, 0.0)
    """How it wants to be run: noise of the sound, length, noise of the durations."""


def write_voice(network: nn.Module, shape: Shape, told: Description, folder: Path) -> Path:
    """Write `fa_IR-<name>-<quality>.onnx`, its JSON and `tokens.txt` into ``folder``; the graph's path.

    ``network`` makes samples [1, 1, t] of ids [1, n], how many they are [1], scales [3] and, where there are several
    speakers, one of them [1].
    """
    stem = f"fa_IR-{slug(told.name)}-{told.quality}"
    model = folder / f"{stem}.onnx"
    graph = stored_in_half(_traced(network, len(told.speakers), model))
    onnx.helper.set_model_props(graph, _properties(shape, told))
    onnx.save(graph, model)
    config = json.dumps(_config(shape, told), ensure_ascii=False, indent=2)
    model.with_name(f"{model.name}.json").write_text(config + "\n", "utf-8")
    tokens = "".join(f"{symbol} {number}\n" for symbol, number in shape.symbols.items())
    (folder / "tokens.txt").write_text(tokens, "utf-8")
    return model


def _traced(network: nn.Module, speakers: int, model: Path) -> onnx.ModelProto:
    """``network`` as a graph, written to ``model`` on the way."""
    device = next(network.parameters()).device
    ids = torch.tensor([[1, 0, 12, 0, 20, 0, 30, 0, 2]], device=device)
    given = [ids, torch.tensor([9], device=device), torch.tensor([0.0, 1.0, 0.0], device=device)]
    names = ["input", "input_lengths", "scales"]
    if speakers > 1:
        given.append(torch.tensor([0], device=device))
        names.append("sid")
    with torch.no_grad(), warnings.catch_warnings():
        # The newer exporter needs one more package, and gives several graphs where it meets lengths it cannot know.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            network.eval(), tuple(given), str(model), dynamo=False, opset_version=_OPSET,
            input_names=names, output_names=["output"], do_constant_folding=False,
            dynamic_axes={"input": {1: "phonemes"}, "output": {2: "time"}},
        )  # fmt: skip
    return onnx.load(model)


def _config(shape: Shape, told: Description) -> dict[str, Any]:
    """The JSON beside the graph: what Piper requires, and what Home Assistant and NVDA look for."""
    return {
        "audio": {"sample_rate": shape.sample_rate_hz, "quality": told.quality},
        "espeak": {"voice": "fa"},
        "language": {
            "code": "fa_IR",
            "family": "fa",
            "region": "IR",
            "name_native": "فارسی",
            "name_english": "Persian",
            "country_english": "Iran",
        },
        "inference": dict(zip(("noise_scale", "length_scale", "noise_w"), shape.scales, strict=True)),
        "phoneme_type": "espeak",
        "phoneme_map": {},
        "phoneme_id_map": {symbol: [number] for symbol, number in shape.symbols.items()},
        "num_symbols": shape.rows,
        "num_speakers": len(told.speakers),
        "speaker_id_map": dict(told.speakers) if len(told.speakers) > 1 else {},
        "hop_length": shape.hop,
        "dataset": told.name,
        "piper_version": _PIPER_VERSION,
        **({"license": told.license} if told.license else {}),
    }


def _properties(shape: Shape, told: Description) -> dict[str, str]:
    """What sherpa-onnx reads in the graph itself."""
    return {
        "model_type": "vits",
        "comment": "piper",
        "language": "Persian",
        "voice": "fa",
        "version": "1",
        "has_espeak": "1",
        "n_speakers": str(len(told.speakers)),
        "sample_rate": str(shape.sample_rate_hz),
        "add_blank": "0",
        "pad_id": str(shape.symbols[PAD]),
    }
