"""Makes voices for sherpa-onnx without any training: VITS of each layout, and Matcha with its vocoder.

    python -m tests.voices.make_tiny_sherpa FOLDER KIND        KIND: piper, coqui, mms, matcha, icefall

Every symbol is a tone, or a row of the spectrogram; nothing is by chance, so that other runtimes can be compared.
"""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper

from tests.voices.make_tiny_voice import HOP, SAMPLE_RATE_HZ, SYMBOLS, Graph

LETTERS = " ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیآء.,?!abc"
FLOAT, INT64 = TensorProto.FLOAT, TensorProto.INT64
FFT, STEP, BANDS = 64, 16, 6
VITS = {
    "model_type": "vits",
    "language": "Persian",
    "sample_rate": str(SAMPLE_RATE_HZ),
    "n_speakers": "1",
}
KINDS: dict[str, dict[str, str]] = {
    "piper": VITS | {"comment": "piper", "voice": "fa", "has_espeak": "1"},
    "coqui": VITS
    | {
        "comment": "coqui",
        "frontend": "characters",
        "add_blank": "1",
        "use_eos_bos": "1",
        "blank_id": "45",
        "bos_id": "46",
        "eos_id": "47",
        "n_speakers": "0",
    },
    "coqui-phonemes": VITS | {"comment": "coqui", "add_blank": "1", "blank_id": "45", "use_eos_bos": "0"},
    "mms": VITS | {"comment": "mms", "frontend": "characters", "add_blank": "1", "n_speakers": "0"},
}
MATCHA = {
    "model_type": "matcha-tts",
    "language": "Persian+English",
    "voice": "fa",
    "has_espeak": "1",
    "jieba": "0",
    "n_speakers": "1",
    "sample_rate": str(SAMPLE_RATE_HZ),
    "version": "1",
    "pad_id": "0",
    "use_icefall": "0",
    "use_eos_bos": "0",
    "num_ode_steps": "5",
}


def whole(
    graph: Graph, inputs: Mapping[str, int], outputs: Mapping[str, list], said: Mapping[str, str]
) -> onnx.ModelProto:
    """The model of ``graph``, with the metadata ``said``."""
    shapes = {"x": [1, "n"], "input": [1, "n"], "scales": ["k"], "mels": [1, BANDS, "t"]}
    given = [
        helper.make_tensor_value_info(name, kind, shapes.get(name, [1])) for name, kind in inputs.items()
    ]
    made = [helper.make_tensor_value_info(name, FLOAT, shape) for name, shape in outputs.items()]
    proto = helper.make_graph(graph.nodes, "voice", given, made, graph.initializers)
    model = helper.make_model(proto, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    helper.set_model_props(model, dict(said))
    onnx.checker.check_model(model)
    return model


def owners(graph: Graph, ids: str, length_scale: str, unused: Sequence[str]) -> str:
    """For each frame the id that sounds in it; every id lasts four frames at usual speed."""
    for name in unused:
        idle = graph.add("ReduceSum", graph.add("Mul", name, graph.number(0)), keepdims=0)
        length_scale = graph.add("Add", length_scale, idle)
    each = graph.add("Cast", graph.add("Ceil", graph.add("Mul", length_scale, graph.number(4))), to=INT64)
    flat = graph.add("Reshape", ids, graph.integers(-1, 1))
    shape = graph.add("Concat", graph.add("Shape", flat, end=1), each, axis=0)
    return graph.add("Reshape", graph.add("Expand", flat, shape), graph.integers(-1))


def tones(graph: Graph, owner: str, speaker: str | None) -> str:
    """Samples in which every id is a tone, 1 × 1 × samples."""
    shape = graph.add("Concat", graph.add("Shape", owner), graph.integers(HOP), axis=0)
    spread = graph.add("Expand", graph.add("Unsqueeze", owner, graph.integers(1)), shape)
    per_sample = graph.add("Reshape", spread, graph.integers(-1))
    hertz = graph.add("Mul", graph.add("Cast", per_sample, to=FLOAT), graph.number(37))
    hertz = graph.add("Add", hertz, graph.number(180))
    if speaker:
        hertz = graph.add(
            "Mul", hertz, graph.add("Add", graph.add("Cast", speaker, to=FLOAT), graph.number(1))
        )
    one = graph.constant(np.int64(1))
    count = graph.add("Squeeze", graph.add("Shape", per_sample))
    times = graph.add("Cast", graph.add("Range", graph.constant(np.int64(0)), count, one), to=FLOAT)
    angle = graph.add("Mul", graph.add("Mul", times, hertz), graph.number(2 * np.pi / SAMPLE_RATE_HZ))
    sound = graph.add("Mul", graph.add("Sin", angle), graph.number(0.3))
    return graph.add("Reshape", sound, graph.integers(1, 1, -1), output="y")


def vits(said: Mapping[str, str]) -> onnx.ModelProto:
    """A VITS graph with the inputs that its comment promises."""
    graph = Graph()
    if said["comment"] in ("piper", "coqui"):
        inputs = {"input": INT64, "input_lengths": INT64, "scales": FLOAT}
        if said["comment"] == "coqui" or int(said["n_speakers"]) > 1:
            inputs["sid"] = INT64
        length = graph.add("Slice", "scales", graph.integers(1), graph.integers(2))
        unused = ["scales"]
    else:
        numbers = ("noise_scale", "length_scale", "noise_scale_w")
        inputs = {"x": INT64, "x_length": INT64} | dict.fromkeys(numbers, FLOAT)
        length, unused = "length_scale", ["noise_scale", "noise_scale_w"]
    lengths = graph.add("Cast", list(inputs)[1], to=FLOAT)
    owner = owners(graph, next(iter(inputs)), length, [*unused, lengths])
    tones(graph, owner, "sid" if "sid" in inputs else None)
    return whole(graph, inputs, {"y": [1, 1, "t"]}, said)


def acoustic(said: Mapping[str, str]) -> onnx.ModelProto:
    """Matcha's first half: every id is one shape of spectrum."""
    graph = Graph()
    if said["use_icefall"] == "0":
        inputs = {"x": INT64, "x_lengths": INT64, "scales": FLOAT}
        length = graph.add("Slice", "scales", graph.integers(1), graph.integers(2))
        unused = ["scales"]
    else:
        inputs = {"x": INT64, "x_length": INT64, "noise_scale": FLOAT, "length_scale": FLOAT}
        length, unused = "length_scale", ["noise_scale"]
    lengths = graph.add("Cast", list(inputs)[1], to=FLOAT)
    owner = owners(graph, "x", length, [*unused, lengths])
    shapes = np.random.default_rng(7).normal(0, 1, (64, BANDS)).astype(np.float32)
    rows = graph.add("Gather", graph.constant(shapes), owner)
    turned = graph.add("Transpose", rows, perm=[1, 0])
    graph.add("Unsqueeze", turned, graph.integers(0), output="mel")
    return whole(graph, inputs, {"mel": [1, BANDS, "t"]}, said)


def vocos() -> onnx.ModelProto:
    """A vocoder that gives the spectrum of the sound: magnitude, cosine and sine of the phase."""
    graph, chance, bins = Graph(), np.random.default_rng(8), FFT // 2 + 1
    weights = [chance.normal(0, 0.2, (bins, BANDS, 1)).astype(np.float32) for _ in range(2)]
    loudness, phase = (graph.add("Conv", "mels", graph.constant(weight)) for weight in weights)
    graph.add("Exp", graph.add("Sub", loudness, graph.number(2)), output="mag")
    graph.add("Cos", phase, output="x")
    graph.add("Sin", phase, output="y")
    said = {
        "model_type": "vocos",
        "n_fft": str(FFT),
        "hop_length": str(STEP),
        "win_length": str(FFT),
        "window_type": "hann",
        "center": "1",
        "pad_mode": "reflect",
        "normalized": "0",
    }
    made = {name: [1, bins, "t"] for name in ("mag", "x", "y")}
    return whole(graph, {"mels": FLOAT}, made, said)


def hifigan() -> onnx.ModelProto:
    """A vocoder that gives samples."""
    graph, chance = Graph(), np.random.default_rng(9)
    kernel = graph.constant(chance.normal(0, 0.3, (BANDS, 1, STEP)).astype(np.float32))
    raised = graph.add("ConvTranspose", "mels", kernel, strides=[STEP], kernel_shape=[STEP])
    graph.add("Tanh", raised, output="audio")
    return whole(graph, {"mels": FLOAT}, {"audio": [1, 1, "t"]}, {"model_type": "hifigan"})


def table(symbols: str, special: Sequence[str] = ()) -> str:
    """tokens.txt: a symbol and its number on each line."""
    return "".join(f"{symbol} {number}\n" for number, symbol in enumerate([*symbols, *special]))


def make_sherpa(
    folder: Path, kind: str = "piper", *, name: str = "model.onnx", speakers: int = 1, **changed: str
) -> Path:
    """Write a VITS voice of that ``kind`` into ``folder``, with ``changed`` metadata; gives the path of its graph."""
    folder.mkdir(parents=True, exist_ok=True)
    said = KINDS[kind] | ({"n_speakers": str(speakers)} if speakers > 1 else {}) | changed
    onnx.save(vits(said), folder / name)
    of_letters = said.get("frontend") == "characters"
    special = ("<BLNK>", "<BOS>", "<EOS>") if kind == "coqui" else ()
    text = table(LETTERS if of_letters else SYMBOLS, special)
    (folder / "tokens.txt").write_text(text, encoding="utf-8")
    return folder / name


def make_matcha(folder: Path, kind: str = "matcha", *, vocoder: str | None = "vocos", **changed: str) -> Path:
    """Write a Matcha voice into ``folder``; ``kind`` is whose export it follows. Gives its path."""
    folder.mkdir(parents=True, exist_ok=True)
    said = MATCHA | ({"use_icefall": "1", "use_eos_bos": "1"} if kind == "icefall" else {}) | changed
    onnx.save(acoustic(said), folder / "model-steps-3.onnx")
    (folder / "tokens.txt").write_text(table(SYMBOLS), encoding="utf-8")
    if vocoder:
        onnx.save(vocos() if vocoder == "vocos" else hifigan(), folder / f"{vocoder}-22khz.onnx")
    return folder / "model-steps-3.onnx"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("kind", choices=[*KINDS, "matcha", "icefall"])
    given = parser.parse_args()
    make = make_sherpa if given.kind in KINDS else make_matcha
    print(make(given.folder, given.kind))  # noqa: T201
