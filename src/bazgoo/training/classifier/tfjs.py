"""A network in TensorFlow.js's layers format: `model.json`, a Keras model in words, and `weights.bin`, its floats.

https://github.com/tensorflow/tfjs/tree/master/tfjs-converter: `tf.loadLayersModel("…/model.json")` reads it.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bazgoo.training.classifier.layers import (
    Convolution,
    Dense,
    Dropout,
    Embedding,
    Flat,
    Highest,
    Layer,
)
from bazgoo.training.classifier.networks import Weights

_KERAS = "2.15.0"
_WEIGHTS = "weights.bin"
_NAMES: Mapping[type[Layer], tuple[str, ...]] = {
    Embedding: ("embeddings",),
    Convolution: ("kernel", "bias"),
    Dense: ("kernel", "bias"),
}


def write_tfjs(folder: Path, layers: Sequence[Layer], weights: Weights, shape: Sequence[int]) -> None:
    """Write both files into ``folder``, which is made."""
    folder.mkdir()
    named = [(f"layer_{n}", layer) for n, layer in enumerate(layers, 1)]
    said = [_said(name, layer) for name, layer in named]
    said[0]["config"] |= {"batch_input_shape": [None, *shape]}
    manifest = [
        {"name": f"{name}/{part}", "shape": list(array.shape), "dtype": "float32"}
        for (name, layer), arrays in zip(named, weights, strict=True)
        for part, array in zip(_NAMES.get(type(layer), ()), arrays, strict=True)
    ]
    floats = b"".join(array.astype("<f4").tobytes() for arrays in weights for array in arrays)
    (folder / _WEIGHTS).write_bytes(floats)
    (folder / "model.json").write_text(json.dumps(_model(said, manifest), indent=1) + "\n", "utf-8")


def _model(layers: Sequence[Any], manifest: Sequence[Any]) -> dict[str, Any]:
    return {
        "format": "layers-model",
        "generatedBy": f"keras v{_KERAS}",
        "convertedBy": "bazgoo",
        "modelTopology": {
            "keras_version": _KERAS,
            "backend": "tensorflow",
            "model_config": {
                "class_name": "Sequential",
                "config": {"name": "classifier", "layers": list(layers)},
            },
        },
        "weightsManifest": [{"paths": [_WEIGHTS], "weights": list(manifest)}],
    }


def _said(name: str, layer: Layer) -> dict[str, Any]:
    """A layer as Keras describes it."""
    kind, config = _keras(layer)
    return {"class_name": kind, "config": {"name": name, "trainable": True, "dtype": "float32"} | config}


def _keras(layer: Layer) -> tuple[str, dict[str, Any]]:
    match layer:
        case Embedding(symbols, width):
            return "Embedding", {"input_dim": symbols, "output_dim": width, "mask_zero": False}
        case Convolution(outputs=outputs, width=width):
            return "Conv1D", {
                **{"filters": outputs, "kernel_size": [width], "strides": [1], "padding": "same"},
                **{"data_format": "channels_last", "activation": "relu", "use_bias": True},
            }
        case Highest(size):
            return "MaxPooling1D", {"pool_size": [size], "strides": [size], "padding": "valid"}
        case Flat():
            return "Flatten", {"data_format": "channels_last"}
        case Dropout(share):
            return "Dropout", {"rate": share}
        case Dense(outputs=outputs, last=last):
            activation = "softmax" if last else "relu"
            return "Dense", {"units": outputs, "activation": activation, "use_bias": True}
