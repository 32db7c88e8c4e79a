"""Makes a Piper voice without any training, so that the whole path from text to sound can be tested.

    python tests/voices/make_tiny_voice.py FOLDER            tiny: each phoneme is a tone
    python tests/voices/make_tiny_voice.py FOLDER --heavy    as slow as a medium Piper voice, for benchmarks

It obeys the contract of Piper's graphs: ``input`` (int64 [1, n]), ``input_lengths`` (int64 [1]) and
``scales`` (float32 [3]: noise, length, noise of the durations) in, float32 [1, 1, t] out, and one ``Ceil``
that gives the frames of each id.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

SAMPLE_RATE_HZ = 22_050
HOP = 256
SYMBOLS = "_^$ !',-.:;?abdefhijklmnopqrstuvxzɑɡʃʒʔˈˌː1"
SILENT = "_^$ !,-.:;?ˈˌ1"
PHONEME_IDS = {symbol: [number] for number, symbol in enumerate(SYMBOLS)}


class Graph:
    """An ONNX graph as it grows: every method adds a node and gives the name of what it makes."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.initializers: list[onnx.TensorProto] = []

    def constant(self, value: NDArray[np.generic]) -> str:
        name = f"c{len(self.initializers)}"
        self.initializers.append(numpy_helper.from_array(value, name))
        return name

    def integers(self, *values: int) -> str:
        return self.constant(np.array(values, np.int64))

    def number(self, value: float) -> str:
        return self.constant(np.float32(value))

    def add(self, operator: str, *inputs: str, output: str | None = None, **attributes: object) -> str:
        name = output or f"n{len(self.nodes)}"
        self.nodes.append(helper.make_node(operator, list(inputs), [name], **attributes))
        return name

    def model(self, *, many_speakers: bool = False) -> onnx.ModelProto:
        inputs = [
            helper.make_tensor_value_info("input", TensorProto.INT64, [1, "phonemes"]),
            helper.make_tensor_value_info("input_lengths", TensorProto.INT64, [1]),
            helper.make_tensor_value_info("scales", TensorProto.FLOAT, [3]),
        ]
        if many_speakers:
            inputs.append(helper.make_tensor_value_info("sid", TensorProto.INT64, [1]))
        graph = helper.make_graph(
            self.nodes,
            "voice",
            inputs,
            [helper.make_tensor_value_info("output", TensorProto.FLOAT, [1, 1, "samples"])],
            self.initializers,
        )
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
        onnx.checker.check_model(model)
        return model


def frames_of_ids() -> NDArray[np.float32]:
    """How many frames of `HOP` samples each id lasts; what is silent between words is short."""
    # Multiples of four, so that speech four times as fast is exactly four times as short.
    lengths = {"^": 4.0, " ": 4.0, ",": 16.0, ";": 20.0, ":": 16.0, ".": 4.0, "!": 4.0, "?": 4.0}
    usual = {symbol: 8.0 if symbol in "aeiouɑ" else 4.0 for symbol in SYMBOLS if symbol not in SILENT}
    return np.array([(usual | lengths).get(symbol, 0.0) for symbol in SYMBOLS], np.float32)


def align(graph: Graph) -> tuple[str, str]:
    """The ids, int64 [n], and for each frame which of them it belongs to, int64 [frames]."""
    zero, one = graph.integers(0), graph.integers(1)
    ids = graph.add("Squeeze", "input", zero)
    ids = graph.add("Slice", ids, zero, "input_lengths")
    length_scale = graph.add("Slice", "scales", one, graph.integers(2))
    noise = graph.add("ReduceSum", graph.add("Mul", "scales", graph.number(0)), keepdims=0)
    frames = graph.add("Gather", graph.constant(frames_of_ids()), ids)
    frames = graph.add("Add", graph.add("Mul", frames, length_scale), noise)
    frames = graph.add("Cast", graph.add("Ceil", frames), to=TensorProto.INT64)
    ends = graph.add("CumSum", frames, graph.constant(np.int64(0)))
    total = graph.add("ReduceSum", frames, keepdims=0)
    times = graph.add("Range", graph.constant(np.int64(0)), total, graph.constant(np.int64(1)))
    over = graph.add("LessOrEqual", graph.add("Unsqueeze", ends, one), graph.add("Unsqueeze", times, zero))
    place = graph.add("ReduceSum", graph.add("Cast", over, to=TensorProto.INT64), zero, keepdims=0)
    return ids, place


def tiny_voice(*, many_speakers: bool = False) -> onnx.ModelProto:
    """A voice that sings: every phoneme is a tone, each further speaker an octave higher."""
    graph = Graph()
    sounding = np.array([symbol not in SILENT for symbol in SYMBOLS], np.float32)
    tones_hz = (180 + 37 * np.arange(len(SYMBOLS))).astype(np.float32)
    owner = graph.add("Unsqueeze", graph.add("Gather", *align(graph)), graph.integers(1))
    each_sample = graph.add("Concat", graph.add("Shape", owner, end=1), graph.integers(HOP), axis=0)
    owner = graph.add("Reshape", graph.add("Expand", owner, each_sample), graph.integers(-1))
    count = graph.add("Squeeze", graph.add("Shape", owner))
    samples = graph.add("Range", graph.constant(np.int64(0)), count, graph.constant(np.int64(1)))
    seconds = graph.add("Div", graph.add("Cast", samples, to=TensorProto.FLOAT), graph.number(SAMPLE_RATE_HZ))
    tone = graph.add("Gather", graph.constant(tones_hz), owner)
    if many_speakers:
        octave = graph.add("Cast", "sid", to=TensorProto.FLOAT)
        tone = graph.add("Mul", tone, graph.add("Pow", graph.number(2), octave))
    angle = graph.add("Mul", graph.add("Mul", seconds, tone), graph.number(2 * np.pi))
    loudness = graph.add("Mul", graph.add("Gather", graph.constant(sounding), owner), graph.number(0.3))
    sound = graph.add("Mul", graph.add("Sin", angle), loudness)
    graph.add("Reshape", sound, graph.integers(1, 1, -1), output="output")
    return graph.model(many_speakers=many_speakers)


class Stack:
    """Convolutions with random weights, sized as Piper's medium voices are."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.random = np.random.default_rng(22_050)

    def weights(self, *shape: int) -> str:
        spread = 1.0 / np.sqrt(np.prod(shape[1:]))
        return self.graph.constant(self.random.normal(0, spread, shape).astype(np.float32))

    def convolve(self, x: str, fan_in: int, fan_out: int, kernel: int, dilation: int = 1) -> str:
        pad = dilation * (kernel - 1) // 2
        weights = self.weights(fan_out, fan_in, kernel)
        return self.graph.add(
            "Conv", x, weights, pads=[pad, pad], dilations=[dilation], kernel_shape=[kernel]
        )

    def gated(self, x: str, channels: int) -> str:
        """One WaveNet layer, as in Piper's flow."""
        halves = self.convolve(x, channels, 2 * channels, 5)
        a, b = f"{halves}_a", f"{halves}_b"
        self.graph.nodes.append(helper.make_node("Split", [halves], [a, b], axis=1))
        gate = self.graph.add("Mul", self.graph.add("Tanh", a), self.graph.add("Sigmoid", b))
        return self.graph.add("Add", x, self.convolve(gate, channels, channels, 1))

    def upsample(self, x: str, fan_in: int, factor: int) -> str:
        """HiFi-GAN's step up: a transposed convolution and three residual branches."""
        fan_out = fan_in // 2
        x = self.graph.add("LeakyRelu", x, alpha=0.1)
        pads = [factor // 2, factor // 2]
        kernel = self.weights(fan_in, fan_out, 2 * factor)
        x = self.graph.add("ConvTranspose", x, kernel, strides=[factor], pads=pads, kernel_shape=[2 * factor])
        branches = [self.branch(x, fan_out, size, far) for size, far in ((3, 2), (5, 6), (7, 12))]
        return self.graph.add("Mul", self.graph.add("Sum", *branches), self.graph.number(1 / 3))

    def branch(self, x: str, channels: int, kernel: int, far: int) -> str:
        for dilation in (1 if far == 2 else far // 3, far):
            active = self.graph.add("LeakyRelu", x, alpha=0.1)
            x = self.graph.add("Add", x, self.convolve(active, channels, channels, kernel, dilation))
        return x


def heavy_voice() -> onnx.ModelProto:
    """A voice that only rustles, at the cost of a medium Piper voice: flow of 192, HiFi-GAN of 256."""
    graph = Graph()
    stack = Stack(graph)
    ids, place = align(graph)
    x = graph.add("Gather", stack.weights(len(SYMBOLS), 192), ids)
    x = graph.add("Unsqueeze", graph.add("Transpose", x, perm=[1, 0]), graph.integers(0))
    for _ in range(6):
        wide = graph.add("Relu", stack.convolve(x, 192, 768, 3))
        x = graph.add("Add", x, stack.convolve(wide, 768, 192, 3))
    x = graph.add("Gather", x, place, axis=2)
    for _ in range(16):
        x = stack.gated(x, 192)
    x = stack.convolve(x, 192, 256, 7)
    for channels, factor in ((256, 8), (128, 8), (64, 4)):
        x = stack.upsample(x, channels, factor)
    x = stack.convolve(graph.add("LeakyRelu", x, alpha=0.1), 32, 1, 7)
    graph.add("Tanh", x, output="output")
    return graph.model()


def config(name: str, quality: str, speakers: Sequence[str]) -> dict[str, object]:
    """The JSON beside the graph, with all that Piper, Home Assistant and NVDA ask for."""
    return {
        "audio": {"sample_rate": SAMPLE_RATE_HZ, "quality": quality},
        "espeak": {"voice": "fa"},
        "phoneme_type": "espeak",
        "inference": {"noise_scale": 0.667, "length_scale": 1.0, "noise_w": 0.8},
        "phoneme_id_map": PHONEME_IDS,
        "phoneme_map": {},
        "num_symbols": len(SYMBOLS),
        "num_speakers": len(speakers) or 1,
        "speaker_id_map": {speaker: number for number, speaker in enumerate(speakers)},
        "hop_length": HOP,
        "piper_version": "1.0.0",
        "dataset": name,
        "language": {
            "code": "fa_IR",
            "family": "fa",
            "region": "IR",
            "name_native": "فارسی",
            "name_english": "Farsi",
            "country_english": "Iran",
        },
    }


def metadata(speakers: int) -> dict[str, str]:
    """What sherpa-onnx asks of a graph that comes without its JSON."""
    return {
        "model_type": "vits",
        "comment": "piper",
        "language": "Persian",
        "voice": "fa",
        "version": "1",
        "has_espeak": "1",
        "n_speakers": str(speakers),
        "sample_rate": str(SAMPLE_RATE_HZ),
    }


def make_voice(
    folder: Path, name: str = "tiny", *, heavy: bool = False, speakers: Sequence[str] = ()
) -> Path:
    """Write ``fa_IR-<name>-<quality>.onnx`` and its JSON into ``folder``; gives the path of the graph."""
    quality = "medium" if heavy else "x_low"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"fa_IR-{name}-{quality}.onnx"
    model = heavy_voice() if heavy else tiny_voice(many_speakers=bool(speakers))
    helper.set_model_props(model, metadata(len(speakers) or 1))
    onnx.save(model, path)
    beside = json.dumps(config(name, quality, speakers), ensure_ascii=False, indent=1)
    path.with_name(f"{path.name}.json").write_text(beside, encoding="utf-8")
    return path


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--heavy", action="store_true", help="a large voice for benchmarks")
    given = parser.parse_args()
    print(make_voice(given.folder, "heavy" if given.heavy else "tiny", heavy=given.heavy))  # noqa: T201
