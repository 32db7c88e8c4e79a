"""Make the two kinds of judges that others teach, tiny, in ONNX: python -m tests.voices.make_tiny_judges FOLDER.

The recogniser hears frames of 320 samples, as wav2vec2 does, and writes the letter of its table whose number is the
loudness of the frame in eighths of full scale. The predictor of opinions gives 1 + 4 × the mean of the absolute
samples, behind two other numbers, as DNSMOS does.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper

from tests.voices.make_tiny_voice import Graph

FRAME = 320
LETTERS = {"<pad>": 0, "<s>": 1, "|": 2, "س": 3, "ل": 4, "ا": 5, "م": 6, "ی": 7}


def loud(text: str) -> np.ndarray:
    """A sound at 16 kHz that the recogniser writes down as ``text``; "_", a blank, stands between equal letters."""
    numbers = [LETTERS["|" if letter == " " else "<pad>" if letter == "_" else letter] for letter in text]
    return np.repeat(np.array(numbers, np.float32) / len(LETTERS), FRAME)


def recogniser() -> onnx.ModelProto:
    graph = Graph()
    sizes = graph.add("Unsqueeze", graph.add("Abs", "input_values"), graph.integers(1))
    heights = graph.add("AveragePool", sizes, kernel_shape=[FRAME], strides=[FRAME])
    numbers = graph.add("Mul", graph.add("Transpose", heights, perm=[0, 2, 1]), graph.number(len(LETTERS)))
    table = graph.constant(np.arange(len(LETTERS), dtype=np.float32))
    graph.add("Neg", graph.add("Abs", graph.add("Sub", numbers, table)), output="logits")
    return _model(graph, "input_values", ["batch", "samples"], "logits", [1, "frames", len(LETTERS)])


def opinions(length: int | None = None) -> onnx.ModelProto:
    graph = Graph()
    loudness = graph.add("ReduceMean", graph.add("Abs", "input_1"), axes=[1], keepdims=1)
    score = graph.add("Add", graph.add("Mul", loudness, graph.number(4)), graph.number(1))
    others = graph.constant(np.zeros((1, 2), np.float32))
    graph.add("Concat", others, score, axis=1, output="scores")
    return _model(graph, "input_1", [1, length or "samples"], "scores", [1, 3])


def _model(
    graph: Graph, given: str, shape: list[int | str], made: str, made_shape: list[int | str]
) -> onnx.ModelProto:
    inputs = [helper.make_tensor_value_info(given, TensorProto.FLOAT, shape)]
    outputs = [helper.make_tensor_value_info(made, TensorProto.FLOAT, made_shape)]
    whole = helper.make_graph(graph.nodes, "judge", inputs, outputs, graph.initializers)
    model = helper.make_model(whole, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(model)
    return model


def make_judges(folder: Path, length: int | None = None) -> Path:
    """Both, in folders as the shelf would have them, below ``folder``."""
    heard, felt = folder / "recogniser", folder / "opinions"
    (heard / "onnx").mkdir(parents=True)
    felt.mkdir()
    onnx.save(recogniser(), heard / "onnx/model.onnx")
    (heard / "vocab.json").write_text(json.dumps(LETTERS, ensure_ascii=False), "utf-8")
    (heard / "preprocessor_config.json").write_text(
        '{"do_normalize": false, "sampling_rate": 16000}', "utf-8"
    )
    onnx.save(opinions(length), felt / "mos.onnx")
    return folder


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    make_judges(parser.parse_args().folder)
