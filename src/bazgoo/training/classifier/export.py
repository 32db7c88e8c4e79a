"""A classifier as others use it: `model.onnx`, `classifier.json`, `tfjs/` for TensorFlow.js, and what its card says."""

from collections.abc import Sequence
from pathlib import Path

from bazgoo.engines.classifier.description import GRAPH, Description
from bazgoo.training.classifier.card import about
from bazgoo.training.classifier.layers import Layer
from bazgoo.training.classifier.networks import Weights
from bazgoo.training.classifier.onnx_graph import onnx_graph
from bazgoo.training.classifier.tfjs import write_tfjs


def export(folder: Path, description: Description, layers: Sequence[Layer], weights: Weights) -> None:
    """Write all of it into ``folder``."""
    shape = description.features.shape
    (folder / GRAPH).write_bytes(onnx_graph(layers, weights, shape, len(description.labels)))
    write_tfjs(folder / "tfjs", layers, weights, shape)
    description.write(folder)
    (folder / "README.md").write_text(about(description), "utf-8")
